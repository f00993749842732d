using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>What was counted, in one line of words.</summary>
internal static class DefinitionText
{
    internal static string OfAnswers(AnswerQuery query, AnswerPlan plan, bool hasNobody) => OfAnswers(query, plan, hasNobody, query.Latest ? Latest(plan) : null);

    /// <summary>What is counted in each period by itself: the same text whatever other lengths are counted beside.</summary>
    internal static string OfPeriods(AnswerQuery query, AnswerPlan plan, PeriodKind every) =>
        OfAnswers(query, plan, hasNobody: false, query.Latest ? $"latest answer per customer and {Word(every)}" : null);

    internal static string OfClosed(ClosedPeriods closed) =>
        $"closed periods {closed.First}{(closed.First == closed.Last ? "" : $" to {closed.Last}")} from {closed.Names}";

    /// <summary>What is counted of each day or range by itself.</summary>
    internal static string OfRanges(AnswerQuery query, AnswerColumns columns) =>
        OfAnswers(query, columns, query.Where.Select(filter => new RowFilter(filter).Words), hasNobody: false, null);

    private static string OfAnswers(AnswerQuery query, AnswerPlan plan, bool hasNobody, string? latest) =>
        OfAnswers(query, plan.Columns, plan.FilterWords, hasNobody, latest);

    private static string OfAnswers(AnswerQuery query, AnswerColumns columns, IEnumerable<string> filters, bool hasNobody, string? latest)
    {
        List<string> parts = [$"{query.Kind.Name} of {query.Kind.Things} {On(query)} in column {DefinitionParts.Quoted(columns.Score!)}"];
        if (columns.Customer is { } customer)
        {
            parts.Add($"customers by {DefinitionParts.Quoted(customer)}" + (hasNobody ? ", each row without one a customer of its own" : ""));
        }

        if (columns.Date is { } date)
        {
            parts.Add($"dated by {DefinitionParts.Quoted(date)} in {query.Zone.Id}");
        }

        AddChoices(parts, query, filters);
        if (latest is not null)
        {
            parts.Add($"{latest}, of equal times the later row");
        }

        return string.Join("; ", parts);
    }

    /// <summary>What is counted with the weights of a column.</summary>
    internal static string Weighted(string definition, string column) => $"{definition}; weighted by {DefinitionParts.Quoted(column)}";

    /// <summary>What is counted with the sizes of a file.</summary>
    internal static string Stratified(string definition, string file, IReadOnlyList<string> by) =>
        $"{definition}; in the shares of {DefinitionParts.Whole(file)} by {string.Join(", ", by.Select(DefinitionParts.Quoted))}";

    internal static string OfScoreCounts(AnswerQuery query, string score, string count, IEnumerable<string> filters)
    {
        List<string> parts = [$"{query.Kind.Name} of counts {On(query)} in columns {DefinitionParts.Quoted(score)} and {DefinitionParts.Quoted(count)}"];
        AddChoices(parts, query, filters);
        return string.Join("; ", parts);
    }

    internal static string OfCategoryCounts(IReadOnlyList<string> columns, IEnumerable<string> filters)
    {
        List<string> parts = [$"NPS of counts of detractors, passives and promoters in columns {string.Join(", ", columns.Select(DefinitionParts.Quoted))}"];
        AddFilters(parts, filters);
        return string.Join("; ", parts);
    }

    private static void AddChoices(List<string> parts, AnswerQuery query, IEnumerable<string> filters)
    {
        if (query.MissingTexts.Count > 0)
        {
            parts.Add($"missing are blanks and {string.Join(", ", query.MissingTexts.Select(DefinitionParts.Quoted))}");
        }

        AddFilters(parts, filters);
    }

    private static void AddFilters(List<string> parts, IEnumerable<string> filters)
    {
        string[] words = [.. filters];
        if (words.Length > 0)
        {
            parts.Add($"only rows where {string.Join(" and ", words)}");
        }
    }

    private static string On(AnswerQuery query) => query.Ratings is { } ratings
        ? $"on the {ratings.Minimum}–{ratings.Maximum} scale (good {(ratings.Better == Better.Higher ? Range(ratings.Good, ratings.Maximum) : Range(ratings.Minimum, ratings.Good))})"
        : On(query.Scale);

    private static string On(NpsScale scale) =>
        $"on the {scale.Minimum}–{scale.Maximum} scale (detractors {Range(scale.Minimum, scale.DetractorMaximum)}, " +
        $"promoters {Range(scale.PromoterMinimum, scale.Maximum)})";

    private static string Range(int from, int to) => from == to ? $"{from}" : $"{from}–{to}";

    private static string Latest(AnswerPlan plan)
    {
        string[] lengths = [.. plan.Counts.Select(counts => counts.Every).OfType<PeriodKind>().Select(Word)];
        bool isAlsoWhole = plan.Counts.Any(counts => counts.Every is null);
        string latest = "latest answer per customer" + (isAlsoWhole || lengths.Length == 0 ? "" : $" and {lengths[0]}");
        return isAlsoWhole && lengths.Length > 0 ? $"{latest}, by {string.Join(" and ", lengths)} per customer and {string.Join(" or ", lengths)}" : latest;
    }

    internal static string Word(PeriodKind kind) => kind switch
    {
        PeriodKind.Week => "week",
        PeriodKind.Month => "month",
        PeriodKind.Quarter => "quarter",
        PeriodKind.HalfYear => "half-year",
        _ => "year",
    };
}
