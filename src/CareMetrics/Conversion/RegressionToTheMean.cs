using CareMetrics.Statistics;

namespace CareMetrics.Conversion;

/// <summary>How much better ranters look next time without anyone doing anything, where moods are normal about a customer's own level (Galton 1886; Davis 1976).</summary>
/// <remarks>
/// Moods before and after are taken as bivariate normal with one mean μ, one standard deviation σ, and correlation ρ. With
/// h = (ranterBelow − μ)/σ and k = (raverAbove − μ)/σ, ranters gain σ(1 − ρ)φ(h)/Φ(h), and
/// P(Y ≥ k, X ≤ h)/Φ(h) of them are ravers next time. That probability is exact to 1e-15 of all customers, the rate to 1e-15 ÷ Φ(h).
/// </remarks>
public static class RegressionToTheMean
{
    // The joint probability is known to 1e-15: below this share of ranters its ratio to it has not six digits.
    private const double FewestRanters = 1e-9;

    /// <summary>What to expect of a population that is known.</summary>
    /// <param name="mean">The mean mood of all customers, in points of the scale.</param>
    /// <param name="standardDeviation">The standard deviation of moods between customers, above 0, in points of the scale.</param>
    /// <param name="reliability">The correlation of a mood with the same customer's next, 0 to 1.</param>
    /// <param name="ranterBelow">Where ranters end on the continuous scale: with whole scores up to 6, 6.5.</param>
    /// <param name="raverAbove">Where ravers begin, at or above <paramref name="ranterBelow"/>: with whole scores from 9, 8.5.</param>
    /// <returns>The expected gain and conversion.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, or the cuts cross.</exception>
    public static NoEffect Expect(double mean, double standardDeviation, double reliability, double ranterBelow, double raverAbove)
    {
        Errors.RequireMoment(mean, nameof(mean));
        Errors.RequireSpread(standardDeviation, nameof(standardDeviation));
        Errors.RequireReliability(reliability, nameof(reliability));
        Errors.RequireMoment(ranterBelow, nameof(ranterBelow));
        Errors.RequireMoment(raverAbove, nameof(raverAbove));
        if (ranterBelow > raverAbove)
        {
            throw Errors.CutsCross(ranterBelow, raverAbove);
        }

        double h = (ranterBelow - mean) / standardDeviation;
        double k = (raverAbove - mean) / standardDeviation;
        double share = Distributions.NormalLower(h);
        // How far the ranters stand below the mean, in standard deviations.
        double? depth = share > 0 ? Distributions.NormalDensity(h) / share : null;
        return new NoEffect
        {
            Mean = mean,
            StandardDeviation = standardDeviation,
            Reliability = reliability,
            RanterBelow = ranterBelow,
            RaverAbove = raverAbove,
            RanterShare = share,
            RaverShare = Distributions.NormalUpper(k),
            RanterMean = mean - standardDeviation * depth,
            RanterMeanNext = mean - reliability * standardDeviation * depth,
            Gain = standardDeviation * (1 - reliability) * depth,
            ConversionRate = share > FewestRanters ? Math.Min(1, Distributions.BivariateNormalLower(h, -k, -reliability) / share) : null,
        };
    }

    /// <summary>What to expect of a population that is known, with the cuts of a scale.</summary>
    /// <inheritdoc cref="Expect(double, double, double, double, double)"/>
    /// <param name="mean">The mean mood of all customers, in points of the scale.</param>
    /// <param name="standardDeviation">The standard deviation of moods between customers, above 0, in points of the scale.</param>
    /// <param name="reliability">The correlation of a mood with the same customer's next, 0 to 1.</param>
    /// <param name="scale">The scale; cuts between whole scores are halfway.</param>
    public static NoEffect Expect(double mean, double standardDeviation, double reliability, MoodScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return Expect(mean, standardDeviation, reliability, scale.RanterBelow, scale.RaverAbove);
    }

    /// <summary>What to expect, from a panel of customers who were asked twice with nothing done in between.</summary>
    /// <param name="panel">Scores at the first and the second asking.</param>
    /// <param name="scale">The scale; cuts between whole scores are halfway.</param>
    /// <param name="level">The confidence level of the reliability, strictly between 0 and 1.</param>
    /// <returns>
    /// The expectation with the panel's first mean and standard deviation, its correlation as reliability, and the conversion at the
    /// limits of that. A correlation below 0 is no reliability: 0 is taken, and <see cref="NoEffect.Reliability"/> shows it.
    /// </returns>
    /// <exception cref="ArgumentException">The panel has fewer than two pairs, or no spread.</exception>
    public static NoEffect Expect(CorrelationTally panel, MoodScale scale, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(scale);
        Estimate reliability = Correlation.Estimate(panel, level);
        if (reliability.Value is not { } r || panel.MeanFirst is not { } mean)
        {
            throw Errors.PanelTooSmall(panel);
        }

        double deviation = Math.Sqrt(panel.SumOfSquaredDeviationsFirst / (panel.Count - 1));
        NoEffect At(double correlation) => Expect(mean, deviation, Math.Max(0, correlation), scale);
        return At(r) with
        {
            ConversionRateLower = reliability.Upper is { } most ? At(most).ConversionRate : null,
            ConversionRateUpper = reliability.Lower is { } least ? At(least).ConversionRate : null,
        };
    }

    /// <summary>Sets an observed conversion beside what doing nothing would give.</summary>
    /// <param name="moves">The customers before and after; the unseen ranters enter neither side.</param>
    /// <param name="expected">The expectation.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>Both, the excess, and the score test (p̂ − p₀)/√(p₀(1 − p₀)/n).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    public static BesideNoEffect Beside(TransitionTally moves, NoEffect expected, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(expected);
        Estimate observed = Proportion.Estimate(moves.Converted(RanterBase.Reobserved), level);
        return new BesideNoEffect
        {
            Observed = observed,
            Expected = expected,
            Excess = observed with
            {
                Value = observed.Value - expected.ConversionRate,
                Lower = observed.Lower - expected.ConversionRate,
                Upper = observed.Upper - expected.ConversionRate,
            },
            Test = expected.ConversionRate is { } rate ? Test(observed, rate) : null,
        };
    }

    private static SignificanceTest Test(Estimate observed, double expected)
    {
        double? z = observed.Value is not { } rate ? null
            : rate == expected ? 0
            : (rate - expected) / Math.Sqrt(expected * (1 - expected) / observed.Count);
        return new SignificanceTest
        {
            Against = expected,
            Statistic = z is { } finite && double.IsFinite(finite) ? z : null,
            PValue = z is { } statistic ? Distributions.TwoSidedP(statistic) : null,
            Method = "score",
            Count = observed.Count,
            Unit = Units.Fraction,
        };
    }
}
