using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Nps;

/// <summary>What the interval claims, checked by exact enumeration: shares on a grid of .05, each at least .05.</summary>
public class ScoreIntervalCoverageTests
{
    [Theory]
    [InlineData(10, NpsMethod.Score, .9631, .9395)]
    [InlineData(20, NpsMethod.Score, .9546, .9436)]
    [InlineData(10, NpsMethod.AdjustedWald, .9547, .9304)]
    [InlineData(10, NpsMethod.Wald, .8802, .6490)]
    public void Intervals_cover_as_computed_elsewhere(int n, NpsMethod method, double mean, double worst)
    {
        (double foundMean, double foundWorst) = Coverage(n, method, leastTwentieths: 1);
        Assert.Equal(mean, foundMean, 4);
        Assert.Equal(worst, foundWorst, 4);
    }

    [Fact]
    public void Where_a_category_may_be_absent_Wald_covers_two_times_in_five_at_worst()
    {
        Assert.Equal(.4002, Coverage(10, NpsMethod.Wald, leastTwentieths: 0).Worst, 4);
        Assert.Equal(.9139, Coverage(10, NpsMethod.Score, leastTwentieths: 0).Worst, 4);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    public void With_repeat_answers_the_interval_by_customer_covers_where_the_plain_one_does_not(double correlation)
    {
        // Customers answer 1 to 8 times; an answer repeats the customer's own mood with probability √ρ, so that two of
        // one customer correlate by ρ. Moods and fresh answers have shares .25, .25, .5: a true score of 25 points.
        const int Surveys = 4000;
        var random = new Random(20260331);
        int byCustomer = 0;
        int plain = 0;
        for (int survey = 0; survey < Surveys; survey++)
        {
            NpsCustomerTally tally = NpsCustomerTally.Empty;
            for (int customer = 0; customer < 150; customer++)
            {
                NpsCategory mood = Draw(random);
                NpsTally own = NpsTally.Empty;
                for (int answers = 1 + random.Next(8); answers > 0; answers--)
                {
                    own = own.Add(random.NextDouble() < Math.Sqrt(correlation) ? mood : Draw(random));
                }

                tally += NpsCustomerTally.OfCustomer(own);
            }

            byCustomer += Covers(NetPromoter.Score(tally)) ? 1 : 0;
            plain += Covers(NetPromoter.Score(tally.Answers)) ? 1 : 0;
        }

        Assert.InRange(byCustomer / (double)Surveys, 0.94, 0.97);
        Assert.InRange(plain / (double)Surveys, 0.5, 0.85);

        static NpsCategory Draw(Random random) => random.NextDouble() switch
        {
            < 0.25 => NpsCategory.Detractor,
            < 0.5 => NpsCategory.Passive,
            _ => NpsCategory.Promoter,
        };

        static bool Covers(NetPromoterScore score) => score.Score.Lower <= 25 && 25 <= score.Score.Upper;
    }

    private static (double Mean, double Worst) Coverage(int n, NpsMethod method, int leastTwentieths)
    {
        var limits = new (double Lower, double Upper)[n + 1, n + 1];
        for (int b = 0; b <= n; b++)
        {
            for (int c = 0; b + c <= n; c++)
            {
                Estimate score = NetPromoter.Score(new NpsTally(b, n - b - c, c), method: method).Score;
                limits[b, c] = (score.Lower!.Value / 100, score.Upper!.Value / 100);
            }
        }

        var cells = new List<double>();
        for (int i = leastTwentieths; i <= 20 - leastTwentieths; i++)
        {
            for (int j = leastTwentieths; i + j <= 20 - leastTwentieths; j++)
            {
                (double detractors, double promoters) = (i / 20.0, j / 20.0);
                double truth = (j - i) / 20.0;
                double covered = 0;
                for (int b = 0; b <= n; b++)
                {
                    for (int c = 0; b + c <= n; c++)
                    {
                        // A limit that is the truth itself, up to rounding, covers it.
                        if (limits[b, c].Lower <= truth + 1e-12 && truth - 1e-12 <= limits[b, c].Upper)
                        {
                            covered += Multinomial(n, b, c, detractors, promoters);
                        }
                    }
                }

                cells.Add(covered);
            }
        }

        return (cells.Average(), cells.Min());
    }

    private static double Multinomial(int n, int b, int c, double detractors, double promoters)
    {
        double probability = 1;
        int used = 0;
        foreach ((int count, double share) in new[] { (b, detractors), (c, promoters), (n - b - c, 1 - detractors - promoters) })
        {
            for (int i = 1; i <= count; i++)
            {
                probability *= share * ++used / i;
            }
        }

        return probability;
    }
}
