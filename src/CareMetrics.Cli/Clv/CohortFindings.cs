using System.Collections.Immutable;
using CareMetrics.Retention;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>What is asked of cohorts beside the model.</summary>
internal sealed record CohortQuestions
{
    public PeriodRate? Discount { get; init; }

    public double? Margin { get; init; }

    public int? Horizon { get; init; }

    /// <summary>The last period shown; null for a few more than were watched.</summary>
    public int? Project { get; init; }

    public double Level { get; init; } = 0.95;

    public string? Currency { get; init; }
}

/// <summary>One period of the cohorts: what was seen beside what the model says. Unknown is null.</summary>
internal sealed record CohortPeriod
{
    public required int Period { get; init; }

    /// <summary>Customers whose going on from the period before is known.</summary>
    public required double Watched { get; init; }

    public double? SeenSurvival { get; init; }

    public double? SeenRetention { get; init; }

    public Estimate? Survival { get; init; }

    public double? Retention { get; init; }
}

/// <summary>All that was asked of cohorts, calculated.</summary>
internal sealed record CohortFindings
{
    private const int FurtherPeriods = 5;

    private const int ResidualsAtMost = 24;

    public required CohortTable Table { get; init; }

    public required CohortQuestions Questions { get; init; }

    public required ShiftedBetaGeometricFit Fit { get; init; }

    public required ImmutableArray<CohortPeriod> Periods { get; init; }

    /// <summary>Margins that a new customer is worth, the first now; null where nothing is discounted or there is no model.</summary>
    public double? Lifetime { get; init; }

    /// <summary>Margins that a customer is worth just before a renewal, after 1, 2, … periods.</summary>
    public ImmutableArray<double> Residuals { get; init; } = [];

    public required string Definition { get; init; }

    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <exception cref="UsageException">The discount cannot be told in the periods of the file, or gives no finite value.</exception>
    public static CohortFindings Of(CohortTable table, CohortQuestions questions, IReadOnlyList<string> files)
    {
        CohortTally tally = table.Tally;
        ShiftedBetaGeometricFit fit = ShiftedBetaGeometric.Fit(tally, table.Period);
        int last = fit.Model is null ? table.Watched : Math.Max(table.Watched, questions.Project ?? Math.Min(CohortSurvivors.LastPeriod, table.Watched + FurtherPeriods));
        (double? lifetime, ImmutableArray<double> residuals) = Worth(fit.Model, questions, table.Watched);
        string named = string.Join(", ", files.Select(AnswerReader.Name));
        return new CohortFindings
        {
            Table = table,
            Questions = questions,
            Fit = fit,
            Periods = [.. Enumerable.Range(0, last + 1).Select(period => At(period, tally, fit, questions.Level))],
            Lifetime = lifetime,
            Residuals = residuals,
            Definition = $"shifted-beta-geometric retention by maximum likelihood from {Show.Count(table.Cohorts.Length, "cohort", "cohorts")} in {named}; "
                + $"period 1 is a customer's first{ClvText.OfLength(table.Period)}",
            Cautions = [.. CautionsOf(table, fit)],
        };
    }

    private static CohortPeriod At(int period, CohortTally tally, ShiftedBetaGeometricFit fit, double level) => new()
    {
        Period = period,
        Watched = period == 0 ? (tally.AtRisk.IsEmpty ? 0 : tally.AtRisk[0]) : period <= tally.AtRisk.Length ? tally.AtRisk[period - 1] : 0,
        SeenSurvival = tally.Survival(period),
        SeenRetention = period == 0 ? null : tally.Retention(period),
        Survival = fit.Model is null ? null : fit.Survival(period, level),
        Retention = period == 0 ? null : fit.Model?.Retention(period),
    };

    private static (double? Lifetime, ImmutableArray<double> Residuals) Worth(ShiftedBetaGeometric? model, CohortQuestions questions, int watched)
    {
        if (model is null || questions.Discount is not { } discount)
        {
            return (null, []);
        }

        try
        {
            double lifetime = model.DiscountedLifetime(discount, questions.Horizon);
            return (lifetime, questions.Horizon is not null ? []
                : [.. Enumerable.Range(1, Math.Clamp(watched, 1, ResidualsAtMost)).Select(n => model.DiscountedResidualLifetime(n, discount))]);
        }
        catch (ArgumentException problem)
        {
            throw new UsageException("clv: " + OptionText.Problem(problem)
                .Replace("name it, such as PeriodKind.Month,", "name it with --period, such as --period month,", StringComparison.Ordinal)
                .Replace("name a number of periods", "name a --horizon", StringComparison.Ordinal)
                .Replace("or a number of periods", "or a --horizon", StringComparison.Ordinal));
        }
        catch (OverflowException problem)
        {
            throw new UsageException("clv: " + problem.Message);
        }
    }

    private static IEnumerable<string> CautionsOf(CohortTable table, ShiftedBetaGeometricFit fit)
    {
        if (table.HasFractions)
        {
            yield return "Some survivors are no whole numbers. If they are shares, the model is right and its errors are not: they are those of so few customers. Give counts.";
        }

        if (fit.Model is { } model && fit.AlphaError > model.Alpha)
        {
            yield return "α is known to less than its own size: the cohorts hold too little to tell how much customers differ.";
        }

        if (fit.Model is not null)
        {
            yield return "What was not watched yet holds if customers go on as they were: the interval is of the model's numbers, not of a new price or rival.";
        }
    }
}
