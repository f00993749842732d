using CareMetrics.Nps;

namespace CareMetrics.Cli;

/// <summary>What a careful colleague would say before the numbers are shown around.</summary>
internal static class Cautions
{
    private const int ManyAnswers = 10;
    private const double WideDesignEffect = 1.5;
    private const int NamedAtMost = 4;

    public static IReadOnlyList<string> Of(AnswerQuery query, AnswerSummary summary, IScoredRow? total, IEnumerable<IScoredRow> parts) =>
        [.. new[] { OfTextsAlone(query, summary), query.Ratings is null ? OtherScale(summary.Distribution) : null, Few(total) ?? FewIn(parts), Repeats(query, summary, total), OtherDefinitions(summary), ChangedSince(summary), SeveralPeriods(summary, total) }.OfType<string>()];

    private static string? OtherScale(ScoreDistribution? distribution)
    {
        if (distribution is not { Tally.Answered: > 0, Scale: { Minimum: 0 or 1, Maximum: 10 } scale })
        {
            return null;
        }

        int highest = Enumerable.Range(scale.Minimum, scale.Length).Last(score => distribution[score] > 0);
        return highest > 5
            ? null
            : $"No answer is above {highest} on the {scale} scale. If they were asked on another scale, name it, for example --scale 1-5:3:5.";
    }

    // Whether a file holds scores or categories is known when it is read.
    private static string? OfTextsAlone(AnswerQuery query, AnswerSummary summary)
    {
        string[] options = query is not { Tallied: true, MustBeClosed: false } || summary.Columns.Score is not null ? []
            : [.. new[] { query.Scale != Nps.NpsScale.ZeroToTen ? "--scale" : null, query.MissingTexts.Count > 0 ? "--missing" : null, query.Invalid == Statistics.InvalidAnswers.Count ? "--invalid" : null }.OfType<string>()];
        return options.Length == 0 ? null : $"{string.Join(", ", options)}: of counts of detractors, passives and promoters there are no scores to read.";
    }

    private static string? Few(IScoredRow? total) => total switch
    {
        { Answered: 0 } => "There are no answers, so there is no score.",
        { IsFew: true } => $"Few answers: {Show.Count(total.Answered)}. Below {IScoredRow.Few} a score moves a lot by chance; read the interval, not the score.",
        _ => null,
    };

    private static string? FewIn(IEnumerable<IScoredRow> parts)
    {
        string[] few = [.. parts.Where(part => part.IsFew && !(part.Answered == 0 && part.Excluded > 0)).Select(part => $"{Name(part)} ({Show.Count(part.Answered)})")];
        if (few.Length == 0)
        {
            return null;
        }

        string named = string.Join(", ", few.Take(NamedAtMost));
        string more = few.Length > NamedAtMost ? $" and {Show.Count(few.Length - NamedAtMost)} more" : "";
        return $"Few answers, fewer than {IScoredRow.Few}, in {named}{more}: their scores move a lot by chance; read the intervals.";
    }

    private static string? Repeats(AnswerQuery query, AnswerSummary summary, IScoredRow? total)
    {
        bool many = summary.MostAnswersOfACustomer >= ManyAnswers;
        if (!many && !(total?.DesignEffect > WideDesignEffect))
        {
            return null;
        }

        string most = summary.MostAnswersOfACustomer is { } answers ? $"one customer gave {Show.Count(answers)}" : "some customers gave several";
        string effect = total?.DesignEffect is { } found ? $"; design effect {Show.DesignEffect(found)}" : "";
        string remedy = query.Latest ? "" : " To count each customer once, add --latest.";
        string interval = query.Ratings is null
            ? "the interval allows for it, but they weigh more in the score"
            : "the intervals take each answer as a customer of its own and are too narrow";
        return $"Customers answered more than once ({most} answers{effect}): {interval}.{remedy}";
    }

    private static string? OtherDefinitions(AnswerSummary summary) => summary.Closed?.AnyDifference() is { } difference
        ? $"Not all periods are counted alike: {difference}. Periods of different definitions are not compared." : null;

    private static string? ChangedSince(AnswerSummary summary) => summary.Closed is { Changed: var changed } ? ChangedSince(changed) : null;

    /// <summary>That a file has other rows of closed periods than were closed; null where it has not.</summary>
    public static string? ChangedSince(IReadOnlyList<(Periods.Period Period, long Closed, long Now)> changed) => changed.Count > 0
        ? $"The rows of {string.Join(", ", changed.Take(NamedAtMost).Select(period => $"{period.Period} ({Show.Count(period.Closed)} then, {Show.Count(period.Now)} now)"))}"
            + (changed.Count > NamedAtMost ? $" and {Show.Count(changed.Count - NamedAtMost)} more" : "")
            + " are not those that were closed. The closed numbers stand; caremetrics tally and diff show what moved." : null;

    private static string? SeveralPeriods(AnswerSummary summary, IScoredRow? total) => summary.Closed is not null && total is { DesignEffect: not null, Customers: null }
        ? "A customer in several periods counts in the total as another one in each, for closed periods hold no names: its interval may be too narrow." : null;

    /// <summary>What is said of measures whose intervals cannot allow for repeat answers, where there are some.</summary>
    public static IReadOnlyList<string> OfStrangers(AnswerSummary summary, IEnumerable<NpsRow> rows)
    {
        string[] measures = [.. new[]
        {
            rows.Any(row => row.Measure == "nps-weighted") ? "the weighted score" : null,
            rows.Any(row => row.Measure == "nps-stratified") ? "the population's mix" : null,
            rows.Any(row => row.Measure == "nps-population") ? "the score of the population" : null,
            rows.Any(row => row.Measure == "response-rate") ? "the response rate" : null,
        }.OfType<string>()];
        if (measures.Length == 0 || !(summary.MostAnswersOfACustomer > 1))
        {
            return [];
        }

        string which = measures.Length == 1
            ? $"the interval of {measures[0]} takes each answer as a customer of its own and is"
            : $"the intervals of {string.Join(", ", measures[..^1])} and {measures[^1]} take each answer as a customer of its own and are";
        return [$"Customers answered more than once: {which} too narrow."];
    }

    private static string Name(IScoredRow row) => Show.OneLine(
        row.Period is null ? row.Group ?? "the total" : row.Group is null ? row.Period : $"{row.Group} {row.Period}");
}
