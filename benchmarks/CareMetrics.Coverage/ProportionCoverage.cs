using CareMetrics.Statistics;

namespace CareMetrics.Coverage;

/// <summary>Proportions, and two of them set against each other.</summary>
internal static class ProportionCoverage
{
    private static readonly (int, int)[] Sizes = [(10, 10), (30, 30), (10, 50), (100, 100)];
    private static readonly double[] Rates = Grid.Steps(0.05, 0.95, 0.05);

    internal static CoverageTable One()
    {
        (string[], Share[]) Row(int n, double from, double to)
        {
            double[] rates = Grid.Steps(from, to, 0.001);
            Share Column(ProportionMethod method)
            {
                Interval[] limits = [.. Enumerable.Range(0, n + 1).Select(x => Interval.Of(Proportion.Estimate(new(x, n), method: method)))];
                return Share.Of([.. rates.Select(p => Grid.Coverage(limits, Chance.Binomial(n, p), p))]);
            }

            return ([Label.Of(n), from < 0.1 ? ".01 to .99" : ".10 to .90"],
                [Column(ProportionMethod.Wilson), Column(ProportionMethod.ClopperPearson), Column(ProportionMethod.Jeffreys)]);
        }

        return new()
        {
            Heading = "One proportion",
            Text = """
                By exact enumeration over every count, p on a grid of .001. Wilson and Jeffreys are right on average at every n, and have dips. Wilson's deepest is where a single success is
                just too many for so small a share, p near .18/n: .84, at any n, ever closer to 0. Clopper–Pearson never falls below its claim, and pays with intervals that are too wide
                at most shares.
                """,
            Cases = ["n", "p"],
            Methods = ["Wilson (default) mean / worst", "Clopper–Pearson", "Jeffreys"],
            Defaults = [(0, "Wilson", "CSAT, first-contact resolution, conversion, churn, save rate")],
            Rows = [Row(10, 0.01, 0.99), Row(30, 0.01, 0.99), Row(100, 0.01, 0.99), Row(10, 0.1, 0.9), Row(30, 0.1, 0.9), Row(100, 0.1, 0.9)],
        };
    }

    internal static CoverageTable Difference() => new()
    {
        Heading = "A difference of two proportions",
        Text = """
            By exact enumeration over every pair of counts, both shares from .05 to .95 on a grid of .05. Newcombe is right on average; with ten a side it is four
            points short at worst. Miettinen–Nurminen has the milder worst cases and is a little wide on average; it is solved for, not written down, and so the choice and not the default. Wald has no width
            at all where both sides have none or all, and is worst with few answers.
            """,
        Cases = ["n"],
        Methods = ["Newcombe (default) mean / worst", "Miettinen–Nurminen", "Wald"],
        Defaults = [(0, "Newcombe", "change of a proportion, conversion against a control group, net save rate")],
        Rows = [.. Sizes.Select(n => Row(
            n,
            (before, now) => now - before,
            Enum.GetValues<ProportionDifferenceMethod>(),
            (before, now, method) => Interval.Of(Proportion.Compare(before, now, method: method).Change)))],
    };

    internal static CoverageTable Relative() => new()
    {
        Heading = "A ratio of two proportions",
        Text = """
            The same pairs. Without successes on either side the ratio can be anything, and without some on both Katz has no interval: what claims nothing counts as
            holding the truth. That flatters Katz on average, and yet its worst cases are far below. The two score methods are alike, three to four points short at worst with ten on a side.
            """,
        Cases = ["n"],
        Methods = ["Koopman (default) mean / worst", "Miettinen–Nurminen", "Katz"],
        Defaults = [(0, "Koopman", "relative change of a proportion")],
        Rows = [.. Sizes.Select(n => Row(
            n,
            (before, now) => now / before,
            Enum.GetValues<ProportionRatioMethod>(),
            (before, now, method) => Interval.Of(Ratio.Of(before, now, method: method))))],
    };

    private static (string[], Share[]) Row<TMethod>(
        (int Before, int Now) n, Func<double, double, double> truth, TMethod[] methods, Func<ProportionTally, ProportionTally, TMethod, Interval> interval)
    {
        double[][] before = [.. Rates.Select(p => Chance.Binomial(n.Before, p))];
        double[][] now = [.. Rates.Select(p => Chance.Binomial(n.Now, p))];
        Share Column(TMethod method)
        {
            Interval[,] limits = Grid.Intervals(n.Before, n.Now, (x0, x1) => interval(new(x0, n.Before), new(x1, n.Now), method));
            return Share.Of(
            [
                .. from i in Enumerable.Range(0, Rates.Length)
                   from k in Enumerable.Range(0, Rates.Length)
                   select Grid.Coverage(limits, before[i], now[k], truth(Rates[i], Rates[k])),
            ]);
        }

        return ([Label.Of(n.Before, n.Now)], [.. methods.Select(Column)]);
    }
}
