using CareMetrics.Retention;
using CareMetrics.Statistics;

namespace CareMetrics.Coverage;

/// <summary>Who is left of a cohort, by the shifted-beta-geometric model.</summary>
internal static class CohortCoverage
{
    internal static CoverageTable Table(Simulation simulation)
    {
        const int Watched = 7;
        (string[], Share[]) Row(string name, double alpha, double beta, int customers)
        {
            var model = new ShiftedBetaGeometric { Alpha = alpha, Beta = beta };
            return ([name, Label.Of(customers)], simulation.Row(4, (draws, holds) =>
            {
                int[] left = new int[Watched + 1];
                left[0] = customers;
                for (int period = 1; period <= Watched; period++)
                {
                    left[period] = draws.Binomial(left[period - 1], model.Retention(period));
                }

                ShiftedBetaGeometricFit fit = ShiftedBetaGeometric.Fit(CohortTally.Of(left));
                holds[3] = fit.Model is not null;
                int[] periods = [1, Watched, 12];
                for (int k = 0; k < periods.Length; k++)
                {
                    Estimate survival = fit.Survival(periods[k]);
                    holds[k] = survival.Lower is null ? null : Interval.Of(survival).Holds(model.Survival(periods[k]));
                }
            }));
        }

        return new()
        {
            Heading = "Who is left of a cohort",
            Text = $"""
                By simulation: one cohort that follows the model, watched for {Watched} periods, with the parameters that Fader and Hardie (2007) found for two groups of customers. The last column is how often
                there is a fit at all, and coverage is of those. Inside the data and five periods past them the limits keep their claim, also with a hundred customers. That customers follow the model at all is taken
                for granted here.
                """,
            Cases = ["customers like", "customers"],
            Methods = ["share after 1 period, delta (default)", "after 7", "after 12, projected", "fitted"],
            Defaults = [(2, "delta on ln(−ln S)", "projected survival of a cohort")],
            IsSimulated = true,
            Rows = [.. from customers in (int[])[100, 1000] from row in ((string, double, double)[])[("high end, α .668, β 3.806", 0.668, 3.806), ("regular, α .704, β 1.182", 0.704, 1.182)] select Row(row.Item1, row.Item2, row.Item3, customers)],
        };
    }
}
