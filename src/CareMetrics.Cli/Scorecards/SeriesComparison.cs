using System.Numerics;
using CareMetrics.Baseline;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>Compares the rows of a metric by its kind.</summary>
internal static class SeriesComparison
{
    public static PeriodComparison Mean(MetricSeries series, CompareQuestions asked, DateOnly dayAfter) =>
        Tallied(series, asked, dayAfter, "mean of the values", row => new MeanTally(1, row.First, 0));

    public static PeriodComparison Proportion(MetricSeries series, CompareQuestions asked, DateOnly dayAfter) =>
        Tallied(series, asked, dayAfter, "sum of numerators of sum of denominators", row => new ProportionTally((long)row.First, (long)row.Second));

    public static PeriodComparison Count(MetricSeries series, CompareQuestions asked, DateOnly dayAfter) =>
        Tallied(series, asked, dayAfter, "events per exposure", row => new RateTally((long)row.First, row.Second));

    public static PeriodComparison Ratio(MetricSeries series, CompareQuestions asked, DateOnly dayAfter) =>
        Tallied(series, asked, dayAfter, "sum of numerators over sum of denominators, a row a unit", row => RatioTally.Of([(row.First, row.Second)]));

    public static PeriodComparison Nps(MetricSeries series, CompareQuestions asked, DateOnly dayAfter) => Tallied(
        series, asked, dayAfter, "promoters minus detractors, scores 0-10",
        row => row.First <= 6 ? new NpsTally((long)row.Second, 0, 0) : row.First <= 8 ? new NpsTally(0, (long)row.Second, 0) : new NpsTally(0, 0, (long)row.Second));

    public static PeriodComparison Ordinal(MetricSeries series, CompareQuestions asked, DateOnly dayAfter)
    {
        PeriodQuestion question = Question(series, asked, dayAfter, "values by their order");
        double[] Values(DateRange? range) => [.. Within(series, range).Select(row => row.First)];
        Completeness Seen(DateRange range) => Completeness.Of(range, Within(series, range).SelectMany(row => DaysOf(row.When)), question.AsOf, question.AnswerWindow);
        return PeriodComparison.Of(
            Ranks.Compare(Values(asked.Baseline), Values(asked.Current), asked.Level),
            asked.Baseline,
            asked.Current,
            question,
            asked.Baseline is null ? null : Seen(asked.Baseline),
            Seen(asked.Current));
    }

    public static IEnumerable<MetricRow> Within(MetricSeries series, DateRange? range) =>
        series.Rows.Where(row => range is not null && row.When.First >= range.First && row.When.Last <= range.Last);

    private static PeriodComparison Tallied<TTally>(MetricSeries series, CompareQuestions asked, DateOnly dayAfter, string counted, Func<MetricRow, TTally> tally)
        where TTally : struct, IMetric<TTally>, IAdditionOperators<TTally, TTally, TTally>
    {
        PeriodQuestion question = Question(series, asked, dayAfter, counted);
        return series.Rows.All(row => row.Period is null)
            ? PeriodComparison.Of(series.Rows.Select(row => (row.When.First, tally(row))), asked.Baseline, asked.Current, question)
            : PeriodComparison.OfPeriods(series.Rows.Select(row => (row.Period!.Value, tally(row))), asked.Baseline, asked.Current, question);
    }

    private static PeriodQuestion Question(MetricSeries series, CompareQuestions asked, DateOnly dayAfter, string counted) =>
        asked.Of(new MetricDefinition { Metric = series.Name, Counted = counted, Unit = series.Unit }, dayAfter) with
        {
            Better = series.Better ?? Better.Neither,
            Margin = series.Margin,
            Target = series.Target,
        };

    private static IEnumerable<DateOnly> DaysOf(DateRange range) => Enumerable.Range(0, range.Days).Select(range.First.AddDays);
}
