using System.Numerics;

namespace CareMetrics.Roi;

/// <summary>Random numbers of one block of one assumption: xoshiro256++ (Blackman and Vigna 2021), started from seed, block and assumption.</summary>
/// <remarks>No block knows of another, so that threads share nothing and the draws are the same whoever makes them.</remarks>
internal struct BlockRandom
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    internal BlockRandom(long seed, int block, int assumption)
    {
        unchecked
        {
            ulong state = Mix((ulong)seed + 0x9E3779B97F4A7C15);
            state = Mix(state ^ (ulong)(uint)block * 0xD1342543DE82EF95);
            state = Mix(state ^ (ulong)(uint)assumption * 0xAF251AF3B0F025B5);
            s0 = Mix(state += 0x9E3779B97F4A7C15);
            s1 = Mix(state += 0x9E3779B97F4A7C15);
            s2 = Mix(state += 0x9E3779B97F4A7C15);
            s3 = Mix(state + 0x9E3779B97F4A7C15);
        }
    }

    /// <summary>A number strictly between 0 and 1: the middle of one of 2⁵² equal steps.</summary>
    internal double Open() => ((Next() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>A standard normal number, by the polar method (Marsaglia and Bray 1964).</summary>
    internal double Normal()
    {
        while (true)
        {
            double x = 2 * Open() - 1;
            double y = 2 * Open() - 1;
            double square = x * x + y * y;
            // Never 0: an open number is never a half.
            if (square < 1)
            {
                return x * Math.Sqrt(-2 * Math.Log(square) / square);
            }
        }
    }

    /// <summary>The logarithm of a gamma number with scale 1 (Marsaglia and Tsang 2000); small shapes would underflow without it.</summary>
    internal double LogGamma(double shape)
    {
        double boost = shape < 1 ? Math.Log(Open()) / shape : 0;
        return Math.Log(GammaAboveOne(shape < 1 ? shape + 1 : shape)) + boost;
    }

    /// <summary>A gamma number with scale 1 and a shape of 1 or more.</summary>
    internal double GammaAboveOne(double shape)
    {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Normal();
            double v = 1 + c * x;
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            double u = Open();
            double square = x * x;
            if (u < 1 - 0.0331 * square * square || Math.Log(u) < 0.5 * square + d * (1 - v + Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    private ulong Next()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(s0 + s3, 23) + s0;
            ulong shifted = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= shifted;
            s3 = BitOperations.RotateLeft(s3, 45);
            return result;
        }
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
