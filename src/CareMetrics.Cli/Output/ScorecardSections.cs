using CareMetrics.Baseline;
using CareMetrics.Cli.Baseline;
using CareMetrics.Statistics;
using Spectre.Console;

namespace CareMetrics.Cli.Output;

/// <summary>A scorecard of metrics for people: one line each, why some have no verdict, targets, cautions, what it rests on.</summary>
internal sealed class ScorecardSections(ScorecardFindings found, string command)
{
    private readonly CareMetrics.Baseline.Scorecard _card = found.Card;

    public IReadOnlyList<ReportSection> All(int width) =>
    [
        Headline(),
        Lines(width),
        .. new[] { List("No verdict, and why", WithoutVerdict()), List("Targets", Targets()), List("Be careful", found.Cautions) }.OfType<ReportSection>(),
        Prose("What this rests on", [found.Ledger, $"Definition: {found.Definition}", $"Made by: {command}"]),
    ];

    private ReportSection Headline()
    {
        string counts = _card.ToString();
        string when = $"{found.Asked.Current} against {ScorecardFindings.Name(found.Asked.Baseline)}";
        return new ReportSection(null, new Markup($"[bold]{Markup.Escape(counts)}[/]{Markup.Escape("; " + when)}"), $"**{MarkdownText.Escape(counts)}**; {MarkdownText.Escape(when)}");
    }

    private ReportSection Lines(int width)
    {
        FigureTable whole = Table(withInterval: true, withRelative: true);
        FigureTable shown = new[] { whole, Table(withInterval: true, withRelative: false), Table(withInterval: false, withRelative: false) }
            .FirstOrDefault(table => table.Width <= width) ?? Table(withInterval: false, withRelative: false);
        string meaning = char.ToUpperInvariant(_card.Meaning[0]) + _card.Meaning[1..] + ".";
        return new ReportSection(
            "One line each",
            new Rows([shown.OnScreen(), Text.Empty, new Text(Show.OneLine(meaning))]),
            $"{whole.InMarkdown()}\n\n{MarkdownText.Escape(Show.OneLine(meaning))}");
    }

    private FigureTable Table(bool withInterval, bool withRelative)
    {
        var table = new FigureTable();
        table.Column("metric", isNumber: false);
        table.Column("better", isNumber: false);
        table.Column("before");
        table.Column("now");
        table.Column("change");
        if (withInterval)
        {
            table.Column($"{Show.Level(found.Asked.Level)} CI");
        }

        if (withRelative)
        {
            table.Column("relative");
        }

        table.Column(_card.Adjustment == Adjustment.None ? "p" : "p adj.");
        table.Column("verdict", isNumber: false);
        foreach (ScorecardLine line in _card.Lines)
        {
            Comparison numbers = line.Comparison.Comparison;
            var text = new CompareText(line.Comparison);
            List<FigureCell> cells =
            [
                Show.OneLine(line.Metric) + (line.IsPrimary ? " (primary)" : ""),
                line.Comparison.Better.ToString().ToLowerInvariant(),
                text.Quantity(numbers.Baseline.Value, numbers.Baseline.Unit),
                text.Quantity(numbers.Current.Value, numbers.Current.Unit),
                text.Change(numbers.Change.Value) + (numbers.Change is { Unit: Units.Fraction, Value: not null } ? " pp" : ""),
            ];
            if (withInterval)
            {
                cells.Add(CompareText.Limits(numbers.Change, text.Change));
            }

            if (withRelative)
            {
                cells.Add(CompareText.Percent(numbers.RelativeChange?.Value));
            }

            Verdict verdict = line.Judgement.Verdict;
            cells.Add(VerdictText.PValue(line.IsPrimary ? numbers.PValue : line.AdjustedPValue));
            cells.Add(new FigureCell(VerdictText.Words(verdict), VerdictText.Colour(verdict)));
            table.Row(cells);
        }

        return table;
    }

    private string[] WithoutVerdict() =>
        [.. _card.Lines.Where(line => line.Judgement.Reason is not null).Select(line => $"{line.Metric}: {line.Judgement.Reason}")];

    private string[] Targets() =>
    [
        .. _card.Lines.Where(line => line.Comparison.TargetResult is not null).Select(line =>
        {
            Estimate now = line.Comparison.Comparison.Current;
            var text = new CompareText(line.Comparison);
            string Quantity(double? value) => text.Quantity(value, now.Unit);
            string limits = now.Lower is null ? "" : $" ({Show.Level(now.Level)} CI {CompareText.Limits(now, Quantity)})";
            string side = line.Comparison.Better == Better.Lower ? "at most" : "at least";
            return $"{line.Metric}, {side} {Quantity(line.Comparison.Target)}: {VerdictText.Target(line.Comparison.TargetResult!.Value)}, "
                + $"{Quantity(now.Value)}{limits}";
        }),
    ];

    private static ReportSection? List(string title, IReadOnlyList<string> lines) => lines.Count == 0 ? null : new ReportSection(
        title,
        new Rows(lines.Select(Footing.Bullet)),
        string.Join('\n', lines.Select(line => "- " + MarkdownText.Escape(Show.OneLine(line)))));

    private static ReportSection Prose(string title, IReadOnlyList<string> lines) => new(
        title,
        new Rows(lines.Select(line => new Text(Show.OneLine(line)))),
        string.Join("\n\n", lines.Select(line => MarkdownText.Escape(Show.OneLine(line)))));
}
