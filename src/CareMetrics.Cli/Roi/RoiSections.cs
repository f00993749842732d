using System.Globalization;
using CareMetrics.Roi;
using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>A case for people: its return, its lines, time, break-even, cautions.</summary>
internal sealed class RoiSections(CaseFindings found, int width)
{
    private const int LongestBar = 30;
    private const int PeriodsShown = 40;

    public IReadOnlyList<ReportSection> All() =>
    [
        .. new[] { Headline(), Lines(), Time(), BreakEven() }.OfType<ReportSection>(),
        .. RoiUncertainty.Sections(found, width),
        .. new[] { Careful() }.OfType<ReportSection>(),
        Prose("What this rests on", [$"Definition: {found.Definition}"]),
    ];

    /// <summary>What a report has room for.</summary>
    public ReportSection Short() => Prose(
        "Return on investment",
        [RoiText.Line(found.Summary.Return), .. found.DoubleCounts.Select(caution => $"Be careful: {caution}")]);

    public static ReportSection Headline(ReturnOnInvestment roi) => new(
        null,
        new Markup($"[bold]{Markup.Escape(RoiText.Headline(roi))}[/]{Markup.Escape(RoiText.Rest(roi))}"),
        $"**{RoiText.Headline(roi)}**{MarkdownText.Escape(RoiText.Rest(roi))}");

    private ReportSection Headline() => Headline(found.Summary.Return);

    private ReportSection Lines()
    {
        FigureTable plain = LineTable(0);
        int room = Math.Min(LongestBar, width - plain.Width - 2);
        FigureTable table = room >= 5 ? LineTable(room) : plain;
        return new ReportSection("Lines", table.OnScreen(), plain.InMarkdown());
    }

    private FigureTable LineTable(int bar)
    {
        CaseSummary summary = found.Summary;
        var table = new FigureTable();
        table.Column("line", isNumber: false);
        table.Column("kind", isNumber: false);
        table.Column("period");
        table.Column(found.Currency is { } currency ? Show.OneLine(currency) : "amount");
        table.Column("share");
        if (bar > 0)
        {
            table.Column("", isNumber: false);
        }

        string[] ofBenefits = RoiText.Shares(summary.Benefits);
        string[] ofCosts = RoiText.Shares(summary.Costs);
        double longest = summary.Benefits.Concat(summary.Costs).Max(line => Math.Abs((double)line.Amount));
        for (int i = 0; i < summary.Benefits.Length; i++)
        {
            BenefitLine line = found.Case.Benefits[i];
            Row(line.Name, "benefit", RoiText.Periods(line.Period, line.Periods), summary.Benefits[i], ofBenefits[i], Charts.Promoter);
        }

        Total("benefits", summary.Return.Returned);
        for (int i = 0; i < summary.Costs.Length; i++)
        {
            CostLine line = found.Case.Costs[i];
            Row(line.Name, RoiText.Kind(line.Kind), RoiText.Periods(line.Period, line.Periods), summary.Costs[i], ofCosts[i], Charts.Detractor);
        }

        Total("costs", summary.Return.Invested);
        Total("net", summary.Return.Net);
        return table;

        void Row(string name, string kind, string periods, LineAmount booked, string share, Style style)
        {
            List<FigureCell> cells = [Show.OneLine(name), kind, periods, RoiText.Money(booked.Amount), share];
            if (bar > 0)
            {
                cells.Add(new FigureCell(RoiCharts.Bar((double)booked.Amount, longest, bar), style));
            }

            table.Row(cells);
        }

        void Total(string name, decimal amount)
        {
            List<FigureCell> cells = [name, "", "", RoiText.Money(amount), ""];
            if (bar > 0)
            {
                cells.Add("");
            }

            table.Row(cells, isTotal: true);
        }
    }

    private ReportSection? Time()
    {
        if (found.Flows.Length == 1 && found.PresentValue is null)
        {
            return null;
        }

        var table = new FigureTable();
        table.Column("period");
        table.Column("net");
        table.Column("so far");
        decimal sum = 0;
        for (int t = 0; t < found.Flows.Length; t++)
        {
            sum += found.Flows[t];
            if (t < PeriodsShown)
            {
                table.Row([t.ToString(CultureInfo.InvariantCulture), RoiText.Money(found.Flows[t]), RoiText.Money(sum)]);
            }
        }

        var facts = new List<string>();
        if (found.Flows.Length > PeriodsShown)
        {
            facts.Add($"The first {PeriodsShown} of {Show.Count(found.Flows.Length)} periods.");
        }

        if (found.PresentValue is { } value)
        {
            facts.Add($"Present value at {RoiText.Percent(found.Questions.Rate)} a period, {RoiText.First(found.Questions.First)}: "
                + $"{RoiText.Number(value, 2, Unit)}, ROI {RoiText.Percent(found.PresentRatio)}");
        }

        facts.Add("Internal rate of return: " + Rates());
        facts.Add("Payback, counted from period 0: " + RoiText.Payback(found.Payback)
            + (found.DiscountedPayback is { } discounted ? $"; discounted: {RoiText.Payback(discounted)}" : ""));
        return new ReportSection(
            "Over time",
            new Rows([table.OnScreen(), Text.Empty, .. facts.Select(fact => new Text(Show.OneLine(fact)))]),
            table.InMarkdown() + "\n\n" + string.Join("\n\n", facts.Select(fact => MarkdownText.Escape(Show.OneLine(fact)))));
    }

    private string Rates() => found.Rates.Reason is not null
        ? found.Rates.ToString().Replace("no IRR", "none", StringComparison.Ordinal)
        : string.Join(" and ", found.Rates.Rates.Select(rate => RoiText.Number(rate * 100, 2, "%"))) + " a period"
            + (found.Rates.MoreBeyondPrecision ? ", and more that no number holds" : "");

    private ReportSection? BreakEven()
    {
        if (found.BreakEven is not { } even)
        {
            return null;
        }

        string aim = $"a return of {RoiText.Percent(even.Target)}";
        string text = even.Reason is { } reason
            ? $"{even.Line}: none for {aim}: {reason}"
            : $"{even.Line}: {RoiText.Number(even.Amount, 2, Unit)}{(found.Questions.Rate is null ? "" : " of present value")} for {aim}"
                + (even.Multiple is { } multiple ? $", {RoiText.Number(multiple, 2)} times what is booked" : "")
                + (even.Quantity is { } quantity ? $"; a quantity of {RoiText.Number(quantity, 2)} a period" : "");
        return Prose("Break-even", [text]);
    }

    private ReportSection? Careful() => found.Cautions.Count == 0 ? null : new ReportSection(
        "Be careful",
        new Rows(found.Cautions.Select(Footing.Bullet)),
        string.Join('\n', found.Cautions.Select(caution => "- " + MarkdownText.Escape(Show.OneLine(caution)))));

    private string Unit => found.Currency is { } currency ? " " + currency : "";

    private static ReportSection Prose(string title, IReadOnlyList<string> lines) => new(
        title,
        new Rows(lines.Select(line => new Text(Show.OneLine(line)))),
        string.Join("\n\n", lines.Select(line => MarkdownText.Escape(Show.OneLine(line)))));
}
