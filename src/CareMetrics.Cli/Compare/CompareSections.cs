using CareMetrics.Baseline;
using CareMetrics.Periods;
using CareMetrics.Statistics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>A comparison of two periods for people.</summary>
internal static class CompareSections
{
    public static IReadOnlyList<ReportSection> Of(CompareFindings found, string command)
    {
        var text = new CompareText(found.Comparison);
        return
        [
            Headline(text),
            Table(found, text, "The two periods"),
            .. new Footing(found.Ledger, found.Definition, found.Cautions) { Inputs = found.Inputs }.Sections(command),
        ];
    }

    /// <summary>What a report has room for.</summary>
    /// <param name="found">The comparison.</param>
    public static ReportSection InReport(CompareFindings found)
    {
        ReportSection headline = Headline(new CompareText(found.Comparison));
        (IRenderable Screen, string Markdown)[] beside = [.. Beside(found)];
        return new ReportSection(
            $"Change, {found.Comparison.Baseline?.Name ?? "no baseline"} to {found.Comparison.Current}",
            new Rows([headline.Screen, .. beside.Select(part => part.Screen)]),
            string.Join("\n\n", [headline.Markdown, .. beside.Select(part => part.Markdown)]));
    }

    /// <summary>What stands below the headline of a change in a report: both periods, and what to be careful of.</summary>
    public static IEnumerable<(IRenderable Screen, string Markdown)> Beside(CompareFindings found)
    {
        ReportSection table = Table(found, new CompareText(found.Comparison), "", hasSentences: false);
        return
        [
            (table.Screen, table.Markdown),
            .. found.Cautions.Select(caution => Show.OneLine($"Be careful: {caution}")).Select(caution => ((IRenderable)new Text(caution), MarkdownText.Escape(caution))),
        ];
    }

    private static ReportSection Headline(CompareText text) => new(
        null,
        new Markup($"[bold]{Markup.Escape(Show.OneLine(text.Headline))}[/]{Markup.Escape(Show.OneLine(text.Rest))}"),
        $"**{MarkdownText.Escape(Show.OneLine(text.Headline))}**{MarkdownText.Escape(Show.OneLine(text.Rest))}");

    private static ReportSection Table(CompareFindings found, CompareText text, string title, bool hasSentences = true)
    {
        PeriodComparison comparison = found.Comparison;
        var table = new FigureTable();
        table.Column("", isNumber: false);
        table.Column("days seen");
        table.Column(Show.OneLine(comparison.Comparison.Current.Unit == Units.Points ? "NPS" : comparison.Definition.Metric));
        table.Column($"{Show.Level(comparison.Comparison.Change.Level)} CI");
        table.Column("n");
        table.Column("", isNumber: false);
        Side(comparison.Baseline?.Name ?? "no baseline", comparison.BaselineSeen, comparison.Comparison.Baseline);
        Side(comparison.Current.Name, comparison.CurrentSeen, comparison.Comparison.Current);
        Change(text.ChangeName, comparison.Comparison.Change, text.Change, comparison.Comparison.PValueBasis == PValueBasis.RelativeChange ? null : comparison.Comparison.PValue);
        if (comparison.Comparison.RelativeChange is { } relative)
        {
            Change("in percent", relative, CompareText.Percent, comparison.Comparison.PValueBasis == PValueBasis.RelativeChange ? comparison.Comparison.PValue : null);
        }

        if (found.Poisson?.RelativeChange is { } poisson && poisson.Method != comparison.Comparison.RelativeChange?.Method)
        {
            Change("the same by Poisson", poisson, CompareText.Percent, found.Poisson.PValue);
        }

        string[] sentences = hasSentences ? [.. text.Sentences().Select(Show.OneLine)] : [];
        return new ReportSection(
            title,
            new Rows([table.OnScreen(), .. sentences.Select(sentence => new Text(sentence))]),
            string.Join("\n\n", sentences.Select(MarkdownText.Escape).Prepend(table.InMarkdown())));

        void Side(string name, Completeness? seen, Estimate estimate) => table.Row(
            [name, seen is null ? Show.Absent : $"{Show.Count(seen.DaysSeen)} of {Show.Count(seen.Range.Days)}", text.Quantity(estimate.Value, estimate.Unit), CompareText.Limits(estimate, value => text.Quantity(value, estimate.Unit)), Show.Count(estimate.Count), ""]);

        void Change(string name, Estimate estimate, Func<double?, string> show, double? pValue) => table.Row(
            [name, "", show(estimate.Value), CompareText.Limits(estimate, show), "", pValue is null ? "" : Show.PValue(pValue)]);
    }
}
