using CareMetrics.Statistics;

namespace CareMetrics.Coverage;

/// <summary>Survival curves: the share at a time, and the median.</summary>
internal static class SurvivalCoverage
{
    private static readonly SurvivalMethod[] Methods = Enum.GetValues<SurvivalMethod>();

    // Watched from 0 to so many mean lifetimes, evenly: the share that is still there when the watch ends.
    private static readonly (string Censored, double Watched)[] Watches = [("a quarter", 3.92), ("a half", 1.594)];
    private static readonly int[] Subjects = [20, 50, 200];

    internal static CoverageTable AtTime(Simulation simulation)
    {
        (string[], Share[]) Row(int n, (string Censored, double Watched) watch, double share) => ([Label.Of(n), watch.Censored, $"{Label.Of(100 * share)}%"], simulation.Row(3, (draws, holds) =>
        {
            SurvivalTally tally = Tally(draws, n, watch.Watched);
            for (int k = 0; k < Methods.Length; k++)
            {
                Estimate estimate = new KaplanMeier(tally, method: Methods[k]).SurvivalAt(-Math.Log(share));
                holds[k] = estimate.Value is null ? null : Interval.Of(estimate).Holds(share);
            }
        }));

        return new()
        {
            Heading = "The share that lasts longer",
            Text = """
                By simulation: exponential lifetimes, each watched for a time that is uniform. The interval of Kaplan and Meier's curve at the time when 75, 50 or 25% are left; a sample in
                which nobody was watched that long has no answer and is left out. Log-log keeps its claim from twenty subjects on; log and plain fall short with twenty, and where few are left at risk also with fifty.
                """,
            Cases = ["subjects", "still there", "truth"],
            Methods = ["log-log (default)", "log", "plain"],
            Defaults = [(0, "log-log", "survival at a time")],
            IsSimulated = true,
            Rows = [.. from n in Subjects from watch in Watches from share in (double[])[0.75, 0.5, 0.25] select Row(n, watch, share)],
        };
    }

    internal static CoverageTable Times(Simulation simulation)
    {
        (string[], Share[]) Row(int n, (string Censored, double Watched) watch) => ([Label.Of(n), watch.Censored], simulation.Row(4, (draws, holds) =>
        {
            const double Horizon = 1;
            SurvivalTally tally = Tally(draws, n, watch.Watched);
            for (int k = 0; k < Methods.Length; k++)
            {
                holds[k] = Interval.Of(new KaplanMeier(tally, method: Methods[k]).Median()).Holds(Math.Log(2));
            }

            Estimate mean = new KaplanMeier(tally).RestrictedMean(Horizon);
            holds[3] = mean.Value is null ? null : Interval.Of(mean).Holds(1 - Math.Exp(-Horizon));
        }));

        return new()
        {
            Heading = "The median time",
            Text = """
                The same data; a limit that is not reached is without end. Beside it the mean up to a horizon of one mean lifetime, which has one method. The log-log limits of the median keep their claim from twenty subjects on, the others are two to three points
                short there. So is the restricted mean, which is given from the normal distribution.
                """,
            Cases = ["subjects", "still there"],
            Methods = ["median, log-log (default)", "log", "plain", "restricted mean (default)"],
            Defaults = [(0, "Brookmeyer–Crowley, log-log", "median time"), (3, "Greenwood", "restricted mean")],
            IsSimulated = true,
            Rows = [.. from n in Subjects from watch in Watches select Row(n, watch)],
        };
    }

    private static SurvivalTally Tally(Draws draws, int n, double watched)
    {
        double[] durations = new double[n];
        bool[] ended = new bool[n];
        for (int i = 0; i < n; i++)
        {
            (double lifetime, double watch) = (draws.Exponential(), watched * draws.Uniform());
            (durations[i], ended[i]) = (Math.Min(lifetime, watch), lifetime <= watch);
        }

        return SurvivalTally.Of(durations, ended);
    }
}
