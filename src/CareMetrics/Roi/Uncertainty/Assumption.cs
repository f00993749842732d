using System.Globalization;
using System.Text.Json.Serialization;

namespace CareMetrics.Roi;

/// <summary>A number that a business case rests on: one value, or a distribution of values around the one that is booked.</summary>
/// <remarks>
/// <see cref="Likely"/> is what enters the books, always exact: the likely value of a triangular or PERT assumption, the mean of the
/// others. A skewed triangular or PERT assumption has another mean, which a simulation shows. Immutable; equal when all parts are.
/// </remarks>
public sealed record Assumption
{
    /// <summary>Makes an assumption from its parts, as a file holds them; the methods named after the shapes read better.</summary>
    /// <param name="shape">How it may turn out.</param>
    /// <param name="likely">The value that is booked.</param>
    /// <param name="low">The lowest value of a triangular, PERT or beta assumption; otherwise <c>null</c>.</param>
    /// <param name="high">The highest value of a triangular, PERT or beta assumption; otherwise <c>null</c>.</param>
    /// <param name="standardDeviation">The standard deviation of a normal or log-normal assumption, 0 or more; otherwise <c>null</c>.</param>
    /// <param name="alpha">The first parameter of a beta assumption, above 0; otherwise <c>null</c>.</param>
    /// <param name="betaParameter">The second parameter of a beta assumption, above 0; otherwise <c>null</c>.</param>
    /// <exception cref="ArgumentException">The parts do not make an assumption of this shape.</exception>
    [JsonConstructor]
    public Assumption(
        AssumptionShape shape,
        decimal likely,
        decimal? low = null,
        decimal? high = null,
        decimal? standardDeviation = null,
        decimal? alpha = null,
        decimal? betaParameter = null)
    {
        Errors.RequireKnown(shape, nameof(shape));
        bool ranged = shape is AssumptionShape.Triangular or AssumptionShape.Pert or AssumptionShape.Beta;
        Errors.RequireShapePart(shape, low, ranged, nameof(low));
        Errors.RequireShapePart(shape, high, ranged, nameof(high));
        Errors.RequireShapePart(shape, standardDeviation, shape is AssumptionShape.Normal or AssumptionShape.LogNormal, nameof(standardDeviation));
        Errors.RequireShapePart(shape, alpha, shape == AssumptionShape.Beta, nameof(alpha));
        Errors.RequireShapePart(shape, betaParameter, shape == AssumptionShape.Beta, nameof(betaParameter));
        if (low > likely || likely > high)
        {
            throw Errors.AssumptionOutOfOrder(low!.Value, likely, high!.Value);
        }

        Errors.RequireNotNegative(standardDeviation ?? 0, nameof(standardDeviation));
        Errors.RequireAboveZero(alpha, nameof(alpha));
        Errors.RequireAboveZero(betaParameter, nameof(betaParameter));
        Errors.RequireAboveZero(shape == AssumptionShape.LogNormal ? likely : null, nameof(likely));
        (Shape, Likely, Low, High) = (shape, likely, low, high);
        (StandardDeviation, Alpha, BetaParameter) = (standardDeviation, alpha, betaParameter);
    }

    /// <summary>How it may turn out.</summary>
    public AssumptionShape Shape { get; }

    /// <summary>The value that is booked.</summary>
    public decimal Likely { get; }

    /// <summary>The lowest value of a triangular, PERT or beta assumption; otherwise <c>null</c>.</summary>
    public decimal? Low { get; }

    /// <summary>The highest value of a triangular, PERT or beta assumption; otherwise <c>null</c>.</summary>
    public decimal? High { get; }

    /// <summary>The standard deviation of a normal or log-normal assumption; otherwise <c>null</c>.</summary>
    public decimal? StandardDeviation { get; }

    /// <summary>The first parameter of a beta assumption; otherwise <c>null</c>.</summary>
    public decimal? Alpha { get; }

    /// <summary>The second parameter of a beta assumption; otherwise <c>null</c>.</summary>
    public decimal? BetaParameter { get; }

    /// <summary>A value taken as certain.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The assumption.</returns>
    public static Assumption Of(decimal value) => new(AssumptionShape.Point, value);

    /// <summary>Low, likely and high, with straight sides.</summary>
    /// <param name="low">The lowest value, at most <paramref name="likely"/>.</param>
    /// <param name="likely">The likeliest value, which is booked.</param>
    /// <param name="high">The highest value, at least <paramref name="likely"/>.</param>
    /// <returns>The assumption, with mean (low + likely + high)/3.</returns>
    /// <exception cref="ArgumentException">The three are not in order.</exception>
    public static Assumption Triangular(decimal low, decimal likely, decimal high) => new(AssumptionShape.Triangular, likely, low, high);

    /// <summary>Low, likely and high, bell-shaped.</summary>
    /// <param name="low">The lowest value, at most <paramref name="likely"/>.</param>
    /// <param name="likely">The likeliest value, which is booked.</param>
    /// <param name="high">The highest value, at least <paramref name="likely"/>.</param>
    /// <returns>The assumption, with mean (low + 4·likely + high)/6.</returns>
    /// <remarks>Beta with α = 1 + 4(likely − low)/(high − low) and β = 1 + 4(high − likely)/(high − low).</remarks>
    /// <exception cref="ArgumentException">The three are not in order.</exception>
    public static Assumption Pert(decimal low, decimal likely, decimal high) => new(AssumptionShape.Pert, likely, low, high);

    /// <summary>Normal, as an estimate with its standard error is.</summary>
    /// <param name="mean">The mean, which is booked.</param>
    /// <param name="standardDeviation">The standard deviation, 0 or more.</param>
    /// <returns>The assumption.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative.</exception>
    public static Assumption Normal(decimal mean, decimal standardDeviation) =>
        new(AssumptionShape.Normal, mean, standardDeviation: standardDeviation);

    /// <summary>Log-normal: a worth that is never below 0 and may be far above its mean.</summary>
    /// <param name="mean">The mean of the value itself, above 0, which is booked.</param>
    /// <param name="standardDeviation">The standard deviation of the value itself, 0 or more.</param>
    /// <returns>The assumption.</returns>
    /// <remarks>With s² = ln(1 + sd²/mean²), the logarithm is normal with mean ln(mean) − s²/2 and standard deviation s.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Assumption LogNormal(decimal mean, decimal standardDeviation)
    {
        Errors.RequireAboveZero(mean, nameof(mean));
        return new(AssumptionShape.LogNormal, mean, standardDeviation: standardDeviation);
    }

    /// <summary>Beta between two ends: with α = x + ½ and β = n − x + ½, what x successes among n trials leave open of a rate.</summary>
    /// <param name="alpha">The first parameter, above 0.</param>
    /// <param name="beta">The second parameter, above 0.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end, at least <paramref name="low"/>.</param>
    /// <returns>The assumption; its mean low + (high − low)·α/(α + β) is booked.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, or the ends are not in order.</exception>
    /// <exception cref="OverflowException">The mean is beyond what a decimal can hold.</exception>
    public static Assumption Beta(decimal alpha, decimal beta, decimal low = 0, decimal high = 1)
    {
        Errors.RequireAboveZero(alpha, nameof(alpha));
        Errors.RequireAboveZero(beta, nameof(beta));
        if (low > high)
        {
            throw Errors.EndsOutOfOrder(low, high);
        }

        try
        {
            decimal mean = low + (high - low) * (alpha / (alpha + beta));
            return new(AssumptionShape.Beta, mean, low, high, alpha: alpha, betaParameter: beta);
        }
        catch (OverflowException)
        {
            throw Errors.MoneyTooLarge("the mean of a beta assumption");
        }
    }

    /// <summary>The assumption as a person reads it, such as <c>120 (triangular 80 to 150)</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        static string Show(decimal? value) => value?.ToString("#,0.############################", CultureInfo.InvariantCulture) ?? "";
        return Shape switch
        {
            AssumptionShape.Point => Show(Likely),
            AssumptionShape.Triangular => $"{Show(Likely)} (triangular {Show(Low)} to {Show(High)})",
            AssumptionShape.Pert => $"{Show(Likely)} (PERT {Show(Low)} to {Show(High)})",
            AssumptionShape.Normal => $"{Show(Likely)} (normal, sd {Show(StandardDeviation)})",
            AssumptionShape.LogNormal => $"{Show(Likely)} (log-normal, sd {Show(StandardDeviation)})",
            _ => $"{Show(Likely)} (beta {Show(Alpha)}, {Show(BetaParameter)} from {Show(Low)} to {Show(High)})",
        };
    }
}
