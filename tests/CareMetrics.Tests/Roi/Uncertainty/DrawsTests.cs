using System.Globalization;
using System.Text.Json;
using CareMetrics.Roi;

namespace CareMetrics.Tests.Roi;

public class DrawsTests
{
    [Fact]
    public void Draws_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("roi/draws.csv"))
        {
            var random = new BlockRandom(long.Parse(row["seed"], CultureInfo.InvariantCulture), (int)row.Number("block"), (int)row.Number("stream"));
            double[] found = new double[Numbers(row, "draws").Length];
            if (row["assumption"].Length == 0)
            {
                for (int i = 0; i < found.Length; i++)
                {
                    found[i] = random.Open();
                }

                Assert.Equal(Numbers(row, "draws"), found);
                continue;
            }

            new Sampler(JsonSerializer.Deserialize<Assumption>(row["assumption"], Json.Web)!).Fill(ref random, found);
            for (int i = 0; i < found.Length; i++)
            {
                Close.Relative(Numbers(row, "draws")[i], found[i], 1e-12, row);
            }
        }
    }

    [Fact]
    public void A_case_is_drawn_from_a_stream_of_each_assumption()
    {
        BusinessCase business = new()
        {
            Benefits =
            [
                BenefitLine.Churn(1, 1, 0.5m, 0.8m, 1, 2) with { Quantity = Assumption.Normal(10, 2), UnitValue = Assumption.Triangular(3, 6, 9) },
                BenefitLine.Mentions(7, 10) with { UnitValue = Assumption.Pert(5, 10, 11) },
            ],
            Costs =
            [
                CostLine.Initial("A", 1) with { Quantity = Assumption.Pert(1, 2, 4), UnitCost = Assumption.LogNormal(20, 10) },
                CostLine.Running("B", 5, 1, 3) with { Attribution = 0.5m },
            ],
        };
        // By the same recurrences in Python; four draws are of the second block.
        CaseSimulation found = business.Simulate(4100, -7, 0.1, [0.05, 0.5, 0.95], 5);
        double[] net = [58.076298487263934, 28.210062639043752, 0.44056716054526807, -123.02483406289014, 123.85100108592685, 6.7386693014036645, 62.176478269499185, 96.73427299522571];
        AssertNumbers(net, [6, 48, 426, 2423, 1197], found.Net);
        double[] ratio = [1.6950829631529953, 1.288307321899779, 0.020119980092972382, -0.561265534611884, 9.026912356109575, 0.07221015205445495, 1.456386661264583, 4.146317024777915];
        AssertNumbers(ratio, [1913, 1697, 425, 58, 7], found.Ratio!);
        Assert.Equal(3952 / 4100.0, found.ChanceOfGain.Value);
        Assert.Equal(148 / 4100.0, found.ChanceOfLoss.Value);
    }

    private static double[] Numbers(ReferenceRow row, string column) =>
        [.. row[column].Split('|').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    private static void AssertNumbers(double[] expected, long[] counts, SimulatedDistribution found)
    {
        double[] actual = [found.Mean, found.StandardDeviation, found.StandardError, found.Minimum, found.Maximum, .. found.Quantiles];
        Assert.All(expected.Zip(actual), pair => Close.Relative(pair.First, pair.Second, 1e-11));
        Assert.Equal(counts, found.BinCounts.ToArray());
    }
}
