using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>Several metrics compared and judged together: among many, some look changed by chance, and the verdicts allow for that.</summary>
/// <remarks>
/// The adjusted p-value decides each verdict. One metric may be declared primary beforehand: it is judged by its own p-value, and the others
/// are adjusted among themselves. A metric without a verdict yet (not comparable, or provisional) does not count among them.
/// Intervals stay those of each metric by itself, and so does a verdict of equivalence, which goes by an interval. Two are equal when
/// all properties are.
/// </remarks>
public sealed record Scorecard
{
    /// <summary>The metrics in the order given, each with its p-value adjusted for the others; estimates, intervals and own p-values are not adjusted.</summary>
    public required ImmutableArray<PeriodComparison> Metrics { get; init => field = Errors.RequireLines(ValueList.OrEmpty(value), nameof(Metrics)); }

    /// <summary>The name of the metric that was declared primary and is judged by its own p-value; <c>null</c> for none.</summary>
    public string? Primary { get; init; }

    /// <summary>How p-values were adjusted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the adjustments.</exception>
    public required Adjustment Adjustment
    {
        get;
        init
        {
            Errors.RequireKnown(value, nameof(Adjustment));
            field = value;
        }
    }

    /// <summary>How many p-values were adjusted for each other.</summary>
    [JsonIgnore]
    public int AdjustedCount => Metrics.Count(metric => metric.AdjustedPValue is not null);

    /// <summary>What the verdicts allow for and the intervals do not, in one sentence.</summary>
    [JsonIgnore]
    public string Meaning
    {
        get
        {
            string primary = Primary is null ? "" : $"; {Primary} is primary and judged by its own";
            string adjusted = Adjustment == Adjustment.None || AdjustedCount < 2
                ? "verdicts go by the p-value of each metric by itself"
                : $"verdicts go by p-values adjusted for {Display.Count(AdjustedCount, null)} metrics ({Name})";
            return $"{adjusted}{primary}; intervals are those of each metric by itself";
        }
    }

    private string Name => Adjustment == Adjustment.Holm ? "Holm" : "Benjamini–Hochberg";

    /// <summary>Judges metrics together.</summary>
    /// <param name="comparisons">The metrics, each by a name of its own.</param>
    /// <param name="adjustment">How to adjust for their number.</param>
    /// <param name="primary">The name of the metric that was declared primary before anyone looked; <c>null</c> for none.</param>
    /// <returns>The scorecard.</returns>
    /// <exception cref="ArgumentException">A metric appears twice, or none has the primary's name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="adjustment"/> is none of the adjustments.</exception>
    public static Scorecard Of(IEnumerable<PeriodComparison> comparisons, Adjustment adjustment = Adjustment.Holm, string? primary = null)
    {
        ArgumentNullException.ThrowIfNull(comparisons);
        ImmutableArray<PeriodComparison> all = Errors.RequireLines([.. comparisons], nameof(comparisons));
        Errors.RequireDistinct(all.Select(one => one.Definition.Metric), nameof(comparisons), "metric");
        if (primary is not null && !all.Any(one => one.Definition.Metric == primary))
        {
            throw Errors.NoPrimary(primary, all.Select(one => one.Definition.Metric));
        }

        bool Counts(PeriodComparison one) => one.Definition.Metric != primary && one.Comparison is { NotComparable: null, Provisional: null };
        ImmutableArray<double?> adjusted = MultipleComparisons.Adjust([.. all.Select(one => Counts(one) ? one.Comparison.PValue : null)], adjustment);
        return new Scorecard
        {
            Metrics = [.. all.Select((one, i) => one with { AdjustedPValue = adjusted[i] })],
            Primary = primary,
            Adjustment = adjustment,
        };
    }

    /// <summary>How many metrics have a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>From 0 to the number of metrics.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="verdict"/> is none of the verdicts.</exception>
    public int Count(Verdict verdict)
    {
        Errors.RequireKnown(verdict, nameof(verdict));
        return Metrics.Count(metric => metric.Judgement.Verdict == verdict);
    }

    /// <summary>The scorecard as a person reads it: how many metrics came out how.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        IEnumerable<string> counts = Enum.GetValues<Verdict>()
            .Select(verdict => (Words: Judgement.WordsOf(verdict), Count: Count(verdict)))
            .Where(part => part.Count > 0)
            .Select(part => $"{Display.Count(part.Count, null)} {part.Words}");
        string metrics = $"{Display.Count(Metrics.Length, null)} {(Metrics.Length == 1 ? "metric" : "metrics")}";
        return Metrics.IsEmpty ? metrics : $"{metrics}: {string.Join(", ", counts)}";
    }

    /// <inheritdoc/>
    public bool Equals(Scorecard? other) => other is not null && Adjustment == other.Adjustment && Primary == other.Primary && ValueList.Same(Metrics, other.Metrics);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Adjustment, Primary, ValueList.Hash(Metrics));
}
