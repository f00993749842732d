using CareMetrics.Retention;
using CareMetrics.Statistics;
using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>The page on what kept customers are worth: what care can claim in front, the naive return behind.</summary>
internal static class RetentionSections
{
    public static IReadOnlyList<ReportSection> Of(RetentionAnalysis analysis, string command) =>
    [
        Headline(analysis),
        .. analysis.Incremental is { Return: not null } roi ? new[] { Incremental(roi, analysis.Ranters.Summary.Groups!) } : [],
        Naive(analysis),
        .. analysis.Risk is { } risk ? new[] { Risk(risk, analysis.Naive.Value) } : [],
        .. new Footing(analysis.Ranters.Summary.Ledger, RetentionWords.Definition(analysis), analysis.Ranters.Cautions).Sections(command),
    ];

    /// <summary>The same in a few lines, for the scorecard.</summary>
    /// <param name="analysis">Null where no ranter was seen again.</param>
    public static ReportSection InReport(RetentionAnalysis? analysis)
    {
        string[] lines = [.. RetentionWords.InReport(analysis).Select(Show.OneLine)];
        return Lines("Retention value", lines);
    }

    private static ReportSection Headline(RetentionAnalysis analysis)
    {
        (string strong, string rest) = RetentionWords.Headline(analysis);
        (strong, rest) = (Show.OneLine(strong), Show.OneLine(rest));
        return new ReportSection(
            null, new Markup($"[bold]{Markup.Escape(strong)}[/]{Markup.Escape(rest)}"), $"**{MarkdownText.Escape(strong)}**{MarkdownText.Escape(rest)}");
    }

    private static ReportSection Incremental(IncrementalRetentionRoi roi, MoodGroups groups)
    {
        FigureTable table = Table(roi.IncrementalRoi.Level);
        table.Row(["treated who became ravers", Counts(roi.Extra.Treated), ""]);
        table.Row(["control who became ravers", Counts(roi.Extra.Control), ""]);
        table.Row(["extra ravers", RoiText.Number(roi.ExtraConversions.Value, 1), Interval(roi.ExtraConversions, Tenths)]);
        table.Row(["their value", RoiText.Money(roi.Return!.Returned), ""]);
        table.Row(["investment", RoiText.Money(roi.Return.Invested), ""]);
        table.Row(["net", RoiText.Money(roi.Return.Net), Interval(roi.IncrementalNet, Whole)]);
        Func<double?, string> percents = RetentionWords.Percents(roi.Return, roi.IncrementalRoi);
        table.Row(["ROI", percents(roi.Return.Ratio), Interval(roi.IncrementalRoi, percents)], isTotal: true);
        table.Row(["extra ravers for a return of 0", RoiText.Number(roi.BreakEvenConversions, 1), ""]);
        table.Row(["cost per extra raver", RoiText.Number(roi.CostPerExtraSave, 2), ""]);
        Beside(table, roi.CostPerSaveToAcquisition);
        NumberNeeded contacts = roi.Extra.ContactsPerExtraRaver;
        table.Row(["contacts per extra raver", RoiText.Number(contacts.Value > 0 ? contacts.Value : null, 1), Contacts(contacts)]);
        table.Row(["share of the ravers that care made", RoiText.Percent(roi.AttributableFraction), ""]);
        return new ReportSection($"What care can claim ({Show.OneLine(groups.Control)})", table.OnScreen(), table.InMarkdown());
    }

    private static ReportSection Naive(RetentionAnalysis analysis)
    {
        RetentionRoi naive = analysis.Naive;
        FigureTable table = Table(naive.NaiveRoi.Level);
        table.Row(["ranters who became ravers", Counts(naive.Converted), ""]);
        if (naive.Return is { } books)
        {
            table.Row(["their value", RoiText.Money(books.Returned), ""]);
            table.Row(["investment", RoiText.Money(books.Invested), ""]);
            table.Row(["net", RoiText.Money(books.Net), Interval(naive.NaiveNet, Whole)]);
            Func<double?, string> percents = RetentionWords.Percents(books, naive.NaiveRoi);
            table.Row(["ROI", percents(books.Ratio), Interval(naive.NaiveRoi, percents)], isTotal: true);
            table.Row(["ravers for a return of 0", RoiText.Number(naive.BreakEvenConversions, 1), ""]);
            table.Row(["the same of the ranters", RoiText.Share(naive.BreakEvenRate), ""]);
            table.Row(["cost per raver", RoiText.Number(naive.CostPerSave, 2), ""]);
            Beside(table, naive.CostPerSaveToAcquisition);
        }

        return new ReportSection("NOT ATTRIBUTABLE: as if every one were care's doing", table.OnScreen(), table.InMarkdown());
    }

    private static ReportSection Risk(RetentionRisk risk, KeptValue value)
    {
        string claim = risk.AgainstControl ? "Incremental" : "NOT ATTRIBUTABLE";
        Func<double?, string> percents = RoiText.Percents(risk.MedianRoi, risk.LowerRoi, risk.UpperRoi);
        string[] lines =
        [
            $"{claim}: chance of loss {RoiText.Chance(risk.ChanceOfLoss)}; expected net {RoiText.Number(risk.MeanNet, 0)}, give or take {RoiText.Number(risk.StandardDeviationNet, 0)}"
                + (risk.MedianRoi is null ? "." : $"; ROI {percents(risk.MedianRoi)}, {Show.Level(risk.Level)} likely between {percents(risk.LowerRoi)} and {percents(risk.UpperRoi)}."),
            $"Knowing rate and value before deciding would be worth {RoiText.Number(risk.ValueOfPerfectInformation, 0)}."
                + (value.Amount is null || value.StandardDeviation > 0 ? "" : " The value counts as known; --value-sd makes it unsure."),
        ];
        return Lines("How it may turn out", lines);
    }

    private static ReportSection Lines(string title, IReadOnlyList<string> lines) =>
        new(title, new Rows(lines.Select(line => new Text(line))), string.Join("\n\n", lines.Select(MarkdownText.Escape)));

    private static FigureTable Table(double level)
    {
        var table = new FigureTable();
        table.Column("", isNumber: false);
        table.Column("");
        table.Column($"{Show.Level(level)} CI");
        return table;
    }

    private static string Counts(ProportionTally tally) => $"{Show.Count(tally.Successes)} of {Show.Count(tally.Trials)}";

    private static string Contacts(NumberNeeded contacts) => contacts.Shape switch
    {
        NumberNeededShape.Gain => Show.Interval(contacts.GainFrom, contacts.GainTo, Tenths),
        NumberNeededShape.GainOrLoss when contacts.GainFrom is { } fewest => $"{Tenths(fewest)} or more, or a loss",
        _ => "",
    };

    private static string Tenths(double? value) => RoiText.Number(value, 1);

    private static string Whole(double? amount) => RoiText.Number(amount, 0);

    private static string Interval(Estimate estimate, Func<double?, string> show) => Show.Interval(estimate.Lower, estimate.Upper, show);

    private static void Beside(FigureTable table, double? share)
    {
        if (share is not null)
        {
            table.Row(["the same of what a new customer costs", RoiText.Percent(share), ""]);
        }
    }
}
