using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Puts closed periods and answers together: what is closed counts from the closed file, and an answer dated in it is excluded.</summary>
internal static class ClosedJoin
{
    /// <summary>What a row of a closed file is, for messages.</summary>
    public const string RowIs = "closed period";

    /// <summary>What the closed periods beside answers are asked.</summary>
    public static AnswerQuery Closed(AnswerQuery query) => query with
    {
        Files = query.Closed,
        Closed = [],
        Tallied = true,
        MustBeClosed = true,
        Where = [],
        ScoreColumn = null,
        Latest = false,
        CustomerColumn = null,
        DateColumn = null,
        DateFormat = null,
        Zone = TimeZoneInfo.Utc,
        RowIs = RowIs,
    };

    /// <summary>What the answers beside closed periods are asked: periods of the closed length, nothing of closed days.</summary>
    public static AnswerQuery Open(AnswerQuery query, AnswerSummary closed)
    {
        PeriodKind kind = closed.Breakdowns.SelectMany(cells => cells ?? []).Select(cell => cell.Period).OfType<Period>().Select(period => period.Kind)
            .DefaultIfEmpty(closed.Closed!.First.Kind).First();
        return query with
        {
            ClosedPeriods = closed.Closed,
            Breakdowns = [.. query.Breakdowns.Select(breakdown => breakdown.Every is null ? breakdown : breakdown with { Every = kind, Fits = null })],
        };
    }

    public static AnswerSummary Of(AnswerQuery query, AnswerSummary open, AnswerSummary closed)
    {
        ClosedPeriods periods = closed.Closed!;
        return open with
        {
            Breakdowns = [.. open.Breakdowns.Zip(closed.Breakdowns, (cells, other) => cells is null || other is null ? null : Joined(query, cells, other))],
            Ledger = new RowLedger
            {
                Read = checked(open.Ledger.Read + closed.Ledger.Read),
                Answered = checked(open.Ledger.Answered + closed.Ledger.Answered),
                Missing = checked(open.Ledger.Missing + closed.Ledger.Missing),
                Invalid = checked(open.Ledger.Invalid + closed.Ledger.Invalid),
                Superseded = checked(open.Ledger.Superseded + closed.Ledger.Superseded),
                ExcludedByReason = open.Ledger.ExcludedByReason,
            },
            Inputs = [.. open.Inputs, .. closed.Inputs],
            Distribution = null,
            FirstDay = open.FirstDay is { } first && first < periods.First.Start ? first : periods.First.Start,
            LastDay = open.LastDay is { } last && last > periods.Last.End ? last : periods.Last.End,
            Seen = new SeenDays { OfAnswers = open.Seen?.OfAnswers, OfCounts = periods.Days, Closed = periods },
            PanelOf = (baseline, current) => periods.PanelOf(baseline, current)
                ?? (open.PanelOf is { } panelOf && !AnyClosed(periods, baseline) && !AnyClosed(periods, current) ? panelOf(baseline, current) : null),
            Closed = new ClosedPeriods(periods.Definitions, new Dictionary<Period, NpsPanelTally>())
            {
                Beside = open.PeriodDefinition,
                Names = periods.Names,
                Seen = periods.Seen,
                GroupColumns = periods.GroupColumns,
                Changed = query.Where.Count > 0 ? [] : Changed(open, closed),
            },
            Definition = $"{open.Definition}; {DefinitionText.OfClosed(periods)}",
        };
    }

    /// <summary>The periods of which the file holds other rows than were closed; one whose rows are gone is what closing is for.</summary>
    private static IReadOnlyList<(Period Period, long Closed, long Now)> Changed(AnswerSummary open, AnswerSummary closed)
    {
        IReadOnlyList<AnswerCell>? now = open.Breakdowns.Zip(closed.Breakdowns).FirstOrDefault(pair => pair.First?.Any(cell => cell.Period is not null) == true && pair.Second is not null).First;
        IReadOnlyList<AnswerCell>? then = closed.Breakdowns.FirstOrDefault(cells => cells?.Any(cell => cell.Period is not null) == true);
        return
        [
            .. (then ?? []).Where(cell => cell is { Group: null, Period: { } period } && closed.Closed!.Contains(period))
                .Select(cell => (
                    cell.Period!.Value,
                    cell.Tally.Answered + cell.Tally.Missing + cell.Tally.Invalid + cell.Superseded,
                    now?.FirstOrDefault(other => other.Group is null && other.Period == cell.Period)?.Excluded ?? 0))
                .Where(rows => rows.Item3 > 0 && rows.Item3 != rows.Item2),
        ];
    }

    private static bool AnyClosed(ClosedPeriods periods, Period range) => periods.Definitions.Keys.Any(period => range.Contains(period.Start));

    private static IReadOnlyList<AnswerCell> Joined(AnswerQuery query, IReadOnlyList<AnswerCell> open, IReadOnlyList<AnswerCell> closed)
    {
        bool customersKnown = open.Concat(closed).All(cell => cell.Customers is not null);
        IEnumerable<AnswerCell> cells = open.Concat(closed)
            .GroupBy(cell => (cell.Group, cell.Period, cell.IsUndated))
            .Select(same => same.Aggregate((one, other) => one with
            {
                Tally = one.Tally + other.Tally,
                Customers = customersKnown ? one.Customers + other.Customers : null,
                TopScores = null,
                Superseded = checked(one.Superseded + other.Superseded),
                Excluded = checked(one.Excluded + other.Excluded),
                IsOfSeveralPeriods = one.IsOfSeveralPeriods || other.IsOfSeveralPeriods || (one.Tally.Answered > 0 && other.Tally.Answered > 0),
            }))
            .Select(cell => customersKnown ? cell : cell with { Customers = null });
        return CellTable.Ordered(query, cells, customersKnown);
    }
}
