using System.Globalization;
using System.Numerics;

namespace CareMetrics.Tests.Roi;

/// <summary>What a rate leaves of a present value, in whole numbers of any length.</summary>
internal static class Residual
{
    // |NPV(r)| ≤ 1e-13 · Σ|f_t|(1 + r)^−t in whole numbers, on the double that was returned.
    internal static void AssertResidual(double[] flows, double rate)
    {
        (BigInteger mantissa, int shift) = Exact(rate);
        BigInteger factor = mantissa + (BigInteger.One << shift);
        Assert.True(factor.Sign > 0);
        int last = flows.Length - 1;
        BigInteger sum = 0;
        BigInteger size = 0;
        BigInteger power = 1;
        // Σ f_t z^(last − t) · 2^(shift·last), flows in units of 2^−200.
        for (int t = last; t >= 0; t--)
        {
            (BigInteger flow, int places) = Exact(flows[t]);
            BigInteger term = (flow << (200 - places)) * power << (shift * t);
            sum += term;
            size += BigInteger.Abs(term);
            power *= factor;
        }

        Assert.True(BigInteger.Abs(sum) * 10_000_000_000_000 <= size, string.Create(CultureInfo.InvariantCulture, $"{rate:R} leaves too much"));
    }

    private static (BigInteger Mantissa, int Shift) Exact(double value)
    {
        int shift = 0;
        while (Math.Floor(value) != value)
        {
            value *= 2;
            shift++;
        }

        return (new BigInteger(value), shift);
    }
}
