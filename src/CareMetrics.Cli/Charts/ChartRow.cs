using CareMetrics.Baseline;

namespace CareMetrics.Cli;

/// <summary>One point of a chart, flat and ready to plot: the columns of json and csv, in this order. Unknown is null.</summary>
internal sealed record ChartRow
{
    public static IReadOnlyList<(string Term, string Text)> Columns { get; } =
    [
        ("label", "the date, the label, or the number of the row"),
        ("value", "unrounded, a fraction on p charts; none in a gap"),
        ("numerator, denominator", "or count and exposure; none on an XmR chart"),
        ("centre, lower, upper", "the lines at this point, limits three sigma away"),
        ("lower1, upper1, lower2, upper2", "the lines one and two sigma away"),
        ("movingRange, movingRangeLimit", "from the point before; none on p and u charts"),
        ("segment, baseline", "from 1; whether the limits are made of this point"),
        ("members", "the signals it is part of, such as ShiftBelow, or None"),
        ("completions", "the signals known with it and not before: alert on these"),
        ("judgement", "improvement or concern, where a direction says so"),
        ("target, assurance", "whether the process of the last segment meets the target"),
        ("kind, definition", "what was charted, in words"),
    ];

    public required string Label { get; init; }

    public required double? Value { get; init; }

    public required double? Numerator { get; init; }

    public required double? Denominator { get; init; }

    public required double Centre { get; init; }

    public required double? Lower { get; init; }

    public required double? Upper { get; init; }

    public required double? Lower1 { get; init; }

    public required double? Upper1 { get; init; }

    public required double? Lower2 { get; init; }

    public required double? Upper2 { get; init; }

    public required double? MovingRange { get; init; }

    public required double? MovingRangeLimit { get; init; }

    public required int Segment { get; init; }

    public required bool Baseline { get; init; }

    public required string Members { get; init; }

    public required string Completions { get; init; }

    public required string? Judgement { get; init; }

    public required double? Target { get; init; }

    public required string? Assurance { get; init; }

    public required string Kind { get; init; }

    public required string Definition { get; init; }

    public static IReadOnlyList<ChartRow> Of(ChartFindings found)
    {
        ControlChart chart = found.Chart;
        bool isXmr = chart.Kind == ChartKind.Xmr;
        string kind = ChartNames.Kinds.First(pair => pair.Kind == chart.Kind).Name;
        return
        [
            .. chart.Points.Select((point, at) =>
            {
                ChartSegment segment = chart.Segments[point.Segment];
                ((double Lower, double Upper)? one, (double Lower, double Upper)? two) = (chart.Band(at, 1), chart.Band(at, 2));
                PlotRow row = found.Series.Rows[at];
                return new ChartRow
                {
                    Label = chart.NameOf(at),
                    Value = point.Value,
                    Numerator = isXmr ? null : row.Value,
                    Denominator = isXmr ? null : row.Denominator,
                    Centre = point.Centre,
                    Lower = point.Lower,
                    Upper = point.Upper,
                    Lower1 = one?.Lower,
                    Upper1 = one?.Upper,
                    Lower2 = two?.Lower,
                    Upper2 = two?.Upper,
                    MovingRange = point.MovingRange,
                    MovingRangeLimit = segment.MovingRangeLimit,
                    Segment = point.Segment + 1,
                    Baseline = at >= segment.BaselineFirst && at <= segment.BaselineLast && point.Value is not null,
                    Members = point.Members.ToString(),
                    Completions = point.Completions.ToString(),
                    Judgement = ChartWords.Judgement(point.Members, chart.Options.Better),
                    Target = chart.Options.Target,
                    Assurance = chart.Assurance?.ToString(),
                    Kind = kind,
                    Definition = found.Definition,
                };
            }),
        ];
    }
}
