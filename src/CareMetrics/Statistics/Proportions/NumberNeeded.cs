using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>How many must be treated for one more success: 1 over a difference of proportions. Its interval is not always an interval.</summary>
/// <remarks>
/// With limits l and u of the difference: where both are above 0 it takes 1/u to 1/l for one gained; where both are below,
/// 1/|l| to 1/|u| for one lost. Where they enclose 0 the interval passes through infinity (Altman 1998): two half-lines, at least
/// 1/u for one gained or at least 1/|l| for one lost.
/// </remarks>
public sealed record NumberNeeded
{
    /// <summary>The best guess: above 0 the number for one gained, below 0 the number for one lost; <c>null</c> where there is no data or no difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double? Value { get; init => field = Errors.RequireFinite(value, nameof(Value)); }

    /// <summary>What the interval of the difference leaves possible.</summary>
    public required NumberNeededShape Shape { get; init; }

    /// <summary>The fewest for one gained; <c>null</c> where a gain is excluded or there is no interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? GainFrom { get; init => field = Errors.RequireFinite(value, nameof(GainFrom)); }

    /// <summary>The most for one gained; <c>null</c> where there is no bound.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? GainTo { get; init => field = Errors.RequireFinite(value, nameof(GainTo)); }

    /// <summary>The fewest for one lost; <c>null</c> where a loss is excluded or there is no interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? LossFrom { get; init => field = Errors.RequireFinite(value, nameof(LossFrom)); }

    /// <summary>The most for one lost; <c>null</c> where there is no bound.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? LossTo { get; init => field = Errors.RequireFinite(value, nameof(LossTo)); }

    /// <summary>The confidence level of the interval, that of the difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not strictly between 0 and 1.</exception>
    public required double Level
    {
        get;
        init
        {
            Errors.RequireLevel(value, nameof(Level));
            field = value;
        }
    }

    /// <summary>The number needed of a difference of proportions.</summary>
    /// <param name="difference">Treated minus untreated, a fraction from −1 to 1.</param>
    /// <returns>The number and what its interval leaves possible.</returns>
    public static NumberNeeded Of(Estimate difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        double? lower = difference.Lower;
        double? upper = difference.Upper;
        double? fewest = Invert(upper);
        double? fewestLost = Invert(-lower);
        NumberNeededShape shape = lower is null || upper is null ? NumberNeededShape.None
            : lower > 0 ? NumberNeededShape.Gain
            : upper < 0 ? NumberNeededShape.Loss
            : NumberNeededShape.GainOrLoss;
        return new NumberNeeded
        {
            Value = Invert(difference.Value),
            Shape = shape,
            GainFrom = shape is NumberNeededShape.Gain or NumberNeededShape.GainOrLoss ? fewest : null,
            GainTo = shape == NumberNeededShape.Gain ? Invert(lower) : null,
            LossFrom = shape is NumberNeededShape.Loss or NumberNeededShape.GainOrLoss ? fewestLost : null,
            LossTo = shape == NumberNeededShape.Loss ? Invert(-upper) : null,
            Level = difference.Level,
        };
    }

    /// <summary>The number as a person reads it, such as <c>1 gained per 10.0 (95% CI 5.5 to 57.1)</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        static string Show(double? value) => Display.Number(value, 1, null);
        string level = Display.Level(Level, null);
        string interval = Shape switch
        {
            NumberNeededShape.Gain => $"{level} CI {Show(GainFrom)} to {Show(GainTo)}",
            NumberNeededShape.Loss => $"{level} CI {Show(LossFrom)} to {Show(LossTo)}",
            NumberNeededShape.GainOrLoss =>
                $"{level} CI: {(GainFrom is null ? "no gain" : $"1 gained per {Show(GainFrom)} or more")}, {(LossFrom is null ? "no loss" : $"or 1 lost per {Show(LossFrom)} or more")}",
            _ => "no interval",
        };
        string value = Value switch
        {
            null => "no number",
            > 0 => $"1 gained per {Show(Value)}",
            _ => $"1 lost per {Show(-Value)}",
        };
        return $"{value} ({interval})";
    }

    private static double? Invert(double? value) => value is { } found && double.IsFinite(1 / found) ? 1 / found : null;
}

/// <summary>What the interval of a difference leaves possible.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NumberNeededShape>))]
public enum NumberNeededShape
{
    /// <summary>There is no interval.</summary>
    None,

    /// <summary>Only gains: one interval.</summary>
    Gain,

    /// <summary>Only losses: one interval.</summary>
    Loss,

    /// <summary>Both: two half-lines, from the fewest upwards without bound.</summary>
    GainOrLoss,
}
