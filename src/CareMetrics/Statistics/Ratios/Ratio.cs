namespace CareMetrics.Statistics;

/// <summary>The ratio of two estimates, each with a standard error, with its interval.</summary>
/// <remarks>Both estimates are taken as normal. <see cref="Fieller"/> is exact for that; <see cref="Delta"/> is what most tools print.</remarks>
public static partial class Ratio
{
    /// <summary>The ratios that a test does not exclude: those θ for which numerator − θ · denominator may be 0.</summary>
    /// <param name="numerator">The estimate above, a finite number.</param>
    /// <param name="numeratorError">Its standard error, 0 or more, in the same unit.</param>
    /// <param name="denominator">The estimate below, a finite number.</param>
    /// <param name="denominatorError">Its standard error, 0 or more, in the same unit; above 0 where the estimate is 0.</param>
    /// <param name="correlation">The correlation of the two estimates, −1 to 1; 0 where they come from separate data.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The ratio and the set: bounded where the denominator is significantly not 0, otherwise a complement or the whole line.</returns>
    /// <remarks>
    /// The set of θ with (b² − z²σ_b²)θ² − 2(ab − z²σ_ab)θ + (a² − z²σ_a²) ≤ 0 (Fieller 1954). Its coverage is the level exactly
    /// when both estimates are normal with known errors, whatever the denominator.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">The denominator is 0 without error.</exception>
    /// <exception cref="OverflowException">The ratio or a limit is beyond what a number can hold.</exception>
    public static RatioInterval Fieller(
        double numerator, double numeratorError, double denominator, double denominatorError, double correlation = 0, double level = 0.95)
    {
        Require(numerator, numeratorError, denominator, denominatorError, correlation, level);
        return FiellerSet(numerator, numeratorError, denominator, denominatorError, correlation, level, Distributions.TwoSidedZ(level));
    }

    // With z of the level, or t where the errors are estimated.
    internal static RatioInterval FiellerSet(
        double numerator, double numeratorError, double denominator, double denominatorError, double correlation, double level, double z)
    {
        if (denominator == 0 && denominatorError == 0)
        {
            throw Errors.NoRatio(nameof(denominator));
        }

        // In units near the larger of estimate and error nothing below overflows; powers of two round nothing.
        double above = Scale(numerator, numeratorError);
        double below = Scale(denominator, denominatorError);
        double unit = above / below;
        (double a, double aError) = (numerator / above, numeratorError / above);
        (double b, double bError) = (denominator / below, denominatorError / below);
        double square = (Math.Abs(b) - z * bError) * (Math.Abs(b) + z * bError);
        double middle = a * b - z * z * correlation * aError * bError;
        double constant = (Math.Abs(a) - z * aError) * (Math.Abs(a) + z * aError);
        // (a·σ_b − ρ·b·σ_a)² + (1 − ρ²)σ_a²(b² − z²σ_b²), times z²: the discriminant without its cancellation.
        double straight = a * bError - correlation * b * aError;
        double discriminant = straight * straight + (1 - correlation) * (1 + correlation) * aError * aError * square;
        (IntervalShape shape, double? lower, double? upper) = discriminant < 0
            ? (IntervalShape.WholeLine, null, null)
            : Limits(square, middle, constant, z * Math.Sqrt(discriminant));
        return new RatioInterval
        {
            Value = denominator == 0 ? null : Finite(numerator / denominator),
            Shape = shape,
            Lower = Finite(lower * unit),
            Upper = Finite(upper * unit),
            Level = level,
            Method = "fieller",
            Unit = Units.Ratio,
        };
    }

    /// <summary>The symmetric interval around the ratio, from its first-order standard error.</summary>
    /// <inheritdoc cref="Fieller"/>
    /// <param name="numerator">The estimate above, a finite number.</param>
    /// <param name="numeratorError">Its standard error, 0 or more, in the same unit.</param>
    /// <param name="denominator">The estimate below, a finite number other than 0.</param>
    /// <param name="denominatorError">Its standard error, 0 or more, in the same unit.</param>
    /// <param name="correlation">The correlation of the two estimates, −1 to 1.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The ratio θ = a/b and the bounded interval θ ± z·√(σ_a² − 2θσ_ab + θ²σ_b²)/|b|.</returns>
    /// <remarks>Good only where the denominator is many standard errors away from 0: there it agrees with <see cref="Fieller"/>.</remarks>
    public static RatioInterval Delta(
        double numerator, double numeratorError, double denominator, double denominatorError, double correlation = 0, double level = 0.95)
    {
        Require(numerator, numeratorError, denominator, denominatorError, correlation, level);
        if (denominator == 0)
        {
            throw Errors.NoRatio(nameof(denominator));
        }

        double ratio = numerator / denominator;
        double own = numeratorError - correlation * ratio * denominatorError;
        double rest = ratio * denominatorError * Math.Sqrt((1 - correlation) * (1 + correlation));
        double margin = Distributions.TwoSidedZ(level) * Math.Sqrt(own * own + rest * rest) / Math.Abs(denominator);
        return new RatioInterval
        {
            Value = Finite(ratio),
            Shape = IntervalShape.Bounded,
            Lower = Finite(ratio - margin),
            Upper = Finite(ratio + margin),
            Level = level,
            Method = "delta",
            Unit = Units.Ratio,
        };
    }

    // The roots of square·θ² − 2·middle·θ + constant, given the root of its discriminant.
    private static (IntervalShape Shape, double? Lower, double? Upper) Limits(double square, double middle, double constant, double root)
    {
        if (square == 0)
        {
            double end = constant / (2 * middle);
            return Math.Sign(middle) switch
            {
                0 => (IntervalShape.WholeLine, null, null),
                1 => (IntervalShape.Complement, null, end),
                _ => (IntervalShape.Complement, end, null),
            };
        }

        // The larger sum first and the other root from the product: neither loses digits.
        double sum = middle + Math.CopySign(root, middle);
        double first = sum / square;
        double second = sum == 0 ? first : constant / sum;
        IntervalShape shape = square > 0 ? IntervalShape.Bounded : IntervalShape.Complement;
        return (shape, Math.Min(first, second), Math.Max(first, second));
    }

    private static void Require(
        double numerator, double numeratorError, double denominator, double denominatorError, double correlation, double level)
    {
        Errors.RequireNumber(numerator, nameof(numerator));
        Errors.RequireStandardError(numeratorError, nameof(numeratorError));
        Errors.RequireNumber(denominator, nameof(denominator));
        Errors.RequireStandardError(denominatorError, nameof(denominatorError));
        Errors.RequireCorrelation(correlation, nameof(correlation));
        Errors.RequireLevel(level);
    }

    private static double Scale(double estimate, double error)
    {
        double larger = Math.Max(Math.Abs(estimate), error);
        return larger == 0 ? 1 : Math.ScaleB(1, Math.ILogB(larger));
    }

    // A 0 without a sign: nothing over a loss is nothing.
    private static double? Finite(double? value) => value is null || double.IsFinite(value.Value) ? value + 0.0 : throw Errors.RatioTooLarge();
}
