using CareMetrics.Cli.Answers;
using CareMetrics.Cli.Commands;
using CareMetrics.Periods;
using CareMetrics.Retention;

namespace CareMetrics.Cli.Output;

/// <summary>The report on one file of answers: what was counted, put in order for the page.</summary>
internal sealed class Scorecard
{
    /// <summary>From this many months on, quarters are shown.</summary>
    internal const int MonthsToShow = 18;

    /// <summary>Columns that tell contacts apart which may not have been asked alike.</summary>
    internal static readonly string[] UsualKinds = ["resolved", "contact_kind"];

    /// <summary>The column of who served.</summary>
    internal const string UsualServer = "agent";

    private const int GroupsToShow = 20;
    private const int PeriodsToShow = 40;

    private readonly AnswerQuery query;
    private readonly AnswerSummary summary;
    private readonly Scoring scoring;
    private readonly NpsRow total;
    private readonly IReadOnlyList<NpsBreakdown> parts;
    private readonly ScoreChange? change;
    private readonly RanterAnalysis? ranters;
    private readonly RetentionAnalysis? retention;

    public Scorecard(AnswerQuery query, AnswerSummary summary, Scoring scoring)
    {
        (this.query, this.summary, this.scoring) = (query, summary, scoring);
        total = RowsOf(0)[0];
        parts = [.. new[] { Groups(), Periods() }.OfType<NpsBreakdown>().Where(part => part.Rows.Count > 1)];
        change = Change();
        ranters = RanterSections.AnalysisInReport(summary, scoring.Level);
        Cautions = Output.Cautions.Of(query, summary, total, parts.SelectMany(part => part.Rows));
    }

    public IReadOnlyList<string> Cautions { get; }

    /// <summary>Whether some customer answered more than once.</summary>
    public bool HasRepeats => summary.MostAnswersOfACustomer > 1;

    /// <summary>The comparison of named ranges, in place of the last change; null where none is named.</summary>
    public CompareFindings? Named { get; init; }

    /// <summary>The report in one line.</summary>
    public string Line => Named is { } named ? CompareSections.Line(named) : change is null ? NpsSections.Line(total, summary) : ReportLine.Of(change);

    /// <summary>What a kept customer is worth and what keeping costs; null where the report is not asked for it.</summary>
    public (KeptValue Value, RetentionCost Cost)? Keeping
    {
        get;
        init
        {
            field = value;
            retention = value is { } keeping && ranters is not null ? RetentionAnalysis.Of(ranters, keeping.Value, keeping.Cost) : null;
        }
    }

    /// <summary>The files beside the answers, with their hashes.</summary>
    public IReadOnlyList<InputFile> Beside { get; init; } = [];

    private Footing Footing => new(summary.Ledger, summary.Definition, Cautions) { Inputs = [.. summary.Inputs, .. Beside] };

    /// <summary>Every figure as a row, also those that the page has no room for.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="others">The rows of further sections.</param>
    public IReadOnlyList<ReportRow> Rows(string command, IEnumerable<ReportRow> others)
    {
        ((string Column, IReadOnlyList<AnswerCell> Cells)? server, IEnumerable<(string Column, IReadOnlyList<AnswerCell> Cells)> kinds) = AskedOf();
        ReportRow[] rows =
        [
            ReportRow.Of("headline", "headline", Line),
            .. ReportRows.OfScore("score", total),
            .. parts.SelectMany(part => part.Rows.Concat(part.NotShown).SelectMany(row => ReportRows.OfScore(part.IsByPeriod ? "by-period" : "by-group", row))),
            .. Named is { } found ? ReportRows.OfNamed(found, HasRepeats) : change is null ? [] : ReportRows.OfChange(change),
            .. ReportRows.OfScores(summary.Distribution),
            .. AskedSection.Rows(kinds, server, scoring.Level),
            .. ranters is null ? [] : ReportRows.OfRanters(ranters),
            .. Keeping is null ? [] : ReportRows.OfRetention(retention),
            .. others,
            .. ReportRows.OfFooting(Footing, command),
        ];
        return [.. rows.Select(row => row with { Definition = row.Definition ?? summary.Definition })];
    }

    /// <summary>What is counted for a report: all, by the columns told or a usual one, by the period told or a fitting one.</summary>
    public static IReadOnlyList<Breakdown> Breakdowns(IReadOnlyList<string> by, PeriodKind? every, IEnumerable<string> usualGroups) =>
    [
        new Breakdown(),
        .. by.Count > 0
            ? [new Breakdown { By = by }]
            : usualGroups.Select(column => new Breakdown { By = [column], IsOptional = true }),
        .. every is { } kind
            ? [new Breakdown { Every = kind }]
            : new[]
            {
                new Breakdown { Every = PeriodKind.Month, IsOptional = true },
                new Breakdown { Every = PeriodKind.Quarter, IsOptional = true, Fits = IsLong },
            },
        .. (by.Count > 0 ? [by] : usualGroups.Select(column => (IReadOnlyList<string>)[column]))
            .Select(columns => new Breakdown { By = columns, Every = every ?? PeriodKind.Month, IsOptional = true, WithoutCustomers = true }),
        .. UsualKinds.Append(UsualServer).Select(column => new Breakdown { By = [column], IsOptional = true, WithoutCustomers = true }),
    ];

    /// <param name="width">How many columns there are.</param>
    /// <param name="command">What was typed.</param>
    public IReadOnlyList<ReportSection> Sections(int width, string command)
    {
        var layout = new NpsParts(parts, total, scoring, width);
        return
        [
            NpsSections.Headline(total, summary, width, Named is not null || change is null ? null : Line),
            .. parts.Select(layout.Section),
            .. new[]
            {
                ChangeToShow(), NpsSections.Distribution(summary.Distribution, width), Asked(),
                ranters is null ? null : RanterSections.InReport(ranters), Keeping is null ? null : RetentionSections.InReport(retention),
            }.OfType<ReportSection>(),
            .. Footing.Sections(command),
        ];
    }

    private ReportSection? ChangeToShow() => Named is { } named ? CompareSections.InReport(named, HasRepeats)
        : change is null ? null : ChangeSection.Of(change, summary, scoring.Level);

    private NpsBreakdown? Groups()
    {
        if (First(IsOfGroups) is not { } at)
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
        if (First(breakdown => breakdown is { By.Count: 0, Every: { } kind } && (!breakdown.IsOptional || kind == FittingPeriod())) is not { } at)
        {
            return null;
        }

        NpsRow[] rows = [.. RowsOf(at).Where(row => row.PeriodKind is not null)];
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

    private static bool IsOfGroups(Breakdown breakdown) => breakdown is { By.Count: > 0, Every: null, WithoutCustomers: false };

    private ScoreChange? Change()
    {
        int? at = First(breakdown => breakdown is { By.Count: 0, Every: not null });
        IReadOnlyList<string> by = First(IsOfGroups) is { } groups ? query.Breakdowns[groups].By : [];
        int? byGroup = First(breakdown => breakdown is { By.Count: > 0, Every: not null } && breakdown.By.SequenceEqual(by));
        return ScoreChange.Of(
            summary,
            at is { } periods ? summary.Breakdowns[periods] : null,

            // The latest answers of a quarter are not those of its months together.
            mayBeQuarters: at is { } found && query.Breakdowns[found].IsOptional && !query.Latest,
            byGroup is { } both ? summary.Breakdowns[both] : null,
            string.Join(" / ", by),
            scoring.Level);
    }

    private ReportSection? Asked()
    {
        ((string Column, IReadOnlyList<AnswerCell> Cells)? server, IEnumerable<(string Column, IReadOnlyList<AnswerCell> Cells)> kinds) = AskedOf();
        return AskedSection.Of(kinds, server, query.Scale, scoring.Level);
    }

    private ((string Column, IReadOnlyList<AnswerCell> Cells)? Server, IEnumerable<(string Column, IReadOnlyList<AnswerCell> Cells)> Kinds) AskedOf()
    {
        return (By(UsualServer), UsualKinds.Select(By).OfType<(string, IReadOnlyList<AnswerCell>)>());

        (string Column, IReadOnlyList<AnswerCell> Cells)? By(string column) =>
            First(breakdown => breakdown is { Every: null, WithoutCustomers: true } && breakdown.By[0] == column) is { } at
                ? (column, summary.Breakdowns[at]!) : null;
    }

    private PeriodKind FittingPeriod() =>
        summary is { FirstDay: { } first, LastDay: { } last } && IsLong(first, last) ? PeriodKind.Quarter : PeriodKind.Month;

    private static bool IsLong(DateOnly first, DateOnly last) => 12 * (last.Year - first.Year) + last.Month - first.Month >= MonthsToShow;
}
