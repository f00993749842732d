using System.Collections.Immutable;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Retention;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The report on one file of answers: what was counted, put in order for the page.</summary>
internal sealed class ReportSections
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
    private readonly Look look;
    private readonly NpsRow total;
    private readonly IReadOnlyList<NpsBreakdown> parts;
    private readonly ScoreChange? lastChange;
    private readonly ImmutableArray<SegmentComparison> againstRest;
    private readonly RanterAnalysis? ranters;
    private readonly RetentionAnalysis? retention;

    public ReportSections(AnswerQuery query, AnswerSummary summary, Scoring scoring, Look look)
    {
        (this.query, this.summary, this.scoring, this.look) = (query, summary, scoring, look);
        total = RowsOf(0)[0];
        lastChange = LastChange();
        againstRest = lastChange?.Why is null ? AgainstRest() : [];
        parts = [.. new[] { Groups(), Periods() }.OfType<NpsBreakdown>().Where(part => part.Rows.Count > 1)];
        ranters = RanterSections.AnalysisInReport(summary, scoring.Level);
        Cautions =
        [
            .. Cli.Cautions.Of(query, summary, total, parts.SelectMany(part => part.Rows)),
            .. ranters?.LeftOut().Select(sentence => $"Control group {ranters.Summary.Groups!.Control}: {sentence}") ?? (query.Control is null ? [] : ["The control group says nothing here: that needs customers, dates, and a ranter who answered twice."]),
        ];
    }

    /// <summary>The columns by which the report has groups; none where it has no groups.</summary>
    public static IReadOnlyList<string> GroupColumns(AnswerQuery query, AnswerSummary summary) => First(query, summary, IsOfGroups) is { } at ? query.Breakdowns[at].By : [];

    /// <summary>All answers by group, with their total; null where there are no groups.</summary>
    public static IReadOnlyList<AnswerCell>? GroupCells(AnswerQuery query, AnswerSummary summary) => First(query, summary, IsOfGroups) is { } at ? summary.Breakdowns[at] : null;

    public IReadOnlyList<string> Cautions => [.. field, .. Speaking is null ? [] : Speaking.Cautions.Concat(Cli.Cautions.OfStrangers(summary, Speaking.Rows))];

    /// <summary>The comparison of named ranges, in place of the last change; null where none is named.</summary>
    public CompareFindings? Named { get; init; }

    /// <summary>The period and the one before, or those that were named, and what changed; null where there are no two with answers.</summary>
    public ScoreChange? Change => Named is null ? lastChange : ScoreChange.Of(Named, string.Join(" / ", GroupColumns(query, summary)));

    /// <summary>For whom the answers speak beside those who gave them; null where the report is not asked for it.</summary>
    public Speaking? Speaking { get; init; }

    /// <summary>The report in one line.</summary>
    public string Line => Change is { } change ? ReportLine.Of(change) : Named is { } named ? ReportLine.OfUncompared(named) : NpsSections.Line(total, summary);

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
            .. Speaking is null ? [] : Speaking.Rows.Select(ReportRows.OfSpeaking),
            .. parts.SelectMany(part => part.Rows.Concat(part.NotShown).SelectMany(row => ReportRows.OfScore(part.IsByPeriod ? "by-period" : "by-group", row))),
            .. ReportRows.OfGroups(againstRest),
            .. Change is { } change ? ReportRows.OfChange(change) : [],
            .. Named is { } found ? ReportRows.OfNamed(found) : [],
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
            NpsSections.Headline(total, summary, width, Change is null && Named is null ? null : Line, Speaking?.Sentences ?? []),
            .. parts.Select(layout.Section),
            .. new[]
            {
                ChangeToShow(), NpsSections.Distribution(summary.Distribution, width), Asked(),
                ranters is null ? null : RanterSections.InReport(ranters), Keeping is null ? null : RetentionSections.InReport(retention),
            }.OfType<ReportSection>(),
            .. Footing.Sections(command),
        ];
    }

    private ReportSection? ChangeToShow() => Change is { } change ? ChangeSection.Of(change, summary, scoring.Level, Named)
        : Named is { } named ? CompareSections.InReport(named) : null;

    private ImmutableArray<SegmentComparison> AgainstRest()
    {
        (string Group, NpsTally Tally)[] groups = [.. (GroupCells(query, summary) ?? []).Where(cell => cell is { Group: not null, Tally.Answered: > 0 }).Select(cell => (cell.Group!, cell.Tally))];
        return groups.Length is >= 2 and <= ScoreChange.MostGroups ? NpsSegments.AgainstRest(groups, scoring.Level) : [];
    }

    // Where the change does not say it of the last period.
    private string? AgainstOthers(IEnumerable<NpsRow> shown)
    {
        SegmentComparison[] segments = [.. againstRest.Where(segment => shown.Any(row => row.Group == segment.Segment))];
        return segments.Length == 0 ? null
            : "Against the others, adjusted for there being several: " + string.Join("; ", segments
                .GroupBy(segment => ChangeSection.Verdict(segment, "higher", "lower", "no clear difference"), StringComparer.Ordinal)
                .OrderBy(same => same.Min(segment => segment.AdjustedPValue ?? 1))
                .Select(same => $"{string.Join(", ", same.Select(segment => segment.Segment))} {same.Key}")) + "."
                + (summary.Columns.Customer is null ? "" : " Here each answer counts as of a customer of its own.");
    }

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
            Note = rows.Length == shown.Count ? AgainstOthers(shown)
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

    private int? First(Func<Breakdown, bool> fits) => First(query, summary, fits);

    private static int? First(AnswerQuery query, AnswerSummary summary, Func<Breakdown, bool> fits)
    {
        int at = Enumerable.Range(0, query.Breakdowns.Count)
            .FirstOrDefault(place => fits(query.Breakdowns[place]) && summary.Breakdowns[place] is not null, -1);
        return at < 0 ? null : at;
    }

    private static bool IsOfGroups(Breakdown breakdown) => breakdown is { By.Count: > 0, Every: null, WithoutCustomers: false };

    private ScoreChange? LastChange()
    {
        int? at = First(breakdown => breakdown is { By.Count: 0, Every: not null });
        IReadOnlyList<string> by = GroupColumns(query, summary);
        int? byGroup = First(breakdown => breakdown is { By.Count: > 0, Every: not null } && breakdown.By.SequenceEqual(by));
        return ScoreChange.Of(
            summary,
            at is { } periods ? summary.Breakdowns[periods] : null,

            // The latest answers of a quarter are not those of its months together.
            mayBeQuarters: at is { } found && query.Breakdowns[found].IsOptional && !query.Latest,
            byGroup is { } both ? summary.Breakdowns[both] : null,
            string.Join(" / ", by),
            scoring.Level,
            look);
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
