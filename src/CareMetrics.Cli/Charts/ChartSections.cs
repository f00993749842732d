using CareMetrics.Baseline;
using CareMetrics.Statistics;
using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>A chart for people: what it says first, then the drawing, the signals, the limits, and what it rests on.</summary>
internal sealed class ChartSections(ChartFindings found, int width, string command)
{
    private const int PointsShown = 60;
    private const int SignalsShown = 20;
    private const int LeastDrawing = 16;
    private const int MostDrawing = 64;
    private const int LongestLabel = 20;

    private readonly ControlChart chart = found.Chart;
    private readonly ChartWords words = new(found);

    private Better Better => chart.Options.Better;

    public IReadOnlyList<ReportSection> All() =>
    [
        Prose(null, [.. Summary()]),
        Drawing(),
        .. chart.Signals.IsEmpty ? Array.Empty<ReportSection>() : [Signals()],
        Limits(),
        .. found.Cautions.Count == 0 ? Array.Empty<ReportSection>() : [Careful()],
        RestsOn(),
    ];

    private IEnumerable<string> Summary()
    {
        int last = LastKnown();
        string now = $"{chart.NameOf(last)}: {words.Number(chart.Points[last].Value)} on a centre line of {words.Number(chart.Points[last].Centre)}"
            + (chart.Points[last] is { Lower: { } lower, Upper: { } upper } ? $" ({words.Number(lower)} to {words.Number(upper)})" : "");
        ChartSignal[] open = [.. chart.Signals.Where(signal => signal.Last == last)];
        yield return open.Length == 0 ? $"Nothing stands out now. {now}." : $"{Capital(string.Join("; ", open.Select(Open)))}. {now}.";
        string many = chart.Signals.IsEmpty ? "No signal" : Show.Count(chart.Signals.Length, "signal", "signals");
        yield return $"{many} in {Show.Count(chart.Points.Length, "point", "points")} from {chart.NameOf(0)} to {chart.NameOf(chart.Points.Length - 1)}"
            + (chart.Segments.Length == 1 ? "." : $", with limits set anew at {string.Join(", ", chart.Segments.Skip(1).Select(segment => chart.NameOf(segment.First)))}.");
        if (chart.Options.Target is { } target && chart.Assurance is { } assurance)
        {
            yield return $"Target {words.Number(target)}, {(Better == Better.Higher ? "higher" : "lower")} being better: " + assurance switch
            {
                Assurance.ConsistentlyPasses => "met every time while the process runs as these limits say" + (open.Any(signal => signal.IsImprovement == false) ? ", which it does not now." : "."),
                Assurance.ConsistentlyFails => "missed every time until the process is changed; it lies beyond the better limit.",
                _ => "met or missed by chance; it lies between the limits.",
            };
        }
    }

    private ReportSection Drawing()
    {
        int first = Math.Max(0, chart.Points.Length - PointsShown);
        ChartPoint[] shown = [.. chart.Points.AsEnumerable().Skip(first)];
        var known = chart.Signals.GroupBy(signal => signal.KnownAt).ToDictionary(group => group.Key, group => string.Join(", ", group.Select(signal => ChartWords.Of(signal.Kind))));
        int beside = Enumerable.Range(first, shown.Length).Max(at => Label(at).Length) + shown.Max(point => words.Number(point.Value).Length)
            + known.Where(pair => pair.Key >= first).Select(pair => pair.Value.Length).Append("signal known".Length).Max() + 6;
        int room = Math.Min(MostDrawing, width - beside);
        var drawing = room >= LeastDrawing ? new ChartDrawing(shown, room) : null;
        var table = new FigureTable();
        table.Column(found.Data.NameColumn is { } name ? Show.OneLine(name) : "row", isNumber: false);
        table.Column("value");
        if (drawing is not null)
        {
            table.Column("from limit to limit", isNumber: false, width: room);
        }

        table.Column("signal known", isNumber: false);
        var text = new FigureTable();
        text.Column("point", isNumber: false);
        text.Column("value");
        text.Column("centre");
        text.Column("limits");
        text.Column("part of", isNumber: false);
        text.Column("signal known", isNumber: false);
        for (int at = first; at < chart.Points.Length; at++)
        {
            ChartPoint point = chart.Points[at];
            string judgement = ChartWords.Judgement(point.Members, Better) ?? "";
            bool? good = judgement.Length == 0 ? null : judgement == "improvement";
            FigureCell what = new(known.GetValueOrDefault(at, ""));
            table.Row(drawing is null
                ? [Label(at), words.Number(point.Value), what]
                : [Label(at), words.Number(point.Value), drawing.Line(point, good), what]);
            text.Row(
            [
                Show.OneLine(chart.NameOf(at)), words.Number(point.Value), words.Number(point.Centre), Show.Interval(point.Lower, point.Upper, words.Number),
                string.Join(", ", Each(point.Members).Select(ChartWords.Of)), known.GetValueOrDefault(at, ""),
            ]);
        }

        string key = "│ centre line   ··· within the limits   ○ point   ● part of a signal   – gap"
            + (first == 0 ? "" : $"   (the last {PointsShown} of {Show.Count(chart.Points.Length)} points)");
        string more = first == 0 ? "" : $"\n\nThe last {PointsShown} of {Show.Count(chart.Points.Length)} points.";
        return new ReportSection($"{ChartNames.Of(chart.Kind)} chart", new Rows([table.OnScreen(), new Text(key, new Style(Color.Grey))]), text.InMarkdown() + more);
    }

    private ReportSection Signals()
    {
        var table = new FigureTable();
        table.Column("signal", isNumber: false);
        table.Column("from", isNumber: false);
        table.Column("to", isNumber: false);
        table.Column("points");
        table.Column("known at", isNumber: false);
        if (Better != Better.Neither)
        {
            table.Column("", isNumber: false);
        }

        foreach (ChartSignal signal in chart.Signals.Skip(chart.Signals.Length - SignalsShown))
        {
            List<FigureCell> cells = [ChartWords.Of(signal.Kind), Label(signal.First), Label(signal.Last), Show.Count(signal.Points), Label(signal.KnownAt)];
            if (Better != Better.Neither)
            {
                cells.Add(ChartWords.Judgement(signal.IsImprovement));
            }

            table.Row(cells);
        }

        string title = chart.Signals.Length > SignalsShown ? $"The last {SignalsShown} of {Show.Count(chart.Signals.Length)} signals" : "Signals";
        return new ReportSection(title, table.OnScreen(), table.InMarkdown());
    }

    private ReportSection Limits()
    {
        var table = new FigureTable();
        table.Column("from", isNumber: false);
        table.Column("to", isNumber: false);
        table.Column("centre");
        table.Column("limits");
        table.Column("baseline of", isNumber: false);
        table.Column("run");
        table.Column("crossings");
        bool isLaney = chart.Kind is ChartKind.PPrime or ChartKind.UPrime;
        if (isLaney)
        {
            table.Column("spread");
        }

        foreach (ChartSegment segment in chart.Segments)
        {
            ChartPoint last = chart.Points.AsSpan()[segment.First..(segment.Last + 1)].ToArray().LastOrDefault(point => point.Lower is not null);
            string baseline = $"{Show.Count(segment.BaselineCount)}{(segment.IsFrozen ? ", frozen" : "")}";
            List<FigureCell> cells =
            [
                Label(segment.First), Label(segment.Last), words.Number(segment.Centre), Show.Interval(last.Lower, last.Upper, words.Number), baseline,
                $"{segment.LongestRun} (to {segment.LongestRunLimit})", $"{segment.Crossings} (from {segment.CrossingsLimit})",
            ];
            if (isLaney)
            {
                cells.Add(segment.SigmaZ is { } spread ? Show.Decimals(spread) + "× chance" : Show.Absent);
            }

            table.Row(cells);
        }

        string note = chart.Kind == ChartKind.Xmr ? "In brackets, how far chance takes the longest run and the crossings of the centre line."
            : "Limits of the last point; each denominator has its own. In brackets, how far chance takes the longest run and the crossings of the centre line.";
        return new ReportSection("Limits", new Rows([table.OnScreen(), new Text(note)]), table.InMarkdown() + "\n\n" + note);
    }

    private ReportSection Careful() => new(
        "Be careful",
        new Rows(found.Cautions.Select(Footing.Bullet)),
        string.Join('\n', found.Cautions.Select(caution => "- " + MarkdownText.Escape(Show.OneLine(caution)))));

    private ReportSection RestsOn()
    {
        int charted = chart.Points.Count(point => point.Value is not null);
        string ledger = $"{Show.Count(found.Data.Read, "row", "rows")} read = {Show.Count(charted)} charted + {Show.Count(found.Data.Rows.Count - charted)} without a value + "
            + $"{Show.Count(found.Data.Excluded)} excluded; {Show.Count(found.Series.Missing, "gap", "gaps")} put in";
        ReportSection prose = Prose("What this rests on", [ledger, "Definition: " + found.Definition]);
        return prose with
        {
            Screen = new Rows(prose.Screen, MadeBy.OnScreen(command)),
            Markdown = $"{prose.Markdown}\n\n{MadeBy.InMarkdown(command)}",
        };
    }

    private string Open(ChartSignal signal) =>
        $"{ChartWords.Of(signal.Kind)} since {chart.NameOf(signal.First)}, known since {chart.NameOf(signal.KnownAt)}"
        + (signal.IsImprovement is { } good ? $" ({ChartWords.Judgement(good)})" : "");

    private string Label(int at)
    {
        string name = Show.OneLine(chart.NameOf(at));
        return name.Length > LongestLabel ? name[..(LongestLabel - 1)] + "…" : name;
    }

    private int LastKnown()
    {
        int last = chart.Points.Length - 1;
        while (last > 0 && chart.Points[last].Value is null)
        {
            last--;
        }

        return last;
    }

    private static IEnumerable<ChartSignalKinds> Each(ChartSignalKinds signals) =>
        Enum.GetValues<ChartSignalKinds>().Where(one => one != ChartSignalKinds.None && signals.HasFlag(one));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static ReportSection Prose(string? title, IReadOnlyList<string> lines) => new(
        title,
        new Rows(lines.Select(line => new Text(Show.OneLine(line)))),
        string.Join("\n\n", lines.Select(line => MarkdownText.Escape(Show.OneLine(line)))));
}
