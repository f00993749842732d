using System.Numerics;

namespace CareMetrics.Roi;

/// <summary>A number as the exact sum of two doubles: some 32 digits, of which a present value near 0 needs about half.</summary>
/// <remarks>Error-free sums and products (Dekker 1971; Knuth 1969), the product's rest by fused multiply-add.</remarks>
internal readonly struct DoubleDouble(double high, double low = 0)
{
    internal double High { get; } = high;

    internal double Low { get; } = low;

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        (double sum, double rest) = TwoSum(left.High, right.High);
        (double lowSum, double lowRest) = TwoSum(left.Low, right.Low);
        (sum, rest) = Fast(sum, rest + lowSum);
        return Normal(sum, rest + lowRest);
    }

    public static DoubleDouble operator -(DoubleDouble value) => new(-value.High, -value.Low);

    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + -right;

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        double product = left.High * right.High;
        double rest = Math.FusedMultiplyAdd(left.High, right.High, -product);
        rest += left.High * right.Low + left.Low * right.High;
        return Normal(product, rest);
    }

    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        double first = left.High / right.High;
        DoubleDouble rest = left - right * new DoubleDouble(first);
        double second = rest.High / right.High;
        rest -= right * new DoubleDouble(second);
        return Normal(first, second) + new DoubleDouble(rest.High / right.High);
    }

    /// <summary>The number to a whole power of 0 or more.</summary>
    internal DoubleDouble Power(int exponent)
    {
        DoubleDouble result = exponent == 0 ? new(1) : this;
        // The bits below the leading one, from the top: each squares, and a 1 multiplies.
        for (int bit = BitOperations.Log2((uint)exponent) - 1; bit >= 0; bit--)
        {
            result *= result;
            if ((exponent >> bit & 1) == 1)
            {
                result *= this;
            }
        }

        return result;
    }

    private static (double Sum, double Error) TwoSum(double a, double b)
    {
        double sum = a + b;
        double part = sum - a;
        return (sum, a - (sum - part) + (b - part));
    }

    private static (double Sum, double Error) Fast(double a, double b)
    {
        double sum = a + b;
        return (sum, b - (sum - a));
    }

    private static DoubleDouble Normal(double a, double b)
    {
        (double sum, double rest) = Fast(a, b);
        return new(sum, rest);
    }
}
