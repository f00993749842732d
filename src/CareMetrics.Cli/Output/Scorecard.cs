using CareMetrics.Cli.Answers;
using CareMetrics.Cli.Commands;
using CareMetrics.Periods;

namespace CareMetrics.Cli.Output;

/// <summary>The report on one file of answers: what was counted, put in order for the page.</summary>
internal sealed class Scorecard
{
    /// <summary>From this many months on, quarters are shown.</summary>
    internal const int MonthsToShow = 18;

    private const int GroupsToShow = 20;
    private const int PeriodsToShow = 40;

    private readonly AnswerQuery query;
    private readonly AnswerSummary summary;
    private readonly Scoring scoring;
    private readonly NpsRow total;
    private readonly IReadOnlyList<NpsBreakdown> parts;

    public Scorecard(AnswerQuery query, AnswerSummary summary, Scoring scoring)
    {
        (this.query, this.summary, this.scoring) = (query, summary, scoring);
        total = RowsOf(0)[0];
        parts = [.. new[] { Groups(), Periods() }.OfType<NpsBreakdown>().Where(part => part.Rows.Count > 1)];
        Cautions = Output.Cautions.Of(query, summary, total, parts.SelectMany(part => part.Rows));
    }

    public IReadOnlyList<string> Cautions { get; }

    /// <summary>Every row, also those that the page has no room for.</summary>
    public IReadOnlyList<NpsRow> Rows => [total, .. parts.SelectMany(part => part.Rows.Concat(part.NotShown))];

    /// <summary>What is counted for a report: all, by the columns told or a usual one, by the period told or a fitting one.</summary>
    public static IReadOnlyList<Breakdown> Breakdowns(IReadOnlyList<string> by, PeriodKind? every, IEnumerable<string> usualGroups) =>
    [
        new Breakdown(),
        .. by.Count > 0
            ? [new Breakdown { By = by }]
            : usualGroups.Select(column => new Breakdown { By = [column], IsOptional = true }),
        .. every is { } kind
            ? [new Breakdown { Every = kind }]
            : new[] { PeriodKind.Month, PeriodKind.Quarter }.Select(usual => new Breakdown { Every = usual, IsOptional = true }),
    ];

    public IReadOnlyList<ReportSection> Sections(int width, string command)
    {
        var layout = new NpsParts(parts, total, scoring, width);
        return
        [
            NpsSections.Headline(total, summary, width),
            .. parts.Select(layout.Section),
            .. new[] { NpsSections.Distribution(summary.Distribution, width) }.OfType<ReportSection>(),
            .. new[] { RanterSections.InReport(summary, scoring.Level) }.OfType<ReportSection>(),
            .. new Footing(summary.Ledger, summary.Definition, Cautions).Sections(command),
        ];
    }

    private NpsBreakdown? Groups()
    {
        if (First(breakdown => breakdown.By.Count > 0) is not { } at)
        {
            return null;
        }

        NpsRow[] rows = [.. RowsOf(at).Where(row => row.Group is not null)];
        HashSet<NpsRow> shown = [.. rows.OrderByDescending(row => row.Answered).Take(GroupsToShow)];
        string column = string.Join(" / ", query.Breakdowns[at].By);
        return new NpsBreakdown(column, false, [.. rows.Where(shown.Contains)])
        {
            NotShown = [.. rows.Where(row => !shown.Contains(row))],
            Note = rows.Length == shown.Count ? null
                : $"The {GroupsToShow} with the most answers of {Show.Count(rows.Length)}; all are shown by: caremetrics nps --by {string.Join(',', query.Breakdowns[at].By)}",
        };
    }

    private NpsBreakdown? Periods()
    {
        if (First(breakdown => breakdown.Every is { } kind && (!breakdown.IsOptional || kind == FittingPeriod())) is not { } at)
        {
            return null;
        }

        NpsRow[] rows = [.. RowsOf(at).Where(row => row.Period is not null)];
        int earlier = Math.Max(0, rows.Length - PeriodsToShow);
        string period = rows is [{ PeriodKind: { } kind }, ..] ? PeriodNames.Of(kind) : "period";
        return new NpsBreakdown(period, true, rows[earlier..])
        {
            NotShown = rows[..earlier],
            Note = earlier == 0 ? null
                : $"The last {PeriodsToShow} of {Show.Count(rows.Length)}; all are shown by: caremetrics nps --every {(period == "half-year" ? "half" : period)}",
        };
    }

    private NpsRow[] RowsOf(int at) => [.. summary.Breakdowns[at]!.Select(cell => NpsRow.Of(cell, scoring, summary.Definition))];

    private int? First(Func<Breakdown, bool> fits)
    {
        int at = Enumerable.Range(0, query.Breakdowns.Count)
            .FirstOrDefault(place => fits(query.Breakdowns[place]) && summary.Breakdowns[place] is not null, -1);
        return at < 0 ? null : at;
    }

    private PeriodKind FittingPeriod() =>
        summary is { FirstDay: { } first, LastDay: { } last } && 12 * (last.Year - first.Year) + last.Month - first.Month >= MonthsToShow
            ? PeriodKind.Quarter
            : PeriodKind.Month;
}
