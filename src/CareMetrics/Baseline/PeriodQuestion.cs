using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>What is asked of a metric in two periods: which direction is good, what matters, what was aimed at, and as of when.</summary>
public sealed record PeriodQuestion
{
    /// <summary>What the metric counts.</summary>
    public required MetricDefinition Definition { get; init => field = Errors.Require(value, nameof(Definition)); }

    /// <summary>What it counted in the baseline, where that was something else; <c>null</c> where it is the same.</summary>
    public MetricDefinition? BaselineDefinition { get; init; }

    /// <summary>The day on which one looks. Days before it are over; the library knows no clock.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How many days after a period answers of it still come in, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int AnswerWindow { get; init => field = Errors.RequireAtLeast(value, 0, nameof(AnswerWindow)); }

    /// <summary>Which direction is good.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no direction.</exception>
    public Better Better
    {
        get;
        init
        {
            Errors.RequireKnown(value, nameof(Better));
            field = value;
        }
    }

    /// <summary>The change too small to matter, above 0, in the unit of the change; <c>null</c> for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double? Margin
    {
        get;
        init
        {
            Errors.RequireMargin(value);
            field = value;
        }
    }

    /// <summary>What the current period should reach, in the unit of the metric; <c>null</c> for none. It needs a direction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Target { get; init => field = Errors.RequireFinite(value, nameof(Target)); }

    /// <summary>The confidence level, strictly between 0 and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not strictly between 0 and 1.</exception>
    public double Level
    {
        get;
        init
        {
            Errors.RequireLevel(value, nameof(Level));
            field = value;
        }
    } = 0.95;

    /// <summary>Whether a range with missing or partial days is compared all the same, by the days there are.</summary>
    public bool IncludeIncomplete { get; init; }

    /// <summary>The question in one line.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Definition.Metric} as of {DateRange.Text(AsOf)}, better {Better.ToString().ToLowerInvariant()}"
        + (Margin is null ? "" : $", margin {Errors.Show(Margin)}")
        + (Target is null ? "" : $", target {Errors.Show(Target)}");
}
