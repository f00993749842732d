using System.Globalization;
using CareMetrics.Conversion;
using CareMetrics.Nps;
using CareMetrics.Satisfaction;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Docs.FromSql;

/// <summary>For each query of the page, by its heading: the tally made of the result, and the same counted by the library from the rows.</summary>
internal static class Queries
{
    internal sealed record Counted(Func<QueryResult, object> OfResult, Func<IReadOnlyList<Answer>, object> OfRows);

    private const string Before = "2025-Q4";
    private const string Now = "2026-Q1";

    internal static IReadOnlyDictionary<string, Counted> All { get; } = new Dictionary<string, Counted>
    {
        ["NpsTally"] = new(
            result => new NpsTally(
                result.Whole("detractors"), result.Whole("passives"), result.Whole("promoters"), result.Whole("missing"), result.Whole("invalid")),
            rows => NpsTally.Of(In(Now, rows).Select(row => row.Score), invalid: InvalidAnswers.Count)),
        ["Every channel and period at once"] = new(
            result => result.ToString(),
            rows => string.Join('\n', rows
                .SelectMany(row => Quarters(row).Select(quarter => (Quarter: quarter, Row: row)))
                .GroupBy(one => (one.Quarter, one.Row.Channel), one => one.Row.Score)
                .OrderBy(cell => cell.Key.Quarter, StringComparer.Ordinal).ThenBy(cell => cell.Key.Channel, StringComparer.Ordinal)
                .Select(cell => (cell.Key, Tally: NpsTally.Of(cell, invalid: InvalidAnswers.Count)))
                .Select(cell => FormattableString.Invariant(
                    $"{cell.Key.Channel} | {cell.Key.Quarter} | {cell.Tally.Detractors} | {cell.Tally.Passives} | {cell.Tally.Promoters} | {cell.Tally.Missing}"))
                .Prepend("group | period | detractors | passives | promoters | missing"))),
        ["NpsCustomerTally"] = new(
            result => new NpsCustomerTally(
                new NpsTally(result.Whole("detractors"), result.Whole("passives"), result.Whole("promoters"), result.Whole("missing")),
                result.Whole("customers"),
                result.Whole("sum_of_squared_scores"),
                result.Whole("sum_of_scores_times_answers"),
                result.Whole("sum_of_squared_answers")),
            rows => ByCustomer(In(Now, rows.Where(row => row.IsOnScale || row.Score is null)))),
        ["NpsPanelTally"] = new(
            result => (
                result.Whole("customers_in_both"), result.Whole("sum_of_scores_times_scores"), result.Whole("sum_of_scores_times_answers"),
                result.Whole("sum_of_answers_times_scores"), result.Whole("sum_of_answers_times_answers")),
            rows =>
            {
                var panel = NpsPanelTally.Of(OnScale(In(Before, rows)), OnScale(In(Now, rows)));
                return (
                    panel.CustomersInBoth, panel.SumOfScoresTimesScores, panel.SumOfScoresTimesAnswers,
                    panel.SumOfAnswersTimesScores, panel.SumOfAnswersTimesAnswers);
            }),
        ["Latest answer per customer"] = new(
            result => (new NpsTally(result.Whole("detractors"), result.Whole("passives"), result.Whole("promoters")), result.Whole("superseded")),
            rows =>
            {
                var latest = LatestAnswers.Of(In(Now, rows).Where(row => row.IsOnScale).Select(row => (row.Customer, row.At, row.Score!.Value)));
                return (latest.Tally, latest.Superseded);
            }),
        ["WeightedNpsTally"] = new(
            result => new WeightedNpsTally(
                new NpsTally(result.Whole("detractors"), result.Whole("passives"), result.Whole("promoters")),
                result.Number("detractor_weight"), result.Number("passive_weight"), result.Number("promoter_weight"),
                result.Number("detractor_squared_weight"), result.Number("passive_squared_weight"), result.Number("promoter_squared_weight")),
            rows => WeightedNpsTally.Of(In(Now, rows).Where(row => row.IsOnScale).Select(row => (row.Score!.Value, row.Value)))),
        ["ProportionTally"] = new(
            result => new ProportionTally(result.Whole("successes"), result.Whole("trials")),
            rows => In(Now, rows).Aggregate(ProportionTally.Empty, (tally, row) => tally.Add(row.Resolved == "yes"))),
        ["PairedProportionTally"] = new(
            result => new PairedProportionTally(result.Whole("kept"), result.Whole("lost"), result.Whole("gained"), result.Whole("never")),
            rows => Both(rows, part => part.Any(row => row.Resolved == "no")).Aggregate(PairedProportionTally.Empty, (tally, pair) => tally + pair switch
            {
                (true, true) => new(1, 0, 0, 0),
                (true, false) => new(0, 1, 0, 0),
                (false, true) => new PairedProportionTally(0, 0, 1, 0),
                (false, false) => new(0, 0, 0, 1),
            })),
        ["RatingTally"] = new(
            result => new RatingTally(result.Whole("good_ratings"), result.Whole("ratings"), result.Whole("sum_of_ratings"), result.Whole("sum_of_squares")),
            _ => RatingTally.Of(
                File.ReadLines(Repository.PathOf("docs", "samples", "ratings.csv")).Skip(1).Select(line => line.Split(','))
                    .SelectMany(cells => Enumerable.Repeat(int.Parse(cells[1], CultureInfo.InvariantCulture), int.Parse(cells[2], CultureInfo.InvariantCulture))),
                RatingScale.OneToFive)),
        ["MeanTally"] = new(
            result => new MeanTally(result.Whole("observations"), result.Number("mean"), result.Number("sum_of_squared_deviations")),
            rows => MeanTally.Of(In(Now, rows).Select(row => row.Value))),
        ["CorrelationTally"] = new(
            result => new CorrelationTally(
                result.Whole("pairs"), result.Number("mean_first"), result.Number("mean_second"),
                result.Number("squares_first"), result.Number("squares_second"), result.Number("products")),
            rows => CorrelationTally.Of(Both([.. rows.Where(row => row.IsOnScale)], part => part.Average(row => row.Score!.Value)))),
        ["TransitionTally"] = new(
            result => new TransitionTally(Row(result, "ranter"), Row(result, "neutral"), Row(result, "raver")),
            rows => HistoryTally.FirstAgainstLast(
                rows.Where(row => row.IsOnScale).Select(row => (row.Customer, row.At, MoodScale.ZeroToTen.MoodOf(row.Score!.Value)))).Transitions),
        ["RateTally"] = new(
            result => new RateTally(result.Whole("events"), result.Number("exposure"), result.Whole("periods"), result.Number("sum_of_squared_deviations")),
            rows => RateTally.Of(rows
                .SelectMany(row => Quarters(row).Select(quarter => (Quarter: quarter, Row: row)))
                .GroupBy(one => one.Quarter, one => one.Row)
                .Select(quarter => (quarter.LongCount(row => row.Resolved == "no"), (double)quarter.Count())))),
        ["RatioTally"] = new(
            result => new RatioTally(new CorrelationTally(
                result.Whole("units"), result.Number("mean_first"), result.Number("mean_second"),
                result.Number("squares_first"), result.Number("squares_second"), result.Number("products"))),
            rows => RatioTally.Of(In(Now, rows).GroupBy(row => row.Customer)
                .Select(customer => ((double)customer.Count(row => row.Resolved == "no"), (double)customer.Count())))),
        ["SurveyFunnelTally"] = new(
            result => new SurveyFunnelTally(
                result.Whole("contacts"), result.Whole("quarantined"), result.Whole("sampled"), result.Whole("invited"), result.Whole("delivered"), result.Whole("answered")),
            rows => rows.Select((row, i) => (Asked: (i + 1) % 10 != 0, Reached: (i + 1) % 7 != 0, Answered: row.Score is not null)).Aggregate(
                SurveyFunnelTally.Empty,
                (tally, one) => tally + new SurveyFunnelTally(
                    1, one.Asked ? 0 : 1, one.Asked ? 1 : 0, one.Asked ? 1 : 0, one.Asked && one.Reached ? 1 : 0, one.Asked && one.Reached && one.Answered ? 1 : 0))),
    };

    private static IEnumerable<Answer> In(string period, IEnumerable<Answer> rows) => rows.Where(row => row.Is(period));

    private static IEnumerable<(string, int)> OnScale(IEnumerable<Answer> rows) => rows.Where(row => row.IsOnScale).Select(row => (row.Customer, row.Score!.Value));

    private static NpsCustomerTally ByCustomer(IEnumerable<Answer> rows) => NpsCustomerTally.Of(rows.Select(row => (row.Customer, row.Score)));

    private static IEnumerable<string> Quarters(Answer row) => row.At is { Year: 2025 or 2026 } at && (at.Year == 2025 || at.Month <= 3)
        ? [FormattableString.Invariant($"{at.Year}-Q{(at.Month + 2) / 3}")]
        : [];

    private static IEnumerable<(T Before, T Now)> Both<T>(IReadOnlyList<Answer> rows, Func<IEnumerable<Answer>, T> of) =>
        from customer in rows.GroupBy(row => row.Customer)
        let before = In(Before, customer).ToList()
        let now = In(Now, customer).ToList()
        where before.Count > 0 && now.Count > 0
        select (of(before), of(now));

    private static TransitionRow Row(QueryResult result, string before)
    {
        long To(string? after) => result.Rows.Where(row => (string?)row[0] == before && (string?)row[1] == after).Sum(row => (long)row[2]!);
        return new(toRanter: To("ranter"), toNeutral: To("neutral"), toRaver: To("raver"), unseen: To(null));
    }
}
