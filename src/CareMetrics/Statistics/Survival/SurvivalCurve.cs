using System.Collections.Immutable;

namespace CareMetrics.Statistics;

/// <summary>The steps of a survival curve, and the area under them.</summary>
internal static class SurvivalCurve
{
    internal static ImmutableArray<SurvivalPoint> Of(ReadOnlySpan<SurvivalTime> times, long count, double z, SurvivalMethod interval)
    {
        ImmutableArray<SurvivalPoint>.Builder points = ImmutableArray.CreateBuilder<SurvivalPoint>(times.Length);
        long atRisk = count;
        // Between two times with censoring the product of (n − d)/n telescopes: one division, and no censoring leaves it exact.
        double start = 1;
        long atStart = count;
        double survival = 1;
        double greenwood = 0;
        double hazard = 0;
        (double? lower, double? upper) = Limits(1, 0, z, interval);
        foreach (SurvivalTime time in times)
        {
            long left = atRisk - time.Events;
            if (time.Events > 0)
            {
                survival = start * ((double)left / atStart);
                greenwood += (double)time.Events / atRisk / left;
                hazard += (double)time.Events / atRisk;
                (lower, upper) = Limits(survival, greenwood, z, interval);
            }

            points.Add(new SurvivalPoint
            {
                Time = time.Time,
                AtRisk = atRisk,
                Events = time.Events,
                Censored = time.Censored,
                Survival = survival,
                StandardError = survival == 0 ? null : survival * Math.Sqrt(greenwood),
                CumulativeHazard = hazard,
                Lower = lower,
                Upper = upper,
            });
            atRisk = left - time.Censored;
            if (time.Censored > 0)
            {
                (start, atStart) = (survival, atRisk);
            }
        }

        return points.MoveToImmutable();
    }

    /// <summary>The index of the first point after a time.</summary>
    internal static int FirstAfter(ReadOnlySpan<SurvivalPoint> points, double time)
    {
        (int low, int high) = (0, points.Length);
        while (low < high)
        {
            int middle = low + (high - low) / 2;
            (low, high) = points[middle].Time <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The area under the curve up to a horizon with its standard error; null where the curve is not known so far.</summary>
    internal static (double Mean, double Error)? Area(ReadOnlySpan<SurvivalPoint> points, double horizon)
    {
        if (points.IsEmpty || (points[^1].Time < horizon && points[^1].Survival > 0))
        {
            return null;
        }

        // Backwards, so that what is left from each time on is at hand.
        double area = 0;
        double variance = 0;
        double end = horizon;
        for (int i = FirstAfter(points, horizon) - 1; i >= 0; i--)
        {
            SurvivalPoint point = points[i];
            area += point.Survival * (end - point.Time);
            end = point.Time;
            long left = point.AtRisk - point.Events;
            variance += left == 0 ? 0 : area * area * ((double)point.Events / point.AtRisk / left);
        }

        return (Errors.RequireRepresentable(area + end, "the restricted mean"), Errors.RequireRepresentable(Math.Sqrt(variance), "the error of the restricted mean"));
    }

    private static (double? Lower, double? Upper) Limits(double survival, double greenwood, double z, SurvivalMethod interval)
    {
        double error = z * Math.Sqrt(greenwood);
        if (survival == 0)
        {
            return (null, null);
        }

        switch (interval)
        {
            case SurvivalMethod.Plain:
                return (Math.Max(0, survival - survival * error), Math.Min(1, survival + survival * error));
            case SurvivalMethod.Log:
                return (survival * Math.Exp(-error), Math.Min(1, survival * Math.Exp(error)));
            default:
                double log = Math.Log(survival);
                return survival == 1 ? (null, null) : (Math.Exp(log * Math.Exp(-error / log)), Math.Exp(log * Math.Exp(error / log)));
        }
    }
}
