using CareMetrics.Baseline;

namespace CareMetrics.Cli;

/// <summary>What a metric is made of, which decides how it is compared.</summary>
internal sealed record MetricKind(string Name, string Columns, Func<MetricSeries, CompareQuestions, DateOnly, PeriodComparison> Compare)
{
    public static readonly MetricKind Mean = new("mean", "value", SeriesComparison.Mean);
    public static readonly MetricKind Proportion = new("proportion", "numerator and denominator", SeriesComparison.Proportion);
    public static readonly MetricKind Count = new("count", "count, and exposure where it is not 1", SeriesComparison.Count);
    public static readonly MetricKind Nps = new("nps", "value, a score from 0 to 10, and count where it is not 1", SeriesComparison.Nps);
    public static readonly MetricKind Ratio = new("ratio", "numerator and denominator", SeriesComparison.Ratio);
    public static readonly MetricKind Ordinal = new("ordinal", "value", SeriesComparison.Ordinal);

    public static IReadOnlyList<MetricKind> All { get; } = [Mean, Proportion, Count, Nps, Ratio, Ordinal];

    public static MetricKind? Of(string text) => All.FirstOrDefault(kind => string.Equals(kind.Name, text, StringComparison.OrdinalIgnoreCase));
}
