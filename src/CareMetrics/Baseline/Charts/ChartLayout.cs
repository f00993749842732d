using System.Collections.Immutable;

namespace CareMetrics.Baseline;

/// <summary>Where a segment lies, and the points that its limits are made of.</summary>
internal readonly record struct ChartStretch(int First, int Last, int BaselineFirst, int BaselineLast, int BaselineCount, bool IsFrozen);

/// <summary>Cuts a series at its rebases and finds the baseline of each segment.</summary>
internal static class ChartLayout
{
    internal const int Fewest = 5;

    internal static ImmutableArray<ChartStretch> Of(ChartSeries series, ChartOptions options)
    {
        if (series.Length == 0)
        {
            throw Errors.NoPoints(series.Parameter);
        }

        int[] starts = [.. options.Rebases
            .Select((name, at) => series.IndexOf(Errors.Require(name, $"options.Rebases[{Errors.Show(at)}]"), "options.Rebases"))
            .Append(0).Distinct().Order()];
        (int First, int Last)? range = Range(series, options);
        var stretches = ImmutableArray.CreateBuilder<ChartStretch>(starts.Length);
        for (int at = 0; at < starts.Length; at++)
        {
            (int first, int last) = (starts[at], at + 1 < starts.Length ? starts[at + 1] - 1 : series.Length - 1);
            if (range is { } named && named.First >= first && named.First <= last)
            {
                if (named.Last > last)
                {
                    throw Errors.BaselineAcross(options.BaselineFrom!, options.BaselineTo!, series.NameOf(last + 1));
                }

                stretches.Add(Frozen(series, first, last, named.First, named.Last));
            }
            else
            {
                stretches.Add(FromFirst(series, first, last, options.BaselinePoints));
            }

            Check(series, stretches[^1], options);
        }

        return stretches.MoveToImmutable();
    }

    private static (int First, int Last)? Range(ChartSeries series, ChartOptions options)
    {
        if (options is { BaselineFrom: null, BaselineTo: null })
        {
            return null;
        }

        if (options is not { BaselineFrom: { } from, BaselineTo: { } to })
        {
            throw Errors.BaselineHalf(options.BaselineFrom is null);
        }

        (int first, int last) = (series.IndexOf(from, "options.BaselineFrom"), series.IndexOf(to, "options.BaselineTo"));
        return first <= last ? (first, last) : throw Errors.BaselineBackwards(from, to);
    }

    private static ChartStretch Frozen(ChartSeries series, int first, int last, int baselineFirst, int baselineLast) =>
        new(first, last, baselineFirst, baselineLast, Known(series, baselineFirst, baselineLast), IsFrozen: true);

    private static ChartStretch FromFirst(ChartSeries series, int first, int last, int? points)
    {
        if (points is not { } wanted)
        {
            return Frozen(series, first, last, first, last) with { IsFrozen = false };
        }

        int count = 0;
        for (int i = first; i <= last; i++)
        {
            count += double.IsNaN(series.Values[i]) ? 0 : 1;
            if (count == wanted)
            {
                return Frozen(series, first, last, first, i);
            }
        }

        return Frozen(series, first, last, first, last) with { IsFrozen = false };
    }

    private static int Known(ChartSeries series, int first, int last)
    {
        int count = 0;
        foreach (double value in series.Values.AsSpan(first, last - first + 1))
        {
            count += double.IsNaN(value) ? 0 : 1;
        }

        return count;
    }

    private static void Check(ChartSeries series, ChartStretch stretch, ChartOptions options)
    {
        if (stretch.BaselineCount < Fewest && !ChartLimits.AreKnown(series.Kind, options, stretch.First == 0))
        {
            throw Errors.BaselineTooShort(series.Parameter, series.NameOf(stretch.BaselineFirst), series.NameOf(stretch.BaselineLast), stretch.BaselineCount, Fewest);
        }
    }
}
