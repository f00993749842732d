using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Nps;

public class NpsChangeTests
{
    // Seven customers and their detractors, passives and promoters before and now; the last two are in one period only.
    private static readonly (NpsTally Before, NpsTally Now)[] Panel =
    [
        (new(0, 0, 2), new(1, 0, 0)), (new(1, 0, 0), new(1, 0, 1)), (new(0, 1, 1), new(0, 0, 1)), (new(0, 0, 1), new(0, 0, 2)),
        (new(0, 1, 0), new(2, 0, 0)), (new(2, 0, 0), default), (default, new(0, 0, 2)),
    ];

    [Fact]
    public void A_change_among_known_customers_allows_for_their_covariance()
    {
        // At 50 digits: score limits of counts divided by 1.8709677 and 1.64, joined at the correlation 0.0524157112.
        NpsPanelTally panel = Panel.Aggregate(NpsPanelTally.Empty, (sum, one) => sum + NpsPanelTally.OfCustomer(one.Before, one.Now));
        Comparison change = NetPromoter.Change(panel);
        Close.Relative(800.0 / 90, change.Change.Value!.Value, 1e-13, "change");
        Close.Relative(-78.713960207182267184, change.Change.Lower!.Value, 1e-12, "lower");
        Close.Relative(92.294018068829318552, change.Change.Upper!.Value, 1e-12, "upper");
        Close.Relative(142.37554863863052158, change.DetectableChange!.Value, 1e-12, "detectable");
        Assert.Equal(19, change.Change.Count);
    }

    [Fact]
    public void What_a_change_could_have_found_follows_the_formula()
    {
        // At 50 digits, of 20.75, 31.5 and 50.75 among 103 and 60.75, 61.5 and 80.75 among 203.
        (NpsTally baseline, NpsTally current) = (new(20, 30, 50), new(60, 60, 80));
        Close.Relative(27.349699727146628226, Comparison.Between(baseline, current).DetectableChange!.Value, 1e-13, "score");
        Close.Relative(27.349699727146628226, NetPromoter.WaldChange(baseline, current).DetectableChange!.Value, 1e-13, "wald");
    }

    [Fact]
    public void Wald_needs_answers_on_both_sides()
    {
        NpsTally some = new(20, 30, 50);
        Assert.Null(NetPromoter.WaldChange(some, new(60, 60, 80)).NotComparable);
        foreach ((NpsTally baseline, NpsTally current, string why) in new (NpsTally, NpsTally, string)[]
        {
            (default, some, "the baseline has no data"), (some, default, "the current side has no data"), (default, default, "neither side has data"),
        })
        {
            Comparison change = NetPromoter.WaldChange(baseline, current);
            Assert.Equal(why, change.NotComparable!.Detail);
            Assert.Null(change.Change.Value);
            Assert.Null(change.Change.Lower);
            Assert.Null(change.Change.Upper);
            Assert.Null(change.DetectableChange);
        }
    }

    [Fact]
    public void A_level_that_is_none_is_an_error()
    {
        const string Expected = "level is 95; a confidence level lies strictly between 0 and 1, such as 0.95 (Parameter 'level')";
        NpsTally some = new(20, 30, 50);
        foreach (Func<object?> call in new Func<object?>[]
        {
            () => NetPromoter.WaldChange(some, some, 95), () => NpsTally.Change(some, some, 95), () => NpsTally.DetectableChange(default, default, 0.8, 95),
            () => NpsWeighting.PostStratify([("all", 1, some)], 95),
        })
        {
            Assert.Equal(Expected, Assert.Throws<ArgumentOutOfRangeException>(call).Message);
        }
    }
}
