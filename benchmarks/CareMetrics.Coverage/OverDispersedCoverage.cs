using CareMetrics.Statistics;

namespace CareMetrics.Coverage;

/// <summary>Rates of events over several periods, whose counts vary as Poisson's or more.</summary>
internal static class OverDispersedCoverage
{
    private static readonly RateMethod[] Methods = Enum.GetValues<RateMethod>();

    private static readonly (int Periods, double Mean, double Dispersion)[] Cases =
        [.. from mean in (double[])[3, 20] from dispersion in (double[])[1, 2, 4] from periods in (int[])[6, 12, 24] select (periods, mean, dispersion)];

    internal static CoverageTable One(Simulation simulation) => new()
    {
        Heading = "One rate over several periods",
        Text = """
            By simulation. Counts are Poisson where their variance is 1 times the mean, else Poisson of a gamma-distributed mean. The default goes by the spread that it sees: it
            is near its claim at every spread, a point low where events are few and come in bursts. Poisson's intervals, right where counts are Poisson, hold the truth in
            about five of six cases where the variance is twice the mean, and in two of three where it is four times.
            """,
        Cases = ["periods", "events a period", "variance ÷ mean"],
        Methods = ["over-dispersed (default)", "exact", "mid-p", "score"],
        Defaults = [(0, "over-dispersed", "rate of events")],
        IsSimulated = true,
        Rows = [.. Cases.Select(row => (Name(row), OneRow(simulation, row.Periods, row.Mean, row.Dispersion)))],
    };

    internal static CoverageTable Two(Simulation simulation) => new()
    {
        Heading = "Two rates over several periods",
        Text = """
            The same with as many periods a side, and half as many events again in the current ones. The ratio has the interval that the p-value goes with; the difference has limits
            recovered from both sides. Both keep their claim, and Poisson's intervals fail as above.
            """,
        Cases = ["periods a side", "events a period before", "variance ÷ mean"],
        Methods = ["ratio, over-dispersed (default)", "ratio, exact", "ratio, mid-p", "ratio, score", "difference, over-dispersed (default)"],
        Defaults = [(0, "over-dispersed log ratio", "relative change of a rate"), (4, "MOVER of over-dispersed limits", "change of a rate")],
        IsSimulated = true,
        Rows = [.. Cases.Select(row => (Name(row), TwoRow(simulation, row.Periods, row.Mean, row.Dispersion)))],
    };

    private static Share[] OneRow(Simulation simulation, int periods, double mean, double dispersion)
    {
        // Poisson's limits go by the total alone, and totals come again.
        var known = new Dictionary<(long, RateMethod), bool>();
        return simulation.Row(Methods.Length, (draws, holds) =>
        {
            RateTally tally = Tally(draws, periods, mean, dispersion);
            bool Holds(RateMethod method) => Interval.Of(Rate.Estimate(tally, method: method)).Holds(mean);
            for (int k = 0; k < Methods.Length; k++)
            {
                RateMethod method = Methods[k];
                holds[k] = method == RateMethod.OverDispersed ? Holds(method)
                    : known.TryGetValue((tally.Count, method), out bool found) ? found
                    : known[(tally.Count, method)] = Holds(method);
            }
        });
    }

    private static Share[] TwoRow(Simulation simulation, int periods, double mean, double dispersion)
    {
        const double Growth = 1.5;
        var known = new Dictionary<(long, long, RateMethod), bool>();
        return simulation.Row(Methods.Length + 1, (draws, holds) =>
        {
            RateTally before = Tally(draws, periods, mean, dispersion);
            RateTally now = Tally(draws, periods, Growth * mean, dispersion);
            bool Holds(RateMethod method) => Interval.Of(Ratio.Of(before, now, method: method)).Holds(Growth);
            for (int k = 0; k < Methods.Length; k++)
            {
                RateMethod method = Methods[k];
                holds[k] = method == RateMethod.OverDispersed ? Holds(method)
                    : known.TryGetValue((before.Count, now.Count, method), out bool found) ? found
                    : known[(before.Count, now.Count, method)] = Holds(method);
            }

            holds[^1] = Interval.Of(RateTally.Change(before, now, 0.95)).Holds((Growth - 1) * mean);
        });
    }

    private static RateTally Tally(Draws draws, int periods, double mean, double dispersion)
    {
        long[] counts = new long[periods];
        for (int i = 0; i < periods; i++)
        {
            counts[i] = draws.Count(mean, dispersion);
        }

        return RateTally.Of(counts);
    }

    private static string[] Name((int Periods, double Mean, double Dispersion) row) =>
        [Label.Of(row.Periods), Label.Of(row.Mean), Label.Of(row.Dispersion)];
}
