using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Satisfaction;

namespace CareMetrics.Cli;

/// <summary>All that one pass over the answers counted.</summary>
internal sealed record AnswerSummary
{
    /// <summary>The columns that were used, as named in the header; null where the table has none.</summary>
    public required AnswerColumns Columns { get; init; }

    /// <summary>One per breakdown of the query, in order; null where an optional one had no column.</summary>
    public required IReadOnlyList<IReadOnlyList<AnswerCell>?> Breakdowns { get; init; }

    /// <summary>Every row read, accounted for as the first breakdown counts it: a row without a date is left out of those by period only.</summary>
    public required RowLedger Ledger { get; init; }

    /// <summary>All answers that the first breakdown counts, by score; null for tallies of categories.</summary>
    public required ScoreDistribution? Distribution { get; init; }

    /// <summary>What became of ranters and ravers; null where not asked for, or where customers or dates are not known.</summary>
    public AnsweredMoods? Moods { get; init; }

    /// <summary>First and last day of a counted answer in the zone asked for; null where no date was needed.</summary>
    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }

    /// <summary>Which days were seen; null where they were not looked at, or nothing has a date.</summary>
    public SeenDays? Seen { get; init; }

    /// <summary>The most answers of any one customer that the first breakdown counts; null where customers are not known.</summary>
    public long? MostAnswersOfACustomer { get; init; }

    /// <summary>The customers of two periods, some of whom are in both; null where customers or periods are not known.</summary>
    public Func<Period, Period, NpsPanelTally?>? PanelOf { get; init; }

    /// <summary>The files with their hashes, where these were asked for.</summary>
    public IReadOnlyList<InputFile> Inputs { get; init; } = [];

    /// <summary>The closed periods among what was read; null where there are none.</summary>
    public ClosedPeriods? Closed { get; init; }

    /// <summary>As <see cref="Definition"/>, of one period by itself, whatever else was counted; null where none was.</summary>
    public string? PeriodDefinition { get; init; }

    /// <summary>What was counted, in words: scale, unit, date used, zone, filters. What it weighs is said of the weighted scores alone.</summary>
    public required string Definition { get; init; }
}

internal sealed record AnswerColumns
{
    /// <summary>Null where the file holds counts of categories.</summary>
    public string? Score { get; init; }

    public string? Customer { get; init; }

    public string? Date { get; init; }

    public string? Weight { get; init; }
}

/// <summary>The answers of one group and period. A total's group is null; a breakdown without periods has a null period.</summary>
internal sealed record AnswerCell
{
    /// <summary>The values of the breakdown's columns, joined by " / "; null for the total.</summary>
    public string? Group { get; init; }

    /// <summary>The same values with <see cref="Grouping.Apart"/> between them, where they are to be told apart again; null for the total.</summary>
    public string? GroupKey { get; init; }

    /// <summary>Null in a breakdown without periods, and for rows without a date in one with them.</summary>
    public Period? Period { get; init; }

    /// <summary>Whether these are the rows without a date of a breakdown with periods: no total, though they have neither.</summary>
    public bool IsUndated { get; init; }

    /// <summary>Detractors, passives, promoters, missing and invalid; of ratings, the two categories of <see cref="RatingCounts.ScaleOf"/>.</summary>
    public required NpsTally Tally { get; init; }

    /// <summary>The same answers by customer; null where customers are not known.</summary>
    public NpsCustomerTally? Customers { get; init; }

    /// <summary>The same answers with what they weigh; null where no weights are read.</summary>
    public WeightedNpsTally? Weighted { get; init; }

    /// <summary>The same answers as ratings; null where they are none.</summary>
    public RatingTally? Ratings { get; init; }

    /// <summary>Whether <see cref="Customers"/> are those of several periods, each as often as it has such: their number is not that of people.</summary>
    public bool IsOfSeveralPeriods { get; init; }

    /// <summary>How many gave the highest score; null for counts of categories.</summary>
    public long? TopScores { get; init; }

    public long Superseded { get; init; }

    public long Excluded { get; init; }
}

/// <summary>Rows read = answered + missing + invalid + superseded + excluded.</summary>
internal sealed record RowLedger
{
    public required long Read { get; init; }

    public required long Answered { get; init; }

    public required long Missing { get; init; }

    public required long Invalid { get; init; }

    public required long Superseded { get; init; }

    /// <summary>By reason, such as a filter ("channel is not phone") or "no date"; in the order first met.</summary>
    public required IReadOnlyList<(string Reason, long Rows)> ExcludedByReason { get; init; }

    public long Excluded => ExcludedByReason.Sum(part => part.Rows);
}
