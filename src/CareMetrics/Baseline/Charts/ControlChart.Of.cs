using System.Collections.Immutable;
using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

public sealed partial record ControlChart
{
    /// <summary>An XmR chart of values that are called by their numbers, from 1.</summary>
    /// <param name="values">The values in order of time, finite numbers.</param>
    /// <param name="options">How it is made; <c>null</c> for the defaults.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">A value is NaN or infinite, a baseline has fewer than 5 points, or the options name a point that is not there.</exception>
    /// <exception cref="OverflowException">A limit is beyond what a number can hold.</exception>
    public static ControlChart Xmr(IEnumerable<double> values, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Make(ChartSeries.Of([.. values]), options ?? new ChartOptions());
    }

    /// <summary>A chart of observations.</summary>
    /// <param name="kind">What it is made of.</param>
    /// <param name="observations">In order of time. An XmR chart takes values; a p chart counts of denominators, such as escalated of all cases; a u chart counts for an exposure, such as complaints for orders.</param>
    /// <param name="options">How it is made; <c>null</c> for the defaults.</param>
    /// <returns>The chart, in which what is missing, or is for a denominator of 0, is a gap.</returns>
    /// <exception cref="ArgumentException">An observation does not fit the kind, a baseline has fewer than 5 points, or the options name a point that is not there or is there twice.</exception>
    /// <exception cref="OverflowException">A limit is beyond what a number can hold.</exception>
    public static ControlChart Of(ChartKind kind, IEnumerable<ChartObservation> observations, ChartOptions? options = null)
    {
        Errors.RequireKnown(kind, nameof(kind));
        ArgumentNullException.ThrowIfNull(observations);
        return Make(ChartSeries.Of(kind, observations), options ?? new ChartOptions());
    }

    private static ControlChart Make(ChartSeries series, ChartOptions options)
    {
        if (options.Target is not null && options.Better == Better.Neither)
        {
            throw Errors.TargetWithoutDirection();
        }

        if (options.Sigma is not null && series.Kind != ChartKind.Xmr)
        {
            throw Errors.SigmaOfCounts();
        }

        ImmutableArray<ChartStretch> stretches = ChartLayout.Of(series, options);
        var lines = new ChartLines(series.Length);
        var signals = new List<ChartSignal>();
        var segments = new ChartSegment[stretches.Length];
        for (int at = 0; at < segments.Length; at++)
        {
            segments[at] = ChartLimits.Set(series, stretches[at], options, lines, isFirst: at == 0);
            new RunRules(series.Values, segments[at], lines, options, signals).Apply();
        }

        signals.Sort((left, right) => (left.KnownAt, left.Kind, left.First).CompareTo((right.KnownAt, right.Kind, right.First)));
        return new ControlChart
        {
            Kind = series.Kind,
            Options = options,
            Points = Plot(series, segments, lines),
            Segments = [.. segments],
            Signals = [.. signals],
            Assurance = options.Target is { } target ? Assure(segments[^1], lines, options.Better, target) : null,
        };
    }

    private static ImmutableArray<ChartPoint> Plot(ChartSeries series, ChartSegment[] segments, ChartLines lines)
    {
        var points = ImmutableArray.CreateBuilder<ChartPoint>(series.Length);
        for (int at = 0; at < segments.Length; at++)
        {
            for (int i = segments[at].First; i <= segments[at].Last; i++)
            {
                points.Add(new ChartPoint
                {
                    Label = series.LabelOf(i),
                    Value = Known(series.Values[i]),
                    Centre = segments[at].Centre,
                    Lower = Known(lines.Lower[i]),
                    Upper = Known(lines.Upper[i]),
                    Sigma = Known(lines.Sigma[i]),
                    MovingRange = Known(lines.MovingRange[i]),
                    Segment = at,
                    Members = (ChartSignalKinds)lines.Members[i],
                    Completions = (ChartSignalKinds)lines.Completions[i],
                });
            }
        }

        return points.MoveToImmutable();

        static double? Known(double value) => double.IsNaN(value) ? null : value;
    }

    // Every limit of the segment counts: those of a small denominator are wide, and the target must hold there too.
    private static Assurance? Assure(ChartSegment segment, ChartLines lines, Better better, double target)
    {
        (bool any, bool passes, bool fails) = (false, true, true);
        for (int i = segment.First; i <= segment.Last; i++)
        {
            (double worse, double good) = better == Better.Higher ? (lines.Lower[i], lines.Upper[i]) : (-lines.Upper[i], -lines.Lower[i]);
            if (!double.IsNaN(worse))
            {
                any = true;
                double aim = better == Better.Higher ? target : -target;
                passes &= aim <= worse;
                fails &= aim > good;
            }
        }

        return !any ? null
            : passes ? Baseline.Assurance.ConsistentlyPasses
            : fails ? Baseline.Assurance.ConsistentlyFails
            : Baseline.Assurance.Inconsistent;
    }
}
