namespace CareMetrics.Baseline;

/// <summary>Centre line and limits of a segment.</summary>
internal static class ChartLimits
{
    private const double Sigmas = 3;

    /// <summary>Whether a segment takes nothing from a baseline of its own.</summary>
    internal static bool AreKnown(ChartKind kind, ChartOptions options, bool isFirst) =>
        isFirst && options.Centre is not null && (kind is ChartKind.P or ChartKind.U || options.Sigma is not null);

    internal static (double Lower, double Upper) Band(ChartKind kind, double centre, double sigma, double sigmas)
    {
        (double lower, double upper) = (centre - sigmas * sigma, centre + sigmas * sigma);
        return kind switch
        {
            ChartKind.Xmr => (lower, upper),
            ChartKind.P or ChartKind.PPrime => (Math.Max(lower, 0), Math.Min(upper, 1)),
            _ => (Math.Max(lower, 0), upper),
        };
    }

    /// <summary>Sets the lines of a segment's points.</summary>
    /// <returns>The segment.</returns>
    internal static ChartSegment Set(ChartSeries series, ChartStretch stretch, ChartOptions options, ChartLines lines, bool isFirst)
    {
        bool isXmr = series.Kind == ChartKind.Xmr;
        bool isLaney = series.Kind is ChartKind.PPrime or ChartKind.UPrime;
        double centre = isFirst && options.Centre is { } known ? RequireCentre(series.Kind, known) : Centre(series, stretch);

        // σ of chance alone; an XmR chart has none, and its values stand for themselves.
        if (!isXmr)
        {
            SetChance(series, stretch, centre, lines);
        }

        SetRanges(series, stretch, centre, lines, isXmr, isLaney);
        (double sigma, double average, double limit) = MovingRanges.Spread(BaselineRanges(stretch, lines), options);
        sigma = isFirst && options.Sigma is { } given ? given : sigma;
        for (int i = stretch.First; i <= stretch.Last; i++)
        {
            double one = isXmr ? sigma
                : !isLaney ? lines.Sigma[i]
                : !double.IsNaN(sigma) ? lines.Sigma[i] * sigma
                : lines.Sigma[i] == 0 ? 0 : double.NaN;
            (lines.Lower[i], lines.Upper[i]) = Band(series.Kind, centre, one, Sigmas);
            lines.Sigma[i] = one;
            if (double.IsInfinity(lines.Lower[i]) || double.IsInfinity(lines.Upper[i]))
            {
                throw Errors.LimitsTooLarge(series.NameOf(i));
            }
        }

        RunTests runs = RunTests.Of(series.Values.AsSpan(stretch.First, stretch.Last - stretch.First + 1), centre);
        return new ChartSegment
        {
            First = stretch.First,
            Last = stretch.Last,
            BaselineFirst = stretch.BaselineFirst,
            BaselineLast = stretch.BaselineLast,
            BaselineCount = AreKnown(series.Kind, options, isFirst) ? 0 : stretch.BaselineCount,
            IsFrozen = stretch.IsFrozen || AreKnown(series.Kind, options, isFirst),
            Centre = centre,
            Sigma = isXmr ? Known(sigma) : null,
            MovingRange = Known(average),
            MovingRangeLimit = Known(limit),
            SigmaZ = isLaney ? Known(sigma) : null,
            Useful = runs.Useful,
            LongestRun = runs.Longest,
            LongestRunLimit = runs.LongestLimit,
            Crossings = runs.Crossings,
            CrossingsLimit = runs.CrossingsLimit,
        };
    }

    private static double Centre(ChartSeries series, ChartStretch stretch)
    {
        (var sum, var whole, int count) = (default(ExactSum), default(ExactSum), 0);
        for (int i = stretch.BaselineFirst; i <= stretch.BaselineLast; i++)
        {
            if (double.IsNaN(series.Values[i]))
            {
                continue;
            }

            count++;
            sum.Add(series.Kind == ChartKind.Xmr ? series.Values[i] : series.Counts[i]);
            whole.Add(series.Kind == ChartKind.Xmr ? 0 : series.Denominators[i]);
        }

        return Errors.RequireRepresentable(sum.Over(series.Kind == ChartKind.Xmr ? count : whole.Value), "the centre line");
    }

    private static double RequireCentre(ChartKind kind, double centre) => kind switch
    {
        ChartKind.P or ChartKind.PPrime => Errors.RequireShare(centre, "options.Centre"),
        ChartKind.U or ChartKind.UPrime => Errors.RequireNotNegative(centre, "options.Centre"),
        _ => centre,
    };

    private static void SetChance(ChartSeries series, ChartStretch stretch, double centre, ChartLines lines)
    {
        double variance = series.Kind is ChartKind.P or ChartKind.PPrime ? centre * (1 - centre) : centre;
        for (int i = stretch.First; i <= stretch.Last; i++)
        {
            lines.Sigma[i] = double.IsNaN(series.Values[i]) ? double.NaN : Math.Sqrt(variance / series.Denominators[i]);
        }
    }

    private static void SetRanges(ChartSeries series, ChartStretch stretch, double centre, ChartLines lines, bool isXmr, bool isLaney)
    {
        double before = double.NaN;
        for (int i = stretch.First; i <= stretch.Last; i++)
        {
            double value = series.Values[i];
            double here = isXmr ? value
                : isLaney ? (value - centre) / lines.Sigma[i]
                : double.NaN;
            double range = Math.Abs(here - before);
            lines.MovingRange[i] = double.IsInfinity(range) ? throw Errors.LimitsTooLarge(series.NameOf(i)) : range;
            before = here;
        }
    }

    private static List<double> BaselineRanges(ChartStretch stretch, ChartLines lines)
    {
        var ranges = new List<double>();
        for (int i = stretch.BaselineFirst + 1; i <= stretch.BaselineLast; i++)
        {
            if (!double.IsNaN(lines.MovingRange[i]))
            {
                ranges.Add(lines.MovingRange[i]);
            }
        }

        return ranges;
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : Errors.RequireRepresentable(value, "the moving range");
}
