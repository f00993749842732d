
namespace CareMetrics.Statistics;

/// <summary>A number with how sure it is: its value, its confidence interval, the method, and the count it rests on.</summary>
/// <remarks>
/// No data is <c>null</c>, never 0: an empty tally gives a <see cref="Value"/> of <c>null</c> and a <see cref="Count"/> of 0.
/// A bound that does not exist is <c>null</c>; no property holds NaN or ∞. Two estimates are equal when all properties are.
/// </remarks>
public sealed record Estimate : IFormattable
{
    /// <summary>The point estimate in <see cref="Unit"/>, or <c>null</c> where there is no data.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double? Value { get; init => field = Errors.RequireFinite(value, nameof(Value)); }

    /// <summary>The lower confidence limit in <see cref="Unit"/>, or <c>null</c> where there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Lower { get; init => field = Errors.RequireFinite(value, nameof(Lower)); }

    /// <summary>The upper confidence limit in <see cref="Unit"/>, or <c>null</c> where there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Upper { get; init => field = Errors.RequireFinite(value, nameof(Upper)); }

    /// <summary>The two-sided confidence level of the interval, strictly between 0 and 1.</summary>
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

    /// <summary>The name of the interval's method, such as <c>wilson</c>.</summary>
    public required string Method { get; init; }

    /// <summary>How many observations the value rests on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required long Count { get; init => field = Errors.RequireCount(value, nameof(Count)); }

    /// <summary>The unit of <see cref="Value"/> and its limits: one of <see cref="Units"/>, or a caller's own.</summary>
    public required string Unit { get; init; }

    /// <summary>The metric of a tally, with its interval.</summary>
    /// <typeparam name="TTally">The tally type, which is the kind of the metric.</typeparam>
    /// <param name="tally">The data; an empty tally gives a <c>null</c> value.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The estimate by the metric's default method; another one is chosen at the measure itself, as <see cref="Proportion.Estimate"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    public static Estimate Of<TTally>(TTally tally, double level = 0.95)
        where TTally : IMetric<TTally> => TTally.Estimate(tally, level);

    /// <summary>The estimate as a person reads it, such as <c>72 points (95% CI 70 to 74, n = 3,018)</c>.</summary>
    /// <returns>Invariant text, whatever the current culture.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>The estimate as a person reads it.</summary>
    /// <param name="format"><c>F0</c> to <c>F15</c> for that many decimals; <c>G</c> or <c>null</c> for the unit's own: whole points, tenths of a percent.</param>
    /// <param name="formatProvider">The culture of the numbers; <c>null</c> is invariant.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is none of these.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        string unit = Unit is Units.Fraction or Units.Value or Units.Ratio || Value is null ? "" : " " + Unit;
        return Text(format, formatProvider, unit);
    }

    internal string Text(string? format, IFormatProvider? provider, string unit)
    {
        int? decimals = Display.Decimals(format);
        string Show(double? value) => Display.Quantity(value, Unit, decimals, provider);
        string interval = Lower is null && Upper is null
            ? ""
            : $"{Display.Level(Level, provider)} CI {Show(Lower)} to {Show(Upper)}, ";
        return $"{Show(Value)}{unit} ({interval}n = {Display.Count(Count, provider)})";
    }
}
