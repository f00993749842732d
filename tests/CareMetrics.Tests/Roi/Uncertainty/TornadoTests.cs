using CareMetrics.Roi;
using static CareMetrics.Tests.Roi.SimulatedCases;

namespace CareMetrics.Tests.Roi;

public class TornadoTests
{
    [Fact]
    public void A_tornado_shows_each_uncertain_line_from_low_to_high()
    {
        BusinessCase business = new()
        {
            Benefits =
            [
                BenefitLine.Churn(10, 100) with { Quantity = Assumption.Triangular(5, 10, 20) },
                BenefitLine.Mentions(7, 10),
                BenefitLine.Referrals(4, 100, 0.5m, 1, 1) with { UnitValue = Assumption.Normal(100, 10), Quantity = Assumption.Pert(-1, 4, 5) },
            ],
            Costs = [CostLine.Initial("Platform", 600) with { UnitCost = Assumption.Pert(500, 600, 3000) }],
        };
        TornadoBar[] bars = [.. business.Tornado(0.1)];
        Assert.Equal(["Platform", "Churn", "Referrals"], bars.Select(bar => bar.Line));
        double net = 1000 + 70 + 200 / 1.1 - 600;
        Close.Relative(net + 100, bars[0].NetAtLow, 1e-12);
        Close.Relative(net - 2400, bars[0].NetAtHigh, 1e-12);
        Close.Relative((net + 100) / 500, bars[0].RatioAtLow, 1e-12);
        Close.Relative(net - 500, bars[1].NetAtLow, 1e-12);
        Close.Relative(net + 1000, bars[1].NetAtHigh, 1e-12);
        double z = 1.6448536269514722;
        Close.Relative(net - (200 + 0.5 * (100 + 10 * z)) / 1.1, bars[2].NetAtLow, 1e-12);
        Close.Relative(net + (0.5 * 5 * (100 + 10 * z) - 200) / 1.1, bars[2].NetAtHigh, 1e-12);
        Assert.Equal("Churn: net 151.82 to 1,651.82", bars[1].ToString());
    }

    [Fact]
    public void A_tornado_takes_shapes_without_limits_at_their_percentiles()
    {
        BusinessCase business = new()
        {
            Benefits = [BenefitLine.Churn(1, 1) with { UnitValue = Assumption.LogNormal(2, 2) }, BenefitLine.Mentions(1, 1) with { Quantity = Assumption.Beta(2, 1, 0, 100) }],
        };
        TornadoBar[] bars = [.. business.Tornado()];
        double booked = 200.0 / 3;
        // The quantiles of beta(2, 1) are square roots.
        Close.Relative(2 + 100 * Math.Sqrt(0.05), bars[0].NetAtLow, 1e-12);
        Close.Relative(2 + 100 * Math.Sqrt(0.95), bars[0].NetAtHigh, 1e-12);
        double s = Math.Sqrt(Math.Log(2));
        Close.Relative(booked + Math.Exp(Math.Log(2) / 2 - s * 1.6448536269514722), bars[1].NetAtLow, 1e-12);
        Close.Relative(booked + Math.Exp(Math.Log(2) / 2 + s * 1.6448536269514722), bars[1].NetAtHigh, 1e-12);
        Assert.Null(bars[0].RatioAtLow);
        // And those of beta(1/100, 1) are hundredth powers.
        TornadoBar skew = Assert.Single((business with { Benefits = [BenefitLine.Mentions(1, 1) with { Quantity = Assumption.Beta(0.01m, 1) }] }).Tornado());
        Close.Near(0, skew.NetAtLow, 1e-12);
        Close.Relative(Math.Pow(0.95, 100), skew.NetAtHigh, 1e-12);
        TornadoBar normal = Assert.Single((business with { Benefits = [BenefitLine.Churn(1, 1) with { UnitValue = Assumption.Normal(2, 3) }] }).Tornado());
        Close.Relative(2 - 3 * 1.6448536269514722, normal.NetAtLow, 1e-12);
        Close.Relative(2 + 3 * 1.6448536269514722, normal.NetAtHigh, 1e-12);
        Assert.Empty(Case([(Assumption.Of(1), 1)]).Tornado());
    }

    [Fact]
    public void A_range_without_width_is_certain_and_has_no_bar()
    {
        Assumption[] certain =
        [
            Assumption.Triangular(5, 5, 5), Assumption.Pert(5, 5, 5), Assumption.Beta(2, 1, 5, 5), Assumption.Normal(5, 0), Assumption.LogNormal(5, 0),
        ];
        Assert.Empty(Case([.. certain.Select(value => (value, 1))]).Tornado());
    }
}
