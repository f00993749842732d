using System.Collections.Immutable;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>Scores by segment: what a change is made of, and which segments differ from the rest.</summary>
public static class NpsSegments
{
    /// <summary>Takes a change of score apart, exactly.</summary>
    /// <param name="segments">Each segment's name and its answers in both periods; together they are all answers, each once.</param>
    /// <returns>The points from segments scoring differently and from a different mix; they add up to the change.</returns>
    /// <remarks>
    /// With segment shares w and scores δ, bars for the mean of the two periods:
    /// within = Σ w̄ₕ·Δδₕ and mix = Σ Δwₕ·(δ̄ₕ − δ̄), δ̄ being the mean of the two whole scores; their sum is Δδ.
    /// A segment absent from one period scores there as it does in the other: all it adds is mix.
    /// </remarks>
    /// <exception cref="ArgumentException">A name appears twice.</exception>
    public static ChangeExplanation Explain(IEnumerable<(string Segment, NpsTally Baseline, NpsTally Current)> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        (string Segment, NpsTally Baseline, NpsTally Current)[] all = [.. segments];
        Errors.RequireDistinct(all.Select(part => part.Segment), nameof(segments), "segment");
        EffectiveCounts before = new(all.Aggregate(NpsTally.Empty, (sum, part) => sum + part.Baseline));
        EffectiveCounts now = new(all.Aggregate(NpsTally.Empty, (sum, part) => sum + part.Current));
        if (before.Total == 0 || now.Total == 0)
        {
            return new ChangeExplanation { Change = null, Within = null, Mix = null, Segments = [] };
        }

        double middle = (before.Score + now.Score) / 2;
        var parts = ImmutableArray.CreateBuilder<SegmentChange>(all.Length);
        foreach ((string name, NpsTally baseline, NpsTally current) in all)
        {
            (EffectiveCounts was, EffectiveCounts its) = (new(baseline), new(current));
            double scoreBefore = was.Total > 0 ? was.Score : its.Total > 0 ? its.Score : 0;
            double scoreNow = its.Total > 0 ? its.Score : scoreBefore;
            (double shareBefore, double shareNow) = (was.Total / before.Total, its.Total / now.Total);
            parts.Add(new SegmentChange
            {
                Segment = name,
                Baseline = baseline,
                Current = current,
                Within = 100 * (shareBefore + shareNow) / 2 * (scoreNow - scoreBefore),
                Mix = 100 * (shareNow - shareBefore) * ((scoreBefore + scoreNow) / 2 - middle),
            });
        }

        double within = parts.Sum(part => part.Within);
        double mix = parts.Sum(part => part.Mix);
        return new ChangeExplanation { Change = within + mix, Within = within, Mix = mix, Segments = parts.ToImmutable() };
    }

    /// <summary>Compares each segment with all the others together.</summary>
    /// <param name="segments">Each segment's name and its answers.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="adjustment">How the p-values are adjusted for there being many.</param>
    /// <returns>One comparison a segment, in the order given: the rest is the baseline, the segment current.</returns>
    /// <exception cref="ArgumentException">A name appears twice, or an argument is outside its range.</exception>
    public static ImmutableArray<SegmentComparison> AgainstRest(
        IEnumerable<(string Segment, NpsTally Tally)> segments, double level = 0.95, Adjustment adjustment = Adjustment.Holm)
    {
        ArgumentNullException.ThrowIfNull(segments);
        (string Segment, NpsTally Tally)[] all = [.. segments];
        NpsTally whole = all.Aggregate(NpsTally.Empty, (sum, part) => sum + part.Tally);
        return SegmentComparison.Adjusted(
            all.Select(part => (part.Segment, Comparison.Between(whole - part.Tally, part.Tally, level))), adjustment, nameof(segments));
    }
}
