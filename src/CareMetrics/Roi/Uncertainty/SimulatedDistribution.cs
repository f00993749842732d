using System.Collections.Immutable;
using CareMetrics.Statistics;

namespace CareMetrics.Roi;

/// <summary>What a simulation found of one result: its mean, spread, quantiles and histogram.</summary>
/// <remarks>Equal when all numbers are. Quantiles interpolate linearly between the draws in order (type 7 of Hyndman and Fan 1996).</remarks>
public sealed record SimulatedDistribution
{
    /// <summary>The mean over all draws.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double Mean { get; init => field = Errors.RequireNumber(value, nameof(Mean)); }

    /// <summary>The standard deviation between draws, 0 where there is one draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double StandardDeviation { get; init => field = Errors.RequireNumber(value, nameof(StandardDeviation)); }

    /// <summary>The standard error of the mean: what more draws would still change.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double StandardError { get; init => field = Errors.RequireNumber(value, nameof(StandardError)); }

    /// <summary>The lowest draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double Minimum { get; init => field = Errors.RequireNumber(value, nameof(Minimum)); }

    /// <summary>The highest draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double Maximum { get; init => field = Errors.RequireNumber(value, nameof(Maximum)); }

    /// <summary>The probabilities that <see cref="Quantiles"/> belong to, in ascending order.</summary>
    public required ImmutableArray<double> Probabilities { get; init => field = ValueList.OrEmpty(value); }

    /// <summary>The quantiles at <see cref="Probabilities"/>.</summary>
    public required ImmutableArray<double> Quantiles { get; init => field = ValueList.OrEmpty(value); }

    /// <summary>The edges of the histogram's bins, one more than there are bins: bin i reaches from edge i up to edge i + 1.</summary>
    public required ImmutableArray<double> BinEdges { get; init => field = ValueList.OrEmpty(value); }

    /// <summary>How many draws lie in each bin; together they are all draws.</summary>
    public required ImmutableArray<long> BinCounts { get; init => field = ValueList.OrEmpty(value); }

    /// <summary>The quantile at one of <see cref="Probabilities"/>.</summary>
    /// <param name="probability">A probability that the simulation was asked for.</param>
    /// <returns>The value below which that share of the draws lies.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The simulation was not asked for this probability.</exception>
    public double Quantile(double probability)
    {
        int index = Probabilities.IndexOf(probability);
        return index >= 0 ? Quantiles[index] : throw Errors.QuantileNotKept(probability, Probabilities);
    }

    /// <inheritdoc/>
    public bool Equals(SimulatedDistribution? other) => other is not null
        && Mean.Equals(other.Mean)
        && StandardDeviation.Equals(other.StandardDeviation)
        && StandardError.Equals(other.StandardError)
        && Minimum.Equals(other.Minimum)
        && Maximum.Equals(other.Maximum)
        && ValueList.Same(Probabilities, other.Probabilities)
        && ValueList.Same(Quantiles, other.Quantiles)
        && ValueList.Same(BinEdges, other.BinEdges)
        && ValueList.Same(BinCounts, other.BinCounts);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Mean, StandardDeviation, Minimum, Maximum, ValueList.Hash(Quantiles), ValueList.Hash(BinCounts));

    /// <summary>The distribution as a person reads it, such as <c>mean 14,050.12 (sd 3,120.50, 8,100.00 to 20,300.00)</c>.</summary>
    /// <returns>Invariant text; the range is that of the outermost quantiles.</returns>
    public override string ToString()
    {
        static string Show(double value) => Display.Number(value, 2, null);
        string range = Quantiles.IsEmpty ? "" : $", {Show(Quantiles[0])} to {Show(Quantiles[^1])}";
        return $"mean {Show(Mean)} (sd {Show(StandardDeviation)}{range})";
    }
}
