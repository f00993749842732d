namespace CareMetrics.Statistics;

/// <summary>A metric of one period or group set against a baseline: both sides, the change, and how sure it is.</summary>
/// <remarks>
/// The change is always current minus baseline, so swapping the sides negates it. One p-value, and
/// <see cref="PValueBasis"/> says which interval it inverts: that interval excludes no change exactly when p &lt; 1 − level.
/// Which direction is good is not part of it: <see cref="Judge"/> takes that.
/// </remarks>
public sealed record Comparison
{
    internal const double UsualPower = 0.8;

    /// <summary>The metric before: what is compared with.</summary>
    public required Estimate Baseline { get; init; }

    /// <summary>The metric now: what is compared.</summary>
    public required Estimate Current { get; init; }

    /// <summary>Current minus baseline.</summary>
    public required Estimate Change { get; init; }

    /// <summary>The change at level 1 − 2α, α being 1 − the level of <see cref="Change"/>: inside the margin, the sides are equivalent.</summary>
    /// <remarks>Two one-sided tests (Schuirmann 1987).</remarks>
    public required Estimate EquivalenceChange { get; init; }

    /// <summary>Current over baseline, minus 1, as a fraction; <c>null</c> where <see cref="NoRelativeChange"/> says why.</summary>
    public Estimate? RelativeChange { get; init; }

    /// <summary>Why there is no relative change, or <c>null</c> where there is one.</summary>
    public string? NoRelativeChange { get; init; }

    /// <summary>The two-sided p-value of no change, from 0 to 1; <c>null</c> where there is none.</summary>
    public double? PValue { get; init => field = Errors.RequireFinite(value, nameof(PValue)); }

    /// <summary>Which interval <see cref="PValue"/> inverts.</summary>
    public PValueBasis PValueBasis { get; init; }

    /// <summary>The size of change that data of this size would show four times in five, in the unit of the change; <c>null</c> where unknown.</summary>
    public double? DetectableChange { get; init => field = Errors.RequireFinite(value, nameof(DetectableChange)); }

    /// <summary>Why the sides cannot be compared, or <c>null</c> where they can.</summary>
    public NotComparable? NotComparable { get; init; }

    /// <summary>Why the current side is not final, in one line; <c>null</c> where it is.</summary>
    public string? Provisional { get; init; }

    /// <summary>Compares two tallies of one metric.</summary>
    /// <typeparam name="TTally">The tally type, which is the kind of the metric.</typeparam>
    /// <param name="baseline">What is compared with.</param>
    /// <param name="current">What is compared.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The comparison; where a side is too small, one that says so.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    public static Comparison Between<TTally>(TTally baseline, TTally current, double level = 0.95)
        where TTally : IMetric<TTally>
    {
        Errors.RequireLevel(level);
        Estimate change = TTally.Change(baseline, current, level);
        bool exists = HasInterval(change);
        Estimate? relative = exists ? TTally.RelativeChange(baseline, current, level) : null;
        return Of(
            TTally.Estimate(baseline, level),
            TTally.Estimate(current, level),
            change,
            TTally.Change(baseline, current, EquivalenceLevel(level)),
            exists ? TTally.PValue(baseline, current) : null,
            exists ? TTally.DetectableChange(baseline, current, UsualPower, level) : null,
            relative,
            relative is null ? TTally.NoRelativeChange(baseline, current) : null,
            TTally.PValueBasis);
    }

    /// <summary>The verdict, in the order of <see cref="Verdict"/>.</summary>
    /// <param name="better">Which direction is good.</param>
    /// <param name="margin">The change too small to matter, above 0, in the unit of <see cref="Change"/>; <c>null</c> for none.</param>
    /// <param name="adjustedPValue">The p-value adjusted for other comparisons, from 0 to 1; <c>null</c> to use <see cref="PValue"/>.</param>
    /// <returns>The verdict and what decided it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Judgement Judge(Better better, double? margin = null, double? adjustedPValue = null)
    {
        Errors.RequireKnown(better, nameof(better));
        Errors.RequireMargin(margin);
        Errors.RequirePValue(adjustedPValue, nameof(adjustedPValue));
        double? p = adjustedPValue ?? PValue;
        Verdict verdict = Decide(better, margin, p);
        return new Judgement
        {
            Verdict = verdict,
            Better = better,
            Margin = margin,
            PValue = p,
            IsAdjusted = adjustedPValue is not null,
            DetectableChange = verdict == Verdict.Inconclusive ? DetectableChange : null,
            Reason = verdict switch
            {
                Verdict.NotComparable => NotComparable!.Detail,
                Verdict.Provisional => Provisional,
                _ => null,
            },
        };
    }

    /// <summary>The comparison as a person reads it: the change and its p-value, or why there is none.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => NotComparable is not null
        ? $"not comparable: {NotComparable.Detail}"
        : $"change {Change}, {Display.PValue(PValue)}";

    private Verdict Decide(Better better, double? margin, double? p)
    {
        if (NotComparable is not null)
        {
            return Verdict.NotComparable;
        }

        if (Provisional is not null)
        {
            return Verdict.Provisional;
        }

        if (margin is { } m && EquivalenceChange.Lower > -m && EquivalenceChange.Upper < m)
        {
            return Verdict.Equivalent;
        }

        double alpha = 1 - Change.Level;
        return p < alpha
            ? (better, Math.Sign(Change.Value ?? 0)) switch
            {
                (Better.Higher, 1) or (Better.Lower, -1) => Verdict.Improved,
                (Better.Higher, -1) or (Better.Lower, 1) => Verdict.Worsened,
                _ => Verdict.Changed,
            }
            : Verdict.Inconclusive;
    }

    internal static Comparison Of(
        Estimate baseline,
        Estimate current,
        Estimate change,
        Estimate equivalenceChange,
        double? pValue,
        double? detectableChange,
        Estimate? relativeChange,
        string? noRelativeChange,
        PValueBasis basis = PValueBasis.Change) => new()
        {
            Baseline = baseline,
            Current = current,
            Change = change,
            EquivalenceChange = equivalenceChange,
            RelativeChange = relativeChange,
            NoRelativeChange = noRelativeChange,
            PValue = pValue,
            PValueBasis = basis,
            DetectableChange = detectableChange,
            NotComparable = HasInterval(change) ? null : TooFew(baseline, current),
        };

    // At levels of ½ and below, 1 − 2α is no level: the interval itself is then the narrowest there is.
    internal static double EquivalenceLevel(double level) => level > 0.5 ? 1 - 2 * (1 - level) : level;

    private static bool HasInterval(Estimate change) => change is { Value: not null, Lower: not null, Upper: not null };

    private static NotComparable TooFew(Estimate baseline, Estimate current)
    {
        string side = (baseline.Value, current.Value) switch
        {
            (null, null) => "neither side has data",
            (null, _) => "the baseline has no data",
            (_, null) => "the current side has no data",
            _ when baseline.Count > 1 && current.Count > 1 && baseline.Lower is null && current.Lower is null => "neither side varies, so there is no error to go by",
            _ => "a side has too little data for an interval",
        };
        return new NotComparable { Reason = NotComparableReason.TooFew, Detail = side };
    }
}
