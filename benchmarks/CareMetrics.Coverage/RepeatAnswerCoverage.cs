using CareMetrics.Nps;

namespace CareMetrics.Coverage;

/// <summary>Net Promoter Score where customers answer more than once.</summary>
internal static class RepeatAnswerCoverage
{
    private const int Baseline = 150;
    private const int Both = 75;

    internal static CoverageTable Table(Simulation simulation)
    {
        (string[], Share[]) Row(double correlation) => ([Label.Of(correlation)], simulation.Row(4, (draws, holds) =>
        {
            NpsPanelTally panel = NpsPanelTally.Empty;
            for (int customer = 0; customer < Baseline + Both; customer++)
            {
                NpsCategory mood = Mood(draws);
                panel += NpsPanelTally.OfCustomer(
                    customer < Baseline ? Answers(draws, mood, correlation) : default,
                    customer >= Both ? Answers(draws, mood, correlation) : default);
            }

            holds[0] = Interval.Of(NetPromoter.Score(panel.Current).Score).Holds(25);
            holds[1] = Interval.Of(NetPromoter.Score(panel.Current.Answers).Score).Holds(25);
            holds[2] = Interval.Of(NetPromoter.Change(panel).Change).Holds(0);
            holds[3] = Interval.Of(NpsTally.Change(panel.Baseline.Answers, panel.Current.Answers, 0.95)).Holds(0);
        }));

        return new()
        {
            Heading = "Repeat answers",
            Text = """
                By simulation: 150 customers a period who answer 1 to 8 times, half of them in both
                periods. An answer repeats the customer's own mood with probability √ρ, so that two of one customer correlate by ρ; moods and
                fresh answers are a quarter detractors, a quarter passives, half promoters. Nothing changes between the periods. Taken as
                independent, answers of the same people claim far more than they know.
                """,
            Cases = ["ρ"],
            Methods = ["score by customer (default)", "score as if independent", "change by customer, both periods known (default)", "change as if independent"],
            Defaults = [(0, "score of counts ÷ design effect", "score of known customers"), (2, "MOVER with correlation", "its change")],
            IsSimulated = true,
            Rows = [Row(0), Row(0.3), Row(0.6)],
        };
    }

    private static NpsCategory Mood(Draws draws) => draws.Uniform() switch
    {
        < 0.25 => NpsCategory.Detractor,
        < 0.5 => NpsCategory.Passive,
        _ => NpsCategory.Promoter,
    };

    private static NpsTally Answers(Draws draws, NpsCategory mood, double correlation)
    {
        NpsTally own = NpsTally.Empty;
        for (int answers = 1 + draws.Below(8); answers > 0; answers--)
        {
            own = own.Add(draws.Uniform() < Math.Sqrt(correlation) ? mood : Mood(draws));
        }

        return own;
    }
}
