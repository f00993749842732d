using System.Globalization;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The metrics of one or more files of long rows, in the order in which they are first named.</summary>
internal sealed class MetricTable
{
    private const double MostCount = 9e15;

    private readonly Dictionary<string, MetricSeries> _byName = new(StringComparer.Ordinal);
    private readonly List<MetricSeries> _series = [];
    private readonly HashSet<(string Metric, DateRange When)> _counted = [];
    private MetricColumns _columns = null!;

    public IReadOnlyList<MetricSeries> Series => _series;

    public long Rows { get; private set; }

    public void Begin(TableFile file) => _columns = new MetricColumns(file);

    public void Add(TableFile file)
    {
        Rows++;
        string name = _columns.Text("metric");
        if (name.Length == 0)
        {
            throw _columns.Bad("metric", name, "every row names its metric");
        }

        MetricKind kind = Kind();
        if (!_byName.TryGetValue(name, out MetricSeries? series))
        {
            series = new MetricSeries(name, kind);
            _byName.Add(name, series);
            _series.Add(series);
        }

        if (series.Kind != kind)
        {
            throw _columns.Bad("kind", kind.Name, $"{Shown.Quoted(name)} is of kind {series.Kind.Name} in an earlier row; a metric is of one kind");
        }

        Describe(series);
        (DateRange when, Period? period) = When(series);
        if (kind == MetricKind.Count && !_counted.Add((name, when)))
        {
            throw _columns.Bad("period", when.Name, $"{Shown.Quoted(name)} has that period in an earlier row; a count has one row a period");
        }

        (double first, double second) = Numbers(kind);
        series.Rows.Add(new MetricRow(when, period, first, second));
    }

    private MetricKind Kind() => MetricKind.Of(_columns.Text("kind"))
        ?? throw _columns.Bad("kind", _columns.Text("kind"), $"allowed are {string.Join(", ", MetricKind.All.Select(kind => kind.Name))}");

    private (DateRange When, Period? Period) When(MetricSeries series)
    {
        string text = _columns.Text("period");
        if (text.Contains("..", StringComparison.Ordinal) || !DateRange.TryParse(text, out DateRange? when))
        {
            throw _columns.Bad("period", text, "allowed are a day (2026-03-01), a week (2026-W07), a month (2026-03), a quarter (2026-Q1), 2026-H1 and 2026");
        }

        Period? period = Period.TryParse(text, out Period found) ? found : null;
        if (series.Rows.Count > 0 && (series.Rows[0].Period is null) != (period is null))
        {
            throw _columns.Bad("period", text, $"{Shown.Quoted(series.Name)} has {(period is null ? "longer periods" : "days")} in earlier rows; a metric is given by days or by longer periods");
        }

        return (when, period);
    }

    private void Describe(MetricSeries series)
    {
        series.Better = Once("direction", series.Better, series.Name, text => text.ToLowerInvariant() switch
        {
            "higher" => Better.Higher,
            "lower" => Better.Lower,
            "neither" => Better.Neither,
            _ => null,
        }, "allowed are higher, lower and neither");
        series.IsPrimary = Once("primary", series.IsPrimary, series.Name, text => text.ToLowerInvariant() switch
        {
            "yes" or "true" or "1" => true,
            "no" or "false" or "0" => false,
            _ => null,
        }, "allowed are yes and no");
        series.Margin = Once("margin", series.Margin, series.Name, text => Number(text) is > 0 and var margin ? margin : null, "a margin is a number above 0, in the unit of the change");
        series.Target = Once("target", series.Target, series.Name, Number, "a target is a number in the unit of the metric");
        string unit = _columns.Text("unit");
        if (unit.Length > 0 && series.Unit is not null && series.Unit != unit)
        {
            throw _columns.Bad("unit", unit, $"{Shown.Quoted(series.Name)} has {Shown.Quoted(series.Unit)} in an earlier row; a metric has one");
        }

        series.Unit ??= unit.Length > 0 ? unit : null;
    }

    // Said once or in every row, but not in two ways.
    private TValue? Once<TValue>(string column, TValue? known, string metric, Func<string, TValue?> read, string allowed)
        where TValue : struct
    {
        string text = _columns.Text(column);
        if (text.Length == 0)
        {
            return known;
        }

        TValue found = read(text) ?? throw _columns.Bad(column, text, allowed);
        return known is { } before && !before.Equals(found)
            ? throw _columns.Bad(column, text, $"{Shown.Quoted(metric)} has another one in an earlier row; a metric has one")
            : found;
    }

    private (double First, double Second) Numbers(MetricKind kind)
    {
        if (kind == MetricKind.Mean || kind == MetricKind.Ordinal)
        {
            return (Needed(kind, "value"), 1);
        }

        if (kind == MetricKind.Nps)
        {
            double score = Needed(kind, "value");
            return score is >= 0 and <= 10 && double.IsInteger(score)
                ? (score, _columns.Text("count").Length == 0 ? 1 : Count(kind, "count"))
                : throw _columns.Bad("value", _columns.Text("value"), "a score is a whole number from 0 to 10");
        }

        if (kind == MetricKind.Count)
        {
            double count = Count(kind, "count");
            double exposure = _columns.Text("exposure").Length == 0 ? 1 : Needed(kind, "exposure");
            return exposure is >= 1e-50 and <= 1e50 ? (count, exposure) : throw _columns.Bad("exposure", _columns.Text("exposure"), "an exposure is a number above 0");
        }

        bool isShare = kind == MetricKind.Proportion;
        double numerator = isShare ? Count(kind, "numerator") : Needed(kind, "numerator");
        double denominator = isShare ? Count(kind, "denominator") : Needed(kind, "denominator");
        return !isShare || numerator <= denominator
            ? (numerator, denominator)
            : throw _columns.Bad("numerator", _columns.Text("numerator"), $"a share is of its denominator, {_columns.Text("denominator")}");
    }

    private double Needed(MetricKind kind, string column)
    {
        string text = _columns.Text(column);
        return Number(text) ?? throw _columns.Bad(column, text, text.Length == 0 ? $"kind {kind.Name} needs {kind.Columns}" : "it takes a number such as 1234.5, without separators of thousands");
    }

    private double Count(MetricKind kind, string column)
    {
        double count = Needed(kind, column);
        return count is >= 0 and <= MostCount && double.IsInteger(count) ? count : throw _columns.Bad(column, _columns.Text(column), "a count is a whole number, 0 or more");
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) ? number : null;
}
