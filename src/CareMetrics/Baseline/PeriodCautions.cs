using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>What to be careful about in a comparison of two periods.</summary>
internal static class PeriodCautions
{
    /// <summary>A baseline of fewer periods says little about how much they differ by themselves.</summary>
    internal const int EnoughPeriods = 12;

    private const double EqualEnough = 1.1;
    private const double MuchAlike = 0.2;
    private const double Sure = 1.96;

    internal static IEnumerable<Caution> Of(Comparison comparison, DateRange? baseline, DateRange current, Completeness? baselineSeen, Completeness? currentSeen, bool includeIncomplete)
    {
        if (baseline is not null && baseline.Overlaps(current))
        {
            yield return new() { Kind = CautionKind.Overlap, Detail = $"{baseline} and {current} share days, which are on both sides" };
        }

        foreach (Completeness seen in new[] { baselineSeen, currentSeen }.OfType<Completeness>().Where(seen => includeIncomplete && !seen.IsWhole))
        {
            yield return new() { Kind = CautionKind.DaysLeftOut, Detail = $"left out of {seen.Range}: {string.Join("; ", seen.Gaps())}" };
        }

        if (baselineSeen is { DaysSeen: > 0 and var before } && currentSeen is { DaysSeen: > 0 and var now } && Math.Max(before, now) > EqualEnough * Math.Min(before, now))
        {
            yield return new() { Kind = CautionKind.UnequalExposure, Detail = $"{Days(before)} seen in the baseline and {Days(now)} in the current period: compare rates and means, not totals" };
        }

        foreach ((Estimate side, string name) in new[] { (comparison.Baseline, "the baseline"), (comparison.Current, "the current period") })
        {
            if (side is { Value: not null, Count: > 1, Lower: null, Upper: null })
            {
                yield return new() { Kind = CautionKind.ZeroVariance, Detail = $"{name} does not vary at all: all {Errors.Show(side.Count)} values are equal" };
            }
        }
    }

    /// <summary>What only the periods within the two sides tell.</summary>
    internal static IEnumerable<Caution> OfPeriods<TTally>(string unit, TTally baseline, TTally current, IReadOnlyList<TTally> before, double? correlation, int pairs)
        where TTally : struct, IMetric<TTally>
    {
        if (before.Count is > 0 and < EnoughPeriods)
        {
            yield return new()
            {
                Kind = CautionKind.ShortBaseline,
                Detail = $"the baseline has {(before.Count == 1 ? $"one {unit}" : $"{Errors.Show(before.Count)} {unit}s")} with data; fewer than {Errors.Show(EnoughPeriods)} say little about how much they differ by themselves",
            };
        }

        if (correlation is { } r && r >= MuchAlike && r * Math.Sqrt(pairs) > Sure)
        {
            yield return new()
            {
                Kind = CautionKind.Autocorrelation,
                Detail = $"neighbouring {unit}s are alike (lag-1 correlation {Show(r)}): the interval is too narrow and p too small",
            };
        }

        if (baseline is RateTally { Periods: > 0 } rate0 && current is RateTally { Periods: > 0 } rate1 && PoissonBecause(rate0, rate1, unit) is { } why)
        {
            yield return new() { Kind = CautionKind.PoissonOnly, Detail = $"{why}, so there is no spread to go by: the answer is Poisson's, which can call noise a change" };
        }
    }

    private static string? PoissonBecause(RateTally baseline, RateTally current, string unit) =>
        baseline.Periods < 2 || current.Periods < 2 ? $"a side has one {unit} alone"
        : baseline.Count == 0 || current.Count == 0 ? "a side has no events"
        : baseline.SumOfSquaredDeviations + current.SumOfSquaredDeviations == 0 ? $"the {unit}s of each side do not differ at all"
        : null;

    private static string Days(int count) => $"{Errors.Show(count)} {(count == 1 ? "day" : "days")}";

    private static string Show(double value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
