using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>Which rules look for signals on a chart, and their conventions. Each segment is judged on its own, and a gap ends every run.</summary>
/// <remarks>
/// By default: outside the limits, 8 points on one side, two of three beyond 2σ as Making Data Count has it from 2023. Each
/// further rule finds more, and finds more where nothing is.
/// </remarks>
public sealed record ChartRules
{
    /// <summary>Outside the limits alone.</summary>
    public static ChartRules LimitsOnly { get; } = new() { Shift = null, TwoOfThree = TwoOfThree.Off };

    /// <summary>Whether a point outside the limits is a signal.</summary>
    public bool OutsideLimits { get; init; } = true;

    /// <summary>How many successive points on one side of the centre line are a shift, 6 to 9; <c>null</c> for no such rule.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not 6 to 9.</exception>
    public int? Shift { get; init => field = Errors.RequireRun(value, 6, 9, nameof(Shift)); } = 8;

    /// <summary>How many successive points that each rise, or each fall, are a trend, 5 to 9; <c>null</c>, the default, for no such rule.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not 5 to 9.</exception>
    public int? Trend { get; init => field = Errors.RequireRun(value, 5, 9, nameof(Trend)); }

    /// <summary>The form of the rule "two of three points beyond two sigma".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the forms.</exception>
    public TwoOfThree TwoOfThree
    {
        get;
        init
        {
            Errors.RequireKnown(value, nameof(TwoOfThree));
            field = value;
        }
    } = TwoOfThree.MakingDataCount2023;

    /// <summary>Whether a point on the centre line is passed over, so that a run goes on behind it; else it ends the run.</summary>
    public bool SkipPointsOnLine { get; init; }

    /// <summary>Whether a point equal to the one before it is passed over, so that a trend goes on behind it; else it ends the trend.</summary>
    public bool SkipEqualNeighbours { get; init; }

    /// <summary>The rules as a person reads them, such as <c>outside the limits, 8 on one side</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        string[] rules =
        [
            .. OutsideLimits ? ["outside the limits"] : Array.Empty<string>(),
            .. Shift is { } shift ? [$"{Display.Plain(shift)} on one side"] : Array.Empty<string>(),
            .. Trend is { } trend ? [$"{Display.Plain(trend)} rising or falling"] : Array.Empty<string>(),
            .. TwoOfThree switch
            {
                TwoOfThree.WesternElectric => ["2 of 3 beyond 2 sigma (Western Electric)"],
                TwoOfThree.MakingDataCount2022 => ["2 of 3 beyond 2 sigma (Making Data Count 2022)"],
                TwoOfThree.MakingDataCount2023 => ["2 of 3 beyond 2 sigma (Making Data Count 2023)"],
                _ => Array.Empty<string>(),
            },
        ];
        return rules.Length == 0 ? "no rules"
            : string.Join(", ", rules) + (SkipPointsOnLine ? ", points on the line passed over" : "") + (SkipEqualNeighbours ? ", equal neighbours passed over" : "");
    }
}
