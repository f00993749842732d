using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>Whom the answers speak for: rows and sentences beside the score, for the population's mix, the silent and a target.</summary>
internal sealed class Speaking
{
    private readonly Scoring scoring;
    private readonly string definition;
    private readonly List<NpsRow> rows = [];
    private readonly List<string> sentences = [];
    private readonly List<string> cautions = [];

    public Speaking(Scoring scoring, string definition) => (this.scoring, this.definition) = (scoring, definition);

    public IReadOnlyList<NpsRow> Rows => rows;

    public IReadOnlyList<string> Sentences => sentences;

    public IReadOnlyList<string> Cautions => cautions;

    /// <summary>The score in the mix of the population, one a period.</summary>
    /// <exception cref="InputException">A group has a size and no answers, or answers and no size.</exception>
    public void Stratify(string file, IReadOnlyList<string> by, IReadOnlyList<(string Group, double Size)> sizes, IReadOnlyList<AnswerCell> cells)
    {
        AnswerCell[] groups = [.. cells.Where(cell => cell is { Group: not null, Tally.Answered: > 0 })];
        string[] answered = [.. groups.Select(cell => cell.Group!).Distinct(StringComparer.Ordinal)];
        string[] sized = [.. sizes.Select(part => part.Group)];
        if (answered.Except(sized, StringComparer.Ordinal).ToArray() is { Length: > 0 } unsized)
        {
            throw InputErrors.NoSizeOf(file, unsized, sized);
        }

        if (sized.Except(answered, StringComparer.Ordinal).ToArray() is { Length: > 0 } unheard)
        {
            throw InputErrors.NoAnswersOf(file, unheard, answered);
        }

        var silent = new List<string>();
        foreach (AnswerCell total in cells.Where(cell => cell.Group is null && (cell.Period is not null || cell.Tally.Answered > 0)))
        {
            Dictionary<string, NpsTally> here = groups.Where(cell => cell.Period == total.Period).ToDictionary(cell => cell.Group!, cell => cell.Tally, StringComparer.Ordinal);
            string[] empty = [.. sized.Where(group => !here.ContainsKey(group))];
            StratifiedNetPromoterScore? score = empty.Length > 0 ? null
                : NpsWeighting.PostStratify(sizes.Select(part => (part.Group, part.Size, here[part.Group])), scoring.Level);
            NpsRow answers = NpsRow.Of(total, scoring, definition);
            Estimate? estimate = score?.Score;
            rows.Add(Row("nps-stratified", estimate, answers) with { Method = "mover-score-stratified", Definition = DefinitionText.Stratified(definition, file, by) });
            string when = total.Period is null ? "" : total.Period + ": ";
            if (empty.Length > 0)
            {
                silent.Add($"{when}{string.Join(", ", empty)}");
            }

            sentences.Add(
                $"{when}NPS {Show.Points(estimate?.Value)} in the population's mix{Interval(estimate)}, {Show.Points(answers.Value)} as answered.");
        }

        if (silent.Count > 0)
        {
            cautions.Add($"No score in the population's mix where a group has no answers ({string.Join("; ", silent)}): no weighting can speak for it.");
        }
    }

    /// <summary>The score of a population of which the answers are a good part.</summary>
    /// <exception cref="UsageException">There are fewer than answers.</exception>
    public void OfAll(AnswerCell total, long population)
    {
        NpsTally tally = total.Tally;
        if (total.Customers?.Customers is { } people && people < tally.Answered)
        {
            throw new UsageException($"--population {Show.Count(population)} is of people, and {Show.Count(people, "customer", "customers")} gave "
                + $"{Show.Count(tally.Answered, "answer", "answers")}: with --latest each customer counts once");
        }

        if (population < tally.Answered)
        {
            throw new UsageException($"--population is {Show.Count(population)}, fewer than the {Show.Count(tally.Answered, "answer", "answers")}");
        }

        NetPromoterScore score = NetPromoter.ScoreOfPopulation(tally, population, scoring.Level);
        rows.Add(Row("nps-population", score.Score, NpsRow.Of(total, scoring, definition)) with { Definition = $"{definition}; of a population of {Show.Count(population)}" });
        sentences.Add($"NPS {Show.Points(score.Score.Value)} of a population of {Show.Count(population)}{Interval(score.Score)}, of whom {Show.Count(tally.Answered)} answered.");
    }

    /// <summary>The response rate, and what the silent could change.</summary>
    /// <exception cref="UsageException">Fewer were invited than answered.</exception>
    public void Invite(AnswerCell total, long invited, double? target)
    {
        NpsTally tally = total.Tally;
        if (invited < tally.Answered)
        {
            throw new UsageException($"--invited is {Show.Count(invited)}, fewer than the {Show.Count(tally.Answered)} who answered");
        }

        NonResponse silence = NetPromoter.NonResponse(tally, invited, scoring.Level);
        NpsRow answers = NpsRow.Of(total, scoring, definition);
        double everyone = target ?? 0;
        double? needed = silence.SilentScoreFor(everyone);
        rows.Add(Row("response-rate", silence.ResponseRate, answers));
        rows.Add(Row("nps-lowest", Bound(silence.Lowest), answers));
        rows.Add(Row("nps-highest", Bound(silence.Highest), answers));
        rows.Add(Row("nps-silent", Bound(needed), answers));
        sentences.Add(
            $"{Show.Percent(silence.ResponseRate.Value)} of {Show.Count(invited)} invited answered{Interval(silence.ResponseRate)}; "
            + $"{Show.Count(silence.Silent)} were silent.");
        sentences.Add(
            $"Whatever the silent think, the NPS of everyone invited lies between {Show.Points(silence.Lowest)} and {Show.Points(silence.Highest)}.");
        string silent = silence.Silent == 0 ? "" : needed is { } score
            ? $"For everyone's NPS to be {Show.Points(everyone)}, the silent would have to score {Show.Points(score)}."
            : $"No answers of the silent could bring everyone's NPS to {Show.Points(everyone)}.";
        if (silent.Length > 0)
        {
            sentences.Add(silent);
        }
    }

    /// <summary>The score against a target that was named beforehand.</summary>
    public void Test(AnswerCell total, double target)
    {
        SignificanceTest test = total.Customers is { } customers ? NetPromoter.Test(customers, target) : NetPromoter.Test(total.Tally, target);
        NpsRow answers = NpsRow.Of(total, scoring, definition);
        rows.Add(Row("p-against-target", null, answers) with { Value = test.PValue, Unit = "probability", Method = test.Method });
        string verdict = test.PValue is not { } p || answers.Value is not { } score ? "there is nothing to test"
            : p >= 1 - scoring.Level ? "not shown to differ from it"
            : score > target ? "above it" : "below it";
        sentences.Add($"Against the target of {Show.Points(target)}: NPS {Show.Points(answers.Value)}, {Show.PValue(test.PValue)}: {verdict}.");
    }

    private Estimate Bound(double? points) => new() { Value = points, Level = scoring.Level, Method = "bound", Count = 0, Unit = Units.Points };

    private static NpsRow Row(string measure, Estimate? estimate, NpsRow answers) => answers with
    {
        Measure = measure,
        Value = estimate?.Value + 0.0,
        Lower = estimate?.Lower + 0.0,
        Upper = estimate?.Upper + 0.0,
        Unit = estimate?.Unit ?? answers.Unit,
        Method = estimate?.Method ?? answers.Method,
        DesignEffect = null,
        Weighted = null,
    };

    private string Interval(Estimate? estimate) => estimate is not { Lower: { } lower, Upper: { } upper } ? ""
        : $" ({Show.Level(scoring.Level)} CI {(estimate.Unit == Units.Fraction ? Show.Interval(lower, upper, Show.Percent) : Show.Interval(lower, upper))})";
}
