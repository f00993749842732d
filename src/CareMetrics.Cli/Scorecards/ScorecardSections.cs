using CareMetrics.Baseline;
using CareMetrics.Statistics;
using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>A scorecard of metrics for people: one line each, why some have no verdict, targets, cautions, what it rests on.</summary>
internal sealed class ScorecardSections(ScorecardFindings found, string command)
{
    private readonly Scorecard _card = found.Card;

    public IReadOnlyList<ReportSection> All(int width) =>
    [
        Headline(),
        Lines(width),
        .. new[] { List("No verdict, and why", WithoutVerdict()), List("Targets", Targets()), List("Be careful", found.Cautions) }.OfType<ReportSection>(),
        RestsOn(),
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
        foreach (PeriodComparison metric in _card.Metrics)
        {
            Comparison numbers = metric.Comparison;
            var text = new CompareText(metric);
            List<FigureCell> cells =
            [
                Show.OneLine(metric.Definition.Metric) + (IsPrimary(metric) ? " (primary)" : ""),
                metric.Better.ToString().ToLowerInvariant(),
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

            Verdict verdict = metric.Judgement.Verdict;
            cells.Add(VerdictText.PValue(IsPrimary(metric) ? numbers.PValue : metric.AdjustedPValue));
            cells.Add(new FigureCell(VerdictText.Words(verdict), VerdictText.Colour(verdict)));
            table.Row(cells);
        }

        return table;
    }

    private ReportSection RestsOn()
    {
        string[] lines = [Show.OneLine(found.Ledger), Show.OneLine($"Definition: {found.Definition}")];
        return new ReportSection(
            "What this rests on",
            new Rows([.. lines.Select(line => new Text(line)), MadeBy.OnScreen(command)]),
            $"{string.Join("\n\n", lines.Select(MarkdownText.Escape))}\n\n{MadeBy.InMarkdown(command)}");
    }

    private string[] WithoutVerdict() =>
        [.. _card.Metrics.Where(metric => metric.Judgement.Reason is not null).Select(metric => $"{metric.Definition.Metric}: {metric.Judgement.Reason}")];

    private string[] Targets() =>
    [
        .. _card.Metrics.Where(metric => metric.TargetResult is not null).Select(metric =>
        {
            Estimate now = metric.Comparison.Current;
            var text = new CompareText(metric);
            string Quantity(double? value) => text.Quantity(value, now.Unit);
            string limits = now.Lower is null ? "" : $" ({Show.Level(now.Level)} CI {CompareText.Limits(now, Quantity)})";
            string side = metric.Better == Better.Lower ? "at most" : "at least";
            return $"{metric.Definition.Metric}, {side} {Quantity(metric.Target)}: {VerdictText.Target(metric.TargetResult!.Value)}, "
                + $"{Quantity(now.Value)}{limits}";
        }),
    ];

    private bool IsPrimary(PeriodComparison metric) => metric.Definition.Metric == _card.Primary;

    private static ReportSection? List(string title, IReadOnlyList<string> lines) => lines.Count == 0 ? null : new ReportSection(
        title,
        new Rows(lines.Select(Footing.Bullet)),
        string.Join('\n', lines.Select(line => "- " + MarkdownText.Escape(Show.OneLine(line)))));
}
