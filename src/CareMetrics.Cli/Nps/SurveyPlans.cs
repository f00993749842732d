using System.Globalization;
using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>What was asked of a plan, and the answers to it as rows and as sentences for a report.</summary>
internal sealed record SurveyPlans
{
    public double? Margin { get; init; }

    public double? Difference { get; init; }

    public long? Answers { get; init; }

    public required SurveyAssumptions Assumptions { get; init; }

    public required double Power { get; init; }

    public required double Level { get; init; }

    /// <summary>What all the sentences rest on.</summary>
    public string Expectation => $"Expected: {Part(Assumptions.Promoters)} promoters, {Part(Assumptions.Detractors)} detractors, "
        + $"design effect {Number(Assumptions.DesignEffect)}"
        + (Assumptions.Population is { } all ? $", {Show.Count(all)} in all" : "")
        + (Assumptions.ResponseRate is { } rate ? $", {Part(rate)} of the invited answer" : "") + ".";

    /// <exception cref="ArgumentException">What is asked and what is expected do not go together.</exception>
    public IReadOnlyList<PlanRow> Rows()
    {
        var rows = new List<PlanRow>();
        if (Margin is { } margin)
        {
            SurveyPlan plan = SurveyPlanning.AnswersForMargin(margin, Assumptions, Level);
            rows.Add(Row("answers-for-margin", plan.Answers, "answers") with { Margin = margin, Answers = plan.Answers, Invitations = plan.Invitations });
        }

        if (Difference is { } difference)
        {
            SurveyPlan plan = SurveyPlanning.AnswersForDifference(difference, Assumptions, null, Power, Level);
            rows.Add(Row("answers-for-difference", plan.Answers, "answers") with
            {
                Difference = difference,
                Answers = plan.Answers,
                Invitations = plan.Invitations,
                Power = Power,
            });
        }

        if (Answers is { } answers)
        {
            double bought = SurveyPlanning.MarginOf(answers, Assumptions, Level);
            double found = SurveyPlanning.DetectableDifference(answers, Assumptions, null, Power, Level);
            long? invitations = Assumptions.ResponseRate is { } rate ? checked((long)Math.Ceiling(answers / rate)) : null;
            rows.Add(Row("margin", bought, Units.Points) with { Margin = bought, Answers = answers, Invitations = invitations });
            rows.Add(Row("detectable-difference", found, Units.Points) with { Difference = found, Answers = answers, Invitations = invitations, Power = Power });
        }

        return rows;
    }

    public IEnumerable<string> Sentences(IEnumerable<PlanRow> rows) => rows.Select(row => row.Measure switch
    {
        "answers-for-margin" =>
            $"To know the NPS to ±{Number(row.Margin!.Value)} points at {Show.Level(Level)} confidence takes {Show.Count(row.Answers, "answer", "answers")}{Invitations(row)}.",
        "answers-for-difference" =>
            $"To find a difference of {Number(row.Difference!.Value)} points with a chance of {Part(Power)} at {Show.Level(Level)} confidence takes "
            + $"{Show.Count(row.Answers, "answer", "answers")} in each group{Invitations(row)}.",
        "margin" => $"{Show.Count(row.Answers, "answer gives", "answers give")} the NPS to ±{Number(row.Value)} points at {Show.Level(Level)} confidence{Invitations(row)}.",
        _ => $"{Show.Count(row.Answers, "answer", "answers")} in each of two groups {(row.Answers == 1 ? "finds" : "find")} a difference of {Number(row.Value)} points with a chance of {Part(Power)}.",
    });

    private static string Invitations(PlanRow row) => row.Invitations is not { } count ? ""
        : row.Measure == "margin" ? $", and {(row.Answers == 1 ? "takes" : "take")} {Show.Count(count, "invitation", "invitations")}"
        : $", {Show.Count(count, "invitation", "invitations")}";

    private static string Part(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Number(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero) == value || value >= 0.95
        ? Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("#,##0.#", CultureInfo.InvariantCulture)
        : value.ToString("G2", CultureInfo.InvariantCulture);

    private PlanRow Row(string measure, double value, string unit) => new()
    {
        Measure = measure,
        Value = value,
        Unit = unit,
        Level = Level,
        Promoters = Assumptions.Promoters,
        Detractors = Assumptions.Detractors,
        DesignEffect = Assumptions.DesignEffect,
        Population = Assumptions.Population,
        ResponseRate = Assumptions.ResponseRate,
    };
}

/// <summary>One answer to what was asked of a plan: the columns of json and csv, in this order.</summary>
internal sealed record PlanRow
{
    public required string Measure { get; init; }

    /// <summary>In <see cref="Unit"/>.</summary>
    public required double Value { get; init; }

    public required string Unit { get; init; }

    public required double Level { get; init; }

    public double? Power { get; init; }

    public double? Margin { get; init; }

    public double? Difference { get; init; }

    public long Answers { get; init; }

    public long? Invitations { get; init; }

    public required double Promoters { get; init; }

    public required double Detractors { get; init; }

    public required double DesignEffect { get; init; }

    public required long? Population { get; init; }

    public required double? ResponseRate { get; init; }
}
