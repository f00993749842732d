using CareMetrics.Retention;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The flat rows of a lifetime value, or of cohorts.</summary>
internal static class ClvRows
{
    private const string Constant = "constant-retention";
    private const string Model = "shifted-beta-geometric";

    public static IReadOnlyList<ClvRow> Of(ClvTerms terms, IReadOnlyList<ClvValue> values)
    {
        string money = terms.Currency ?? Units.Money;
        string ofRaver = ClvText.Terms(terms.Raver, terms.Currency);
        var rows = new List<ClvRow>();
        foreach (ClvValue value in values)
        {
            ClvRow Row(string measure, string? group, double? amount, string unit, string definition) => new()
            {
                Measure = measure,
                Group = group,
                Timing = ClvText.TimingName(value.Timing),
                Value = amount,
                Unit = unit,
                Method = Constant,
                Definition = definition,
            };

            rows.Add(Row("lifetime-value", terms.Ranter is null ? null : "raver", value.Raver, money, ofRaver));
            if (value.Save is { } save)
            {
                string ofSave = $"raver: {ofRaver}; ranter: {ClvText.Terms(terms.Ranter!, terms.Currency)}";
                rows.Add(Row("lifetime-value", "ranter", save.Ranter, money, ClvText.Terms(terms.Ranter!, terms.Currency)));
                rows.Add(Row("save-uplift", null, save.Uplift, money, ofSave));
                rows.Add(Row("save-referrals", null, save.ReferralUplift, money, ofSave));
                rows.Add(Row("save-value", null, save.Total, money, ofSave));
                rows.Add(Row("save-overstatement", null, save.Overstatement, Units.Ratio, ofSave));
            }
        }

        return rows;
    }

    public static IReadOnlyList<ClvRow> Of(CohortFindings found)
    {
        var rows = new List<ClvRow>();
        foreach ((string? name, var survivors) in found.Table.Cohorts)
        {
            rows.AddRange(survivors.Select((customers, period) => Row(found, "survivors", customers, "customers", "counted") with { Group = name, Period = period }));
        }

        ShiftedBetaGeometricFit fit = found.Fit;
        string method = fit.Model is null ? fit.ToString() : Model;
        foreach ((string measure, double? value) in new[]
        {
            ("alpha", fit.Model?.Alpha), ("alpha-standard-error", fit.AlphaError), ("beta", fit.Model?.Beta), ("beta-standard-error", fit.BetaError),
            ("alpha-beta-covariance", fit.Covariance), ("log-likelihood", fit.LogLikelihood), ("polarization", fit.Model?.Polarization),
        })
        {
            rows.Add(Row(found, measure, value, Units.Value, method));
        }

        rows.Add(Row(found, "mean-churn", fit.Model?.MeanChurn, Units.Fraction, method));
        foreach (CohortPeriod period in found.Periods)
        {
            rows.Add(Row(found, "observed-survival", period.SeenSurvival, Units.Fraction, "kaplan-meier") with { Period = period.Period });
            rows.Add(Row(found, "observed-retention", period.SeenRetention, Units.Fraction, "counted") with { Period = period.Period });
            if (period.Survival is { } survival)
            {
                rows.Add(Row(found, "projected-survival", survival.Value, Units.Fraction, $"{Model}, {survival.Method}") with
                {
                    Period = period.Period,
                    Lower = survival.Lower,
                    Upper = survival.Upper,
                    Level = survival.Level,
                });
                rows.Add(Row(found, "projected-retention", period.Retention, Units.Fraction, Model) with { Period = period.Period });
            }
        }

        rows.AddRange(Worth(found));
        return rows;
    }

    private static IEnumerable<ClvRow> Worth(CohortFindings found)
    {
        if (found.Questions.Discount is not { } discount || found.Lifetime is not { } lifetime)
        {
            yield break;
        }

        string method = $"{Model}, discounted by {ClvText.Rate(discount, found.Table.Period)}"
            + (found.Questions.Horizon is { } horizon ? $", {Show.Count(horizon, "margin", "margins")} counted" : "");
        string money = found.Questions.Currency ?? Units.Money;
        foreach ((string measure, string timing, int? period, double margins) in found.Residuals
            .Select((margins, i) => ("residual-lifetime", "renewal-due", (int?)(i + 1), margins))
            .Prepend(("discounted-lifetime", "now", null, lifetime)))
        {
            yield return Row(found, measure, margins, "margins", method) with { Timing = timing, Period = period };
            if (found.Questions.Margin is { } margin)
            {
                yield return Row(found, measure + "-value", margins * margin, money, method) with { Timing = timing, Period = period };
            }
        }
    }

    private static ClvRow Row(CohortFindings found, string measure, double? value, string unit, string method) => new()
    {
        Measure = measure,
        Value = value,
        Unit = unit,
        Method = method,
        Definition = found.Definition,
    };
}
