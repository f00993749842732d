using CareMetrics.Baseline;
using CareMetrics.Nps;
using CareMetrics.Roi;
using CareMetrics.Statistics;

namespace CareMetrics.Benchmarks.Peers;

/// <summary>What is set beside what: each number by this library, in LINQ, in numpy and in R.</summary>
internal static class PeerCases
{
    private const int Draws = 1_000_000;

    public static IReadOnlyList<PeerCase> All(PeerData data) =>
    [
        new()
        {
            Name = "score of 10 M answers",
            Ours = () => NetPromoter.Score<int>(data.Scores).Score.Value!.Value,
            Linq = () => ScoreOf(data.Scores.GroupBy(score => score).ToDictionary(same => same.Key, same => same.LongCount())),
            PythonSetup = "x = data('scores', np.int32)",
            Python = "c = np.bincount(x, minlength=11)\n100 * (c[9:].sum() - c[:7].sum()) / c.sum()",
            RSetup = "x <- data('scores', 'integer', 4)",
            R = "c <- tabulate(x + 1L, 11L)\n100 * (sum(c[10:11]) - sum(c[1:7])) / sum(c)",
        },
        new()
        {
            Name = "score of 64 MB of bytes",
            Ours = () => NetPromoter.Score<byte>(data.ScoreBytes).Score.Value!.Value,
            Linq = () => ScoreOf(data.ScoreBytes.CountBy(score => (int)score).ToDictionary(same => same.Key, same => (long)same.Value)),
            PythonSetup = "x = data('bytes', np.uint8)",
            Python = "c = np.bincount(x, minlength=11)\n100 * (c[9:].sum() - c[:7].sum()) / c.sum()",
            RSetup = "x <- data('bytes', 'integer', 1)",
            R = "c <- tabulate(x + 1L, 11L)\n100 * (sum(c[10:11]) - sum(c[1:7])) / sum(c)",
        },
        new()
        {
            Name = "best score of 1,000 groups, 10 M answers",
            Ours = () => ScoreDistribution.OfGroups(data.GroupOf, data.ScoreOf, PeerData.Groups).Max(group => NetPromoter.Score(group.Tally).Score.Value!.Value),
            Linq = () => data.GroupOf.Zip(data.Scores).GroupBy(row => row.First, row => row.Second)
                .Max(group => 100.0 * (group.Count(score => score >= 9) - group.Count(score => score <= 6)) / group.Count()),
            PythonSetup = "g = data('groups', np.int32); x = data('scores', np.int32)",
            Python = "c = np.bincount(g * 11 + x, minlength=11000).reshape(1000, 11)\n(100 * (c[:, 9:].sum(1) - c[:, :7].sum(1)) / c.sum(1)).max()",
            RSetup = "g <- data('groups', 'integer', 4); x <- data('scores', 'integer', 4)",
            R = "c <- matrix(tabulate(g * 11L + x + 1L, 11000L), 11)\nmax(100 * (colSums(c[10:11, ]) - colSums(c[1:7, ])) / colSums(c))",
        },
        new()
        {
            Name = "change of a mean, 1 M values a side (Welch's lower limit)",
            Ours = () => Comparison.Between(MeanTally.Of(data.Before), MeanTally.Of(data.After)).Change.Lower!.Value,
            PythonSetup = "a = data('before', np.float64); b = data('after', np.float64)",
            Python = "d = b.mean() - a.mean()\ns = np.sqrt(a.var(ddof=1) / a.size + b.var(ddof=1) / b.size)\nd - 1.959965 * s",
            RSetup = "a <- data('before', 'double', 8); b <- data('after', 'double', 8)",
            R = "t.test(b, a)$conf.int[1]",
            Tolerance = 1e-5,
        },
        new()
        {
            Name = "shift of 2,000 values a side (Hodges–Lehmann with its interval)",
            Ours = () => Ranks.Compare(data.Before[..PeerData.Few], data.After[..PeerData.Few]).Change.Value!.Value,
            PythonSetup = "a = data('before', np.float64)[:2000]; b = data('after', np.float64)[:2000]",
            Python = "d = np.sort(np.subtract.outer(b, a), axis=None)\nnp.median(d)",
            RSetup = "a <- data('before', 'double', 8)[1:2000]; b <- data('after', 'double', 8)[1:2000]",
            R = "wilcox.test(b, a, conf.int = TRUE, exact = FALSE)$estimate",
            Tolerance = 1e-2,
        },
        new()
        {
            Name = "median survival of 1 M customers (Kaplan–Meier)",
            Ours = () => new KaplanMeier(SurvivalTally.Of(data.Durations, data.Ended)).Median().Value!.Value,
            PythonSetup = "t = data('durations', np.float64); e = data('ended', np.uint8)",
            Python = "o = np.argsort(t, kind='stable')\nu, first = np.unique(t[o], return_index=True)\nd = np.add.reduceat(e[o].astype(np.int64), first)\ns = np.cumprod(1 - d / (t.size - first))\nu[np.argmax(s <= 0.5)]",
            RSetup = "library(survival); t <- data('durations', 'double', 8); e <- data('ended', 'integer', 1)",
            R = "unname(summary(survfit(Surv(t, e) ~ 1))$table['median'])",
        },
        new()
        {
            Name = "upper limit of a chart of 1 M points (XmR)",
            Ours = () => ControlChart.Xmr(data.Before).Points[0].Upper!.Value,
            Linq = () => data.Before.Average() + 2.658680776358274 * data.Before.Zip(data.Before.Skip(1), (one, next) => Math.Abs(next - one)).Average(),
            PythonSetup = "x = data('before', np.float64)",
            Python = "x.mean() + 2.658680776358274 * np.abs(np.diff(x)).mean()",
            RSetup = "x <- data('before', 'double', 8)",
            R = "mean(x) + 2.658680776358274 * mean(abs(diff(x)))",
        },
        new()
        {
            Name = "mean net of a case of ten triangular lines, 1 M draws",
            Ours = () => Case().Simulate(Draws, 1).Net.Mean,
            Python = "r = np.random.default_rng(1)\nsum(10 * r.triangular(80 - i, 100, 150 + i, 1000000) for i in range(10)).mean() - 9000",
            R = "tri <- function(n, a, c, b) { u <- runif(n); ifelse(u < (c - a) / (b - a), a + sqrt(u * (b - a) * (c - a)), b - sqrt((1 - u) * (b - a) * (b - c))) }\ns <- 0\nfor (i in 0:9) s <- s + 10 * tri(1000000, 80 - i, 100, 150 + i)\nmean(s) - 9000",
            Tolerance = 1e-2,
        },
    ];

    private static double ScoreOf(Dictionary<int, long> counts) =>
        100.0 * (counts.Where(pair => pair.Key >= 9).Sum(pair => pair.Value) - counts.Where(pair => pair.Key <= 6).Sum(pair => pair.Value)) / counts.Values.Sum();

    private static BusinessCase Case() => new()
    {
        Benefits = [.. Enumerable.Range(0, 10).Select(i => BenefitLine.Churn(10, 1) with { Name = $"Line {i}", UnitValue = Assumption.Triangular(80 - i, 100, 150 + i) })],
        Costs = [CostLine.Initial("Programme", 9000)],
    };

}
