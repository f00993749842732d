using CareMetrics.Conversion;
using CareMetrics.Retention;
using CareMetrics.Statistics;

namespace CareMetrics.Coverage;

/// <summary>The return on turning ranters, beside a control group and without one.</summary>
internal static class RetentionCoverage
{
    private const double Value = 450;
    private const double Fixed = 4000;
    private const double PerSave = 100;

    private static readonly RetentionCost Plain = new() { Fixed = (decimal)Fixed };
    private static readonly RetentionCost Conceding = new() { Fixed = (decimal)Fixed, PerSave = (decimal)PerSave };
    private static readonly KeptValue Kept = KeptValue.Margin((decimal)Value, "2 years");

    internal static CoverageTable Roi()
    {
        const int N = 100;
        IncrementalRetentionRoi Incremental(int control, int treated, RetentionCost cost) =>
            RetentionValue.Roi(Kept, RanterToRaver.Against(control: new ProportionTally(control, N), treated: new ProportionTally(treated, N)), cost);
        Interval[,] incremental = Grid.Intervals(N, N, (control, treated) => Interval.Of(Incremental(control, treated, Plain).IncrementalRoi));
        Interval[,] conceding = Grid.Intervals(N, N, (control, treated) => Interval.Of(Incremental(control, treated, Conceding).IncrementalRoi));
        Interval[] naive = [.. Enumerable.Range(0, N + 1).Select(treated => Interval.Of(RetentionValue.Roi(Kept, new ProportionTally(treated, N), Plain).NaiveRoi))];

        // By themselves q turn, and care turns so many more.
        (string[], Share[]) Row(double q)
        {
            double[] control = Chance.Binomial(N, q);
            (double P, double[] Chances)[] treated = [.. Grid.Steps(0.05, 0.3, 0.05).Select(extra => (q + extra, Chance.Binomial(N, q + extra)))];
            Share Column(Func<double, double[], double> coverage) => Share.Of([.. treated.Select(cell => coverage(cell.P, cell.Chances))]);
            static double Return(double extra, double saved, double perSave) => Value * N * extra / (Fixed + perSave * N * saved) - 1;
            return ([Label.Of(q)],
            [
                Column((p, chances) => Grid.Coverage(incremental, control, chances, Return(p - q, p, 0))),
                Column((p, chances) => Grid.Coverage(conceding, control, chances, Return(p - q, p, PerSave))),
                Column((p, chances) => Grid.Coverage(naive, chances, Return(p, p, 0))),
                Column((p, chances) => Grid.Coverage(naive, chances, Return(p - q, p, 0))),
            ]);
        }

        return new()
        {
            Heading = "The return on turning ranters",
            Text = """
                By exact enumeration over both counts, 100 ranters treated and 100 in a control group. The share that turns by itself is in the first column, and care turns .05 to .30 more (step .05). A save is
                worth 450, the programme costs 4,000, with a concession 100 a save besides. The incremental return keeps its claim. The naive one holds what it claims, the return as if every one were care's doing; what
                care returned it holds where nobody turns by himself, and next to never where one in five does. That is why every rendering of it says NOT ATTRIBUTABLE.
                """,
            Cases = ["turn by themselves"],
            Methods = ["incremental (default) mean / worst", "incremental, with a concession (default)", "naive holds the naive return", "naive holds the incremental return"],
            Defaults = [(0, "Newcombe limits mapped", "incremental return"), (1, "MOVER of Wilson limits", "incremental return with concessions"), (2, "Wilson limits mapped", "naive return, of itself")],
            Rows = [Row(0), Row(0.05), Row(0.1), Row(0.2), Row(0.3)],
        };
    }

    internal static CoverageTable OwnValues(Simulation simulation)
    {
        const double Control = 0.2;
        const double Treated = 0.35;
        (string[], Share[]) Row(int n, double sigma)
        {
            KeptValueTally Tally(Draws draws, double rate)
            {
                KeptValueTally tally = KeptValueTally.Empty;
                for (int i = 0; i < n; i++)
                {
                    bool turned = draws.Uniform() < rate;
                    tally = tally.Add(turned, turned ? (decimal)Math.Round(Value * draws.LogNormal(sigma), 2) : 0m);
                }

                return tally;
            }

            return ([Label.Of(n), sigma == 0.5 ? "lognormal, σ .5" : "lognormal, σ 1"], simulation.Row(2, (draws, holds) =>
            {
                KeptValue each = KeptValue.OfEach(ValueBasis.Margin, "2 years");
                (KeptValueTally control, KeptValueTally treated) = (Tally(draws, Control), Tally(draws, Treated));
                holds[0] = Interval.Of(RetentionValue.Roi(each, control, treated, Plain).IncrementalRoi).Holds(Value * n * (Treated - Control) / Fixed - 1);
                holds[1] = Interval.Of(RetentionValue.Roi(each, treated, Plain).NaiveRoi).Holds(Value * n * Treated / Fixed - 1);
            }));
        }

        return new()
        {
            Heading = "The return of each customer's own value",
            Text = """
                By simulation: 20% turn by themselves and 35% with care, each worth an own value about 450. The incremental return keeps its claim, for the skew of a difference cancels; the naive
                one is short of what it claims itself where customers differ much and few turned.
                """,
            Cases = ["ranters a group", "values"],
            Methods = ["incremental, Welch (default)", "naive holds the naive return, Student's t (default)"],
            Defaults = [(0, "Welch", "incremental return of own values"), (1, "Student's t", "naive return of own values, of itself")],
            IsSimulated = true,
            Rows = [.. from n in (int[])[50, 100, 400] from sigma in (double[])[0.5, 1] select Row(n, sigma)],
        };
    }
}
