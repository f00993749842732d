using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>Longest run and crossings of the centre line, and how far chance takes them (Anhøj and Olesen 2014). Points on the line, and gaps, do not count.</summary>
internal readonly record struct RunTests(int Useful, int Longest, int LongestLimit, int Crossings, int CrossingsLimit)
{
    private const double Tail = 0.05;

    internal static RunTests Of(ReadOnlySpan<double> values, double centre)
    {
        (int useful, int longest, int run, int crossings, int side) = (0, 0, 0, 0, 0);
        foreach (double value in values)
        {
            int here = value > centre ? 1 : value < centre ? -1 : 0;
            if (here == 0)
            {
                continue;
            }

            useful++;
            crossings += side != 0 && here != side ? 1 : 0;
            run = here == side ? run + 1 : 1;
            longest = Math.Max(longest, run);
            side = here;
        }

        return new(useful, longest, LimitOfLongest(useful), crossings, FewestCrossings(useful));
    }

    private static int LimitOfLongest(int useful) => useful == 0 ? 0 : (int)Math.Round(Math.Log2(useful) + 3, MidpointRounding.ToEven);

    // The least k with P(X ≤ k) ≥ 5% for X of useful − 1 fair coins.
    private static int FewestCrossings(int useful)
    {
        (int below, int enough) = (-1, Math.Max(useful - 1, 0));
        while (enough - below > 1)
        {
            int middle = below + (enough - below) / 2;
            (below, enough) = Distributions.BinomialLower(middle, useful - 1, 0.5) >= Tail ? (below, middle) : (middle, enough);
        }

        return enough;
    }
}
