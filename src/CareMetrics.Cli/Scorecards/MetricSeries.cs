using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>One metric of a file: its rows in the order found, and what was said of it.</summary>
internal sealed class MetricSeries(string name, MetricKind kind)
{
    public string Name => name;

    public MetricKind Kind => kind;

    public Better? Better { get; set; }

    public bool? IsPrimary { get; set; }

    public double? Margin { get; set; }

    public double? Target { get; set; }

    public string? Unit { get; set; }

    public List<MetricRow> Rows { get; } = [];
}

/// <summary>What one row holds: first and second are value, numerator or count, and denominator, exposure or number of answers.</summary>
internal readonly record struct MetricRow(DateRange When, Period? Period, double First, double Second);
