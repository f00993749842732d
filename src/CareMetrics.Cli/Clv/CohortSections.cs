using System.Globalization;
using CareMetrics.Retention;
using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>Cohorts for people: the model, who is left and who will be, what they are worth.</summary>
internal sealed class CohortSections(CohortFindings found, int width)
{
    private const int LongestBar = 30;
    private const int RowsShown = 60;

    public IReadOnlyList<ReportSection> All() =>
    [
        Headline(),
        Model(),
        Survival(),
        .. new[] { Worth(), Careful() }.OfType<ReportSection>(),
        ClvSections.Prose("What this rests on", [Account(), $"Definition: {found.Definition}"]),
    ];

    private ReportSection Headline()
    {
        if (found.Fit.Model is null)
        {
            return ClvSections.Headline("No model of retention", ": " + found.Fit.ToString()["no fit: ".Length..]);
        }

        CohortPeriod last = found.Periods[^1];
        return ClvSections.Headline(
            $"{RoiText.Share(last.Survival!.Value)} of customers are left after {ClvText.Lengths(last.Period, found.Table.Period)}",
            $" ({Show.Level(last.Survival.Level)} CI {RoiText.Share(last.Survival.Lower)} to {RoiText.Share(last.Survival.Upper)})"
            + (last.Period > found.Table.Watched ? $", {ClvText.Lengths(last.Period - found.Table.Watched, found.Table.Period)} past what was watched" : ""));
    }

    private ReportSection Model()
    {
        ShiftedBetaGeometricFit fit = found.Fit;
        if (fit.Model is not { } model)
        {
            return ClvSections.Prose("Model", [fit.Reason switch
            {
                NoFitReason.NoCustomers => "No cohort was watched for a whole period.",
                NoFitReason.NoChurn => "The less churn is assumed, the likelier that nobody left: there is no best estimate.",
                NoFitReason.OnePeriod => "One period shows how many leave, not how churn changes with age: watch a second one.",
                NoFitReason.OnlyFirstPeriodLoses => "Some left at once and nobody later: the data fit best customers who leave at once beside others who never do.",
                NoFitReason.NobodyOutlastsTheFirst => "The data fit best if nobody outlasted the first period: watch cohorts from their start.",
                _ => "The data fit best one churn rate for everybody: no sign that customers differ. caremetrics clv --retention takes a constant rate.",
            }]);
        }

        string period = ClvText.Length(found.Table.Period);
        return ClvSections.Prose("Model",
        [
            $"Each customer has a churn rate of their own: {RoiText.Share(model.MeanChurn)} on average, so many are lost in the first {period}; the loyal outlast the others.",
            $"α {RoiText.Number(model.Alpha, 3)} (standard error {RoiText.Number(fit.AlphaError, 3)}), β {RoiText.Number(model.Beta, 3)} ({RoiText.Number(fit.BetaError, 3)}); "
                + $"polarization {RoiText.Number(model.Polarization, 2)}, from 0 (all alike) to 1 (they leave at once or never); log-likelihood {RoiText.Number(fit.LogLikelihood, 2)}",
        ]);
    }

    private ReportSection Survival()
    {
        FigureTable plain = SurvivalTable(0);
        int room = Math.Min(LongestBar, width - plain.Width - 2);
        FigureTable table = room >= 8 ? SurvivalTable(room) : plain;
        string note = found.Periods.Length > RowsShown
            ? $"The first {RowsShown} of {Show.Count(found.Periods.Length)} rows; --format csv has all."
            : "Kept: of those still there a period before.";
        return new ReportSection(
            "Who is left",
            new Rows(table.OnScreen(), new Text(note)),
            plain.InMarkdown() + "\n\n" + MarkdownText.Escape(note));
    }

    private FigureTable SurvivalTable(int bar)
    {
        bool hasModel = found.Fit.Model is not null;
        var table = new FigureTable();
        table.Column(ClvText.Length(found.Table.Period));
        table.Column("watched");
        table.Column("left, seen");
        if (hasModel)
        {
            table.Column("model");
            table.Column(Show.Level(found.Questions.Level) + " CI");
        }

        table.Column("kept, seen");
        if (hasModel)
        {
            table.Column("model");
        }

        if (bar > 0)
        {
            table.Column("", isNumber: false);
        }

        foreach (CohortPeriod period in found.Periods.Take(RowsShown))
        {
            List<FigureCell> cells = [period.Period.ToString(CultureInfo.InvariantCulture), period.Watched == 0 ? Show.Absent : ClvText.Customers(period.Watched), RoiText.Share(period.SeenSurvival)];
            if (hasModel)
            {
                cells.AddRange([RoiText.Share(period.Survival!.Value), Show.Interval(period.Survival.Lower, period.Survival.Upper, RoiText.Share)]);
            }

            cells.Add(RoiText.Share(period.SeenRetention));
            if (hasModel)
            {
                cells.Add(RoiText.Share(period.Retention));
            }

            if (bar > 0)
            {
                double? share = period.SeenSurvival ?? period.Survival?.Value;
                cells.Add(new FigureCell(RoiCharts.Bar(share ?? 0, 1, bar), period.SeenSurvival is null ? Charts.Passive : Charts.Promoter));
            }

            table.Row(cells);
        }

        return table;
    }

    private ReportSection? Worth()
    {
        if (found.Questions.Discount is not { } discount || found.Lifetime is not { } lifetime)
        {
            return null;
        }

        string period = ClvText.Length(found.Table.Period);
        var table = new FigureTable();
        table.Column("a customer", isNumber: false);
        table.Column("margins");
        if (found.Questions.Margin is not null)
        {
            table.Column(found.Questions.Currency is { } currency ? Show.OneLine(currency) : "value");
        }

        Row("new, the first margin now", lifetime);
        for (int n = 1; n <= found.Residuals.Length; n++)
        {
            Row($"after {ClvText.Lengths(n, found.Table.Period)}, a renewal due", found.Residuals[n - 1]);
        }

        string[] notes =
        [
            $"In today's money, discounted by {ClvText.Rate(discount, found.Table.Period)}"
                + (found.Questions.Horizon is { } horizon ? $", {Show.Count(horizon, "margin", "margins")} counted." : ", over all time.")
                + (found.Questions.Margin is { } margin ? $" A margin is {ClvText.Money(margin, found.Questions.Currency)} a {period}." : " Times the margin of a period it is money: --margin AMOUNT."),
        ];
        return new ReportSection(
            "What they are worth",
            new Rows([table.OnScreen(), .. notes.Select(note => new Text(Show.OneLine(note)))]),
            table.InMarkdown() + "\n\n" + string.Join("\n\n", notes.Select(note => MarkdownText.Escape(Show.OneLine(note)))));

        void Row(string who, double margins)
        {
            List<FigureCell> cells = [who, RoiText.Number(margins, 2)];
            if (found.Questions.Margin is { } unit)
            {
                cells.Add(RoiText.Number(margins * unit, 2));
            }

            table.Row(cells);
        }
    }

    private ReportSection? Careful() => found.Cautions.Count == 0 ? null : new ReportSection(
        "Be careful",
        new Rows(found.Cautions.Select(Footing.Bullet)),
        string.Join('\n', found.Cautions.Select(caution => "- " + MarkdownText.Escape(Show.OneLine(caution)))));

    private string Account() =>
        $"{Show.Count(found.Table.Rows, "row", "rows")} read: {Show.Count(found.Table.Cohorts.Length, "cohort", "cohorts")} of {ClvText.Customers(found.Table.Customers)} customers at the start, "
        + $"watched for up to {ClvText.Lengths(found.Table.Watched, found.Table.Period)}";
}
