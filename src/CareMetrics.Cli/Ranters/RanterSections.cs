using CareMetrics.Conversion;
using CareMetrics.Statistics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>The page on ranters and ravers: what care can claim first where there is a control group, then what was seen.</summary>
internal static class RanterSections
{
    private const int BarWidth = 24;

    public static IReadOnlyList<ReportSection> Of(RanterAnalysis analysis, int width, string command) =>
    [
        Headline(analysis),
        .. analysis.ExtraOfAll is null ? [] : new[] { AgainstControl(analysis) },
        Moves(analysis.Summary, width),
        Shares(analysis),
        Lines("Is there a change?", RanterWords.Change(analysis)),
        .. analysis.Doing is { } doing ? new[] { Lines("What doing nothing would give", RanterWords.Nothing(doing, analysis)) } : [],
        .. new Footing(analysis.Summary.Ledger, analysis.Summary.Definition, analysis.Cautions).Sections(command),
    ];

    /// <summary>The same in a few lines, for the scorecard.</summary>
    public static ReportSection InReport(RanterAnalysis analysis) => Lines("Ranter to raver", RanterWords.InReport(analysis));

    /// <summary>Null where no customer answered twice, or none was a ranter before.</summary>
    public static RanterAnalysis? AnalysisInReport(AnswerSummary summary, double level) => summary.Moods?.Summarise(summary.Ledger, summary.Definition) is { All: { Paired: > 0, FromRanter.All: > 0 } } moods
        ? new RanterAnalysis(moods, new RanterMethods(level, ProportionDifferenceMethod.Newcombe, null))
        : null;

    private static ReportSection Headline(RanterAnalysis analysis)
    {
        (string strong, string rest) = analysis.ExtraOfAll is { } extra ? RanterWords.Claim(extra) : RanterWords.Converted(analysis.Rates);
        return new ReportSection(
            null, new Markup($"[bold]{Markup.Escape(strong)}[/]{Markup.Escape(rest)}"), $"**{MarkdownText.Escape(strong)}**{MarkdownText.Escape(rest)}");
    }

    private static ReportSection AgainstControl(RanterAnalysis analysis)
    {
        var table = new FigureTable();
        table.Column("ranters", isNumber: false);
        table.Column("ravers now");
        table.Column("share");
        table.Column($"{Show.Level(analysis.Methods.Level)} CI");
        table.Column("", isNumber: false);
        Both("of all", analysis.ExtraOfAll!, rates => rates.OfAll);
        Both("of those seen again", analysis.ExtraOfReobserved!, rates => rates.OfReobserved);
        string[] lines = [.. RanterWords.Against(analysis)];
        return new ReportSection(
            $"Against the control group ({Show.OneLine(analysis.Summary.Groups!.Control)})",
            new Rows([table.OnScreen(), .. Paragraphs(lines)]),
            $"{table.InMarkdown()}\n\n{InMarkdown(lines)}");

        void Both(string of, ExtraConversion extra, Func<ConversionRates, Estimate> rate)
        {
            Row("treated, " + of, extra.Treated, rate(analysis.Treated!));
            Row("control, " + of, extra.Control, rate(analysis.Control!));
            table.Row(
                ["difference, points", "", RanterText.Difference(extra.Extra.Value), RanterText.DifferenceInterval(extra.Extra), RanterText.PValue(extra.Comparison.PValue)],
                isTotal: true);
        }

        void Row(string name, ProportionTally turned, Estimate rate) => table.Row(
            [name, $"{Show.Count(turned.Successes)} of {Show.Count(turned.Trials)}", RanterText.Percent(rate.Value), RanterText.Interval(rate), ""]);
    }

    private static ReportSection Moves(MoodSummary summary, int width)
    {
        TransitionTally moves = summary.All;
        var screen = new FigureTable();
        var markdown = new FigureTable();
        foreach (FigureTable table in new[] { screen, markdown })
        {
            table.Column("before", isNumber: false);
            table.Column("→ ranter");
            table.Column("→ neutral");
            table.Column("→ raver");
            table.Column("seen again");
            table.Column("not seen");
            table.Column("all");
        }

        bool hasBar = width >= 100;
        if (hasBar)
        {
            screen.Column("", isNumber: false);
        }

        foreach ((string before, TransitionRow row) in RanterMoves.Rows(moves))
        {
            FigureCell[] cells =
            [
                before, new FigureCell(Show.Count(row.ToRanter), Charts.Detractor), new FigureCell(Show.Count(row.ToNeutral), Charts.Passive),
                new FigureCell(Show.Count(row.ToRaver), Charts.Promoter), Show.Count(row.Reobserved), Show.Count(row.Unseen), Show.Count(row.All),
            ];
            markdown.Row(cells);
            screen.Row(hasBar ? [.. cells, Charts.ShareBar([row.ToRanter, row.ToNeutral, row.ToRaver], row.Reobserved == 0 ? 0 : BarWidth)] : cells);
        }

        TransitionRow sum = moves.FromRanter + moves.FromNeutral + moves.FromRaver;
        FigureCell[] totals =
        [
            "all", Show.Count(sum.ToRanter), Show.Count(sum.ToNeutral), Show.Count(sum.ToRaver), Show.Count(sum.Reobserved), Show.Count(sum.Unseen), Show.Count(sum.All),
        ];
        markdown.Row(totals, isTotal: true);
        screen.Row(hasBar ? [.. totals, Charts.ShareBar([sum.ToRanter, sum.ToNeutral, sum.ToRaver], sum.Reobserved == 0 ? 0 : BarWidth)] : totals, isTotal: true);
        string ledger = RanterLedger.Line(summary);
        return new ReportSection(
            "The same customers before and after", new Rows(screen.OnScreen(), new Text(ledger)), $"{markdown.InMarkdown()}\n\n{MarkdownText.Escape(ledger)}");
    }

    private static ReportSection Shares(RanterAnalysis analysis)
    {
        var table = new FigureTable();
        table.Column("", isNumber: false);
        table.Column("share");
        table.Column($"{Show.Level(analysis.Methods.Level)} CI");
        table.Column("customers");
        foreach (RanterShare share in RanterWords.Shares(analysis.Rates))
        {
            (string value, string interval) = share.IsDifference
                ? (RanterText.Difference(share.Rate.Value), RanterText.DifferenceInterval(share.Rate))
                : (RanterText.Percent(share.Rate.Value), RanterText.Interval(share.Rate));
            table.Row([share.Name, new FigureCell(value, new Style(decoration: Decoration.Bold)), interval, share.Counts]);
        }

        return new ReportSection("How many, of whom", table.OnScreen(), table.InMarkdown());
    }

    private static ReportSection Lines(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        return new ReportSection(title, new Rows(Paragraphs(all)), InMarkdown(all));
    }

    private static IEnumerable<IRenderable> Paragraphs(IEnumerable<string> lines) => lines.Select(line => new Text(line));

    private static string InMarkdown(IEnumerable<string> lines) => string.Join("\n\n", lines.Select(MarkdownText.Escape));
}
