using System.Diagnostics;
using System.Globalization;

namespace CareMetrics.Coverage;

/// <summary>The page docs/coverage.md.</summary>
internal static class CoveragePage
{
    /// <summary>Makes the page, a section at a time.</summary>
    /// <param name="part">The part of the draws that is made: 1 for the page itself.</param>
    /// <param name="progress">Told of each table and how long it took.</param>
    internal static IReadOnlyList<Section> Sections(double part, Action<string>? progress = null)
    {
        var tables = new List<CoverageTable>();
        foreach (Func<CoverageTable> make in Tables(new Simulation(part)))
        {
            var watch = Stopwatch.StartNew();
            tables.Add(make());
            progress?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:F1} s  {tables[^1].Heading}"));
        }

        return [new(Summary(tables).ReplaceLineEndings("\n"), IsSimulated: true), .. tables.Select(table => table.Section)];
    }

    internal static string Text(IEnumerable<Section> sections) => string.Join("\n", sections.Select(section => section.Text)).ReplaceLineEndings("\n");

    private static string Summary(List<CoverageTable> tables)
    {
        IEnumerable<string> defaults =
            from table in tables
            from use in table.Defaults
            let overall = table.Overall(use.Column)
            select $"| [{use.UsedBy}](#{Anchor(table.Heading)}) | {use.Name} | {new Share(overall.Mean)} | {new Share(overall.Worst!.Value)} |";
        return $"""
            # Coverage

            How often a 95% interval holds the truth. Made by `dotnet run -c Release --project benchmarks/CareMetrics.Coverage`; a number that differs from a new run is
            stale. A test makes the page anew, what is simulated with a tenth of the draws.

            *By exact enumeration* is every possible outcome with its chance: mean and worst are over a stated grid of truths. *By simulation* is {Label.Of(Simulation.Draws)} draws a row
            with a fixed seed: a standard error of .002 at .95, and .005 at most. **Bold** is below .93.

            ## The defaults

            Over all rows of the tables below.

            | interval of | default | mean | worst |
            |---|---|--:|--:|
            {string.Join("\n", defaults)}

            Where a default is below its claim:

            - **A share near 0 or 1.** Wilson's dips stay, however many answers. Ask for Clopper–Pearson where the level must hold at every truth.
            - **Ten a side.** A difference or a ratio of shares may be three to four points short, and so may the change of score of ten people asked twice.
            - **Few and skewed amounts.** Means, ratios of sums and returns of own values follow a few large amounts that a small sample seldom holds. No interval here
              mends that; hundreds of observations do.
            - **The restricted mean of twenty** is three points short.

            A range of a [business case](return-on-investment.md) is no confidence interval: it holds the returns that its assumptions leave open, and is as right as they are.

            """;
    }

    private static IEnumerable<Func<CoverageTable>> Tables(Simulation simulation) =>
    [
        ScoreCoverage.Score,
        ScoreCoverage.Change,
        () => RepeatAnswerCoverage.Table(simulation),
        ProportionCoverage.One,
        ProportionCoverage.Difference,
        ProportionCoverage.Relative,
        PairedCoverage.Difference,
        PairedCoverage.Score,
        () => PairedCoverage.LargerScore(simulation),
        RateCoverage.One,
        RateCoverage.Two,
        () => OverDispersedCoverage.One(simulation),
        () => OverDispersedCoverage.Two(simulation),
        () => MeanCoverage.Difference(simulation),
        () => MeanCoverage.Relative(simulation),
        () => MeanCoverage.Sums(simulation),
        () => RankCoverage.Shift(simulation),
        () => SurvivalCoverage.AtTime(simulation),
        () => SurvivalCoverage.Times(simulation),
        () => CohortCoverage.Table(simulation),
        RetentionCoverage.Roi,
        () => RetentionCoverage.OwnValues(simulation),
    ];

    private static string Anchor(string heading) => string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c == ' ')).Replace(' ', '-');
}
