using System.Numerics;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <content>How a comparison of periods is made.</content>
public sealed partial record PeriodComparison
{
    /// <summary>Sets the days of one range against those of another.</summary>
    /// <typeparam name="TTally">The tally type, which is the kind of the metric; its <c>default</c> is empty.</typeparam>
    /// <param name="days">What was counted on each day, in any order. Tallies of one day are added; of a <see cref="RateTally"/> give one a day, for each counts as a period.</param>
    /// <param name="baseline">What is compared with; <c>null</c> where there is no such period, as where week 53 has no partner.</param>
    /// <param name="current">What is compared.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="partial">Days of which only a part was seen: they are left out of both sides and make a range incomplete; <c>null</c> for none.</param>
    /// <param name="alsoSeen">Days on which one looked and there was nothing to count; <c>null</c> where every day that was seen has a tally.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">The question has a target and no direction, or the baseline is later than the current period.</exception>
    public static PeriodComparison Of<TTally>(
        IEnumerable<(DateOnly Day, TTally Tally)> days,
        DateRange? baseline,
        DateRange current,
        PeriodQuestion question,
        IEnumerable<DateOnly>? partial = null,
        IEnumerable<DateOnly>? alsoSeen = null)
        where TTally : struct, IMetric<TTally>, IAdditionOperators<TTally, TTally, TTally>
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(question);
        var series = new DatedTallies<TTally>(days.Select(day => (day.Day, day.Day, day.Tally)), "day", partial ?? [], alsoSeen ?? []);
        return series.Compare(baseline, current, question);
    }

    /// <summary>Sets the whole periods that make up one range against those of another: a row a week or month instead of a day.</summary>
    /// <typeparam name="TTally">The tally type, which is the kind of the metric; its <c>default</c> is empty.</typeparam>
    /// <param name="periods">What was counted in each period, in any order; one that lies in a range only in part is not counted, and its days are missing there.</param>
    /// <param name="baseline">What is compared with; <c>null</c> where there is no such period.</param>
    /// <param name="current">What is compared.</param>
    /// <param name="question">What is asked.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">The question has a target and no direction, or the baseline is later than the current period.</exception>
    public static PeriodComparison OfPeriods<TTally>(
        IEnumerable<(Period Period, TTally Tally)> periods, DateRange? baseline, DateRange current, PeriodQuestion question)
        where TTally : struct, IMetric<TTally>, IAdditionOperators<TTally, TTally, TTally>
    {
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(question);
        var series = new DatedTallies<TTally>(periods.Select(part => (part.Period.Start, part.Period.End, part.Tally)), "period", [], []);
        return series.Compare(baseline, current, question);
    }

    /// <summary>Puts a comparison that was made into its periods: of whole lists, of customers' tallies, of any metric there is.</summary>
    /// <param name="comparison">Both sides and the change.</param>
    /// <param name="baseline">The period of its baseline; <c>null</c> where there is no such period.</param>
    /// <param name="current">The period of its current side.</param>
    /// <param name="question">What is asked, at the level of the comparison.</param>
    /// <param name="baselineSeen">How much of the baseline was seen; <c>null</c> where that is not known.</param>
    /// <param name="currentSeen">How much of the current period was seen; <c>null</c> where that is not known.</param>
    /// <returns>The comparison with its verdict, target and cautions.</returns>
    /// <exception cref="ArgumentException">The question has a target and no direction, or another level than the comparison; or the baseline is later than the current period.</exception>
    public static PeriodComparison Of(
        Comparison comparison,
        DateRange? baseline,
        DateRange current,
        PeriodQuestion question,
        Completeness? baselineSeen = null,
        Completeness? currentSeen = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(question);
        Errors.RequireNotLater(baseline, current, nameof(baseline));
        if (question is { Target: not null, Better: Better.Neither })
        {
            throw Errors.TargetWithoutDirection(nameof(question));
        }

        // Of few values by their ranks, the change can only be had at a lower level than was asked for.
        Errors.RequireSameLevel(question.Level, comparison.Baseline.Level, nameof(question));
        Comparison judged = comparison with
        {
            NotComparable = Readiness.NotComparable(comparison, baseline, question, baselineSeen, currentSeen),
            Provisional = comparison.Provisional ?? Readiness.Provisional(currentSeen),
        };
        return new PeriodComparison
        {
            Definition = question.Definition,
            Baseline = baseline,
            Current = current,
            BaselineSeen = baselineSeen,
            CurrentSeen = currentSeen,
            Comparison = judged,
            Better = question.Better,
            Margin = question.Margin,
            Target = question.Target,
            TargetResult = question.Target is { } target ? Readiness.Against(target, comparison.Current, question, currentSeen) : null,
            Cautions = [.. PeriodCautions.Of(comparison, baseline, current, baselineSeen, currentSeen, question.IncludeIncomplete)],
        };
    }
}
