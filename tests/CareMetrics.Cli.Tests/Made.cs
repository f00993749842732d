using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli.Tests;

/// <summary>Summaries made by hand, so that what is printed can be checked by hand.</summary>
internal static class Made
{
    internal const string Definition = "NPS of answers on the 0–10 scale (detractors 0–6, promoters 9–10) in column \"score\"";

    private const int MostBreakdowns = 16;

    internal static AnswerCell Cell(long detractors, long passives, long promoters, string? group = null, Period? period = null, long missing = 0) => new()
    {
        Group = group,
        Period = period,
        Tally = new NpsTally(detractors, passives, promoters, missing),
    };

    /// <summary>One breakdown, the last cell being the total.</summary>
    internal static AnswerSummary Summary(params AnswerCell[] cells) => Summary([cells]);

    /// <summary>The breakdowns in the order in which they are asked for; those that are not given had no column.</summary>
    internal static AnswerSummary Summary(IReadOnlyList<IReadOnlyList<AnswerCell>?> breakdowns, ScoreDistribution? distribution = null)
    {
        NpsTally all = breakdowns[0]![^1].Tally;
        return new AnswerSummary
        {
            Columns = new AnswerColumns { Score = "score" },
            Breakdowns = [.. breakdowns, .. Enumerable.Repeat<IReadOnlyList<AnswerCell>?>(null, MostBreakdowns - breakdowns.Count)],
            Distribution = distribution,
            Definition = Definition,
            Ledger = new RowLedger
            {
                Read = all.Answered + all.Missing + all.Invalid,
                Answered = all.Answered,
                Missing = all.Missing,
                Invalid = all.Invalid,
                Superseded = 0,
                ExcludedByReason = [],
            },
        };
    }

    /// <summary>What a report reads of 1,000 answers: two channels, two months, the distribution, customers.</summary>
    internal static AnswerSummary Report()
    {
        Period january = Period.Containing(new DateOnly(2026, 1, 1), PeriodKind.Month);
        var total = new NpsCustomerTally(new NpsTally(240, 260, 500, 20), 800, 700, 260, 1600);
        IReadOnlyList<AnswerCell> all = [new AnswerCell { Tally = total.Answers, Customers = total }];
        IReadOnlyList<AnswerCell> channels =
        [
            Cell(190, 180, 230, "phone", missing: 15), Cell(46, 78, 252, "chat"), Cell(4, 2, 18, "store", missing: 5), Cell(240, 260, 500, missing: 20),
        ];
        IReadOnlyList<AnswerCell> months =
        [
            Cell(140, 130, 230, null, january, 8), Cell(100, 130, 270, null, january.Next(), 12),
        ];
        var scores = new ScoreDistribution(NpsScale.ZeroToTen, [2, 4, 8, 16, 30, 60, 120, 130, 130, 200, 300], 20);
        return Summary([all, channels, null, null, null, null, months, null], scores) with
        {
            Columns = new AnswerColumns { Score = "score", Customer = "customer_id", Date = "answered_at" },
            FirstDay = new DateOnly(2026, 1, 1),
            LastDay = new DateOnly(2026, 2, 28),
            MostAnswersOfACustomer = 4,
        };
    }
}
