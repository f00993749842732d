using System.Globalization;
using CareMetrics.Roi;
using FsCheck.Fluent;
using static CareMetrics.Tests.Roi.Residual;

namespace CareMetrics.Tests.Roi;

public class InternalRatesTests
{
    [Theory]
    [InlineData("roi/periodic_cashflows.csv")]
    [InlineData("roi/internal_rates.csv")]
    public void Every_rate_of_the_reference_is_found_and_no_other(string table)
    {
        foreach (ReferenceRow row in ReferenceTable.Read(table))
        {
            double[] flows = CashFlowsTests.Flows(row);
            InternalRates found = CashFlows.InternalRates(flows);
            Same(row, row["irr_real_roots"], found);
            Assert.All(found.Rates, rate => AssertResidual(flows, rate));
        }
    }

    [Theory]
    [InlineData("roi/dated_cashflows.csv")]
    [InlineData("roi/dated_rates.csv")]
    public void Every_dated_rate_of_the_reference_is_found_and_no_other(string table)
    {
        foreach (ReferenceRow row in ReferenceTable.Read(table))
        {
            DatedFlow[] flows = CashFlowsTests.Dated(row);
            Same(row, row["xirr_real_roots"], CashFlows.InternalRates(flows));
            Same(row, row["xirr_real_roots"], CashFlows.InternalRates(Enumerable.Reverse(flows)));
            int first = flows[0].Date.DayNumber;
            foreach (double rate in CashFlows.InternalRates(flows).Rates)
            {
                double[] terms = [.. flows.Select(flow => flow.Amount * Math.Pow(1 + rate, -(flow.Date.DayNumber - first) / 365.0))];
                Assert.InRange(Math.Abs(terms.Sum()), 0, 1e-13 * terms.Sum(Math.Abs));
            }
        }
    }

    [Theory]
    [InlineData(new[] { 100.0, -220, 121 }, 0.1)]
    [InlineData(new[] { 1, -2.2, 1.21 }, 0.1)]
    [InlineData(new[] { -1.0, 3, -3, 1 }, 0)]
    [InlineData(new[] { 1, -3.3, 3.63, -1.331 }, 0.1)]
    [InlineData(new[] { 7, -7.112, -6.999552, 7.112448 }, 0.008)]
    public void A_repeated_rate_is_one_rate(double[] flows, double expected)
    {
        InternalRates found = CashFlows.InternalRates(flows);
        Assert.Equal(expected, Assert.Single(found.Rates), 1e-5);
        Assert.Equal(found.Rates.ToArray(), found.Repeated.ToArray());
    }

    [Fact]
    public void A_repeated_rate_of_a_short_factor_is_exact()
    {
        // (55z − 32)² and (39z − 16)³(z − 2)(64z + 152): whole numbers.
        Assert.Equal([-23.0 / 55], CashFlows.InternalRates([3025, -3520, 1024]).Rates.ToArray());
        InternalRates beside = CashFlows.InternalRates([3796416, -3248856, -17868240, 22651136, -9203712, 1245184]);
        Assert.Equal([-23.0 / 39, 1], beside.Rates.ToArray());
        Assert.Equal([-23.0 / 39], beside.Repeated.ToArray());
    }

    [Fact]
    public void Flows_of_every_size_have_an_answer()
    {
        // Beside 1e300 the others vanish when scaled; a vanished flow is no change of sign.
        double[] flows = [1e300, -1e-300, 1e300, -2, 3, -1e-20, 1e300];
        Assert.All(CashFlows.InternalRates(flows).Rates, rate => AssertResidual(flows, rate));
        double[] alternating = [.. Enumerable.Range(0, 300).Select(i => i % 2 == 0 ? 1.0 : -1.0)];
        Assert.All(CashFlows.InternalRates(alternating).Rates, rate => AssertResidual(alternating, rate));
    }

    [Fact]
    public void Flows_of_a_day_that_sum_beyond_a_number_are_an_error()
    {
        var day = new DateOnly(2026, 1, 1);
        DatedFlow[] flows = [new(day, double.MaxValue), new(day, double.MaxValue), new(day.AddDays(1), -1)];
        Assert.Equal("the sum of the flows of one time is beyond what a number can hold", Assert.Throws<OverflowException>(() => CashFlows.InternalRates(flows)).Message);
    }

    [Fact]
    public void Two_rates_that_the_flows_tell_apart_are_two()
    {
        // 10⁸ · (z − 1.0001)(z − 1.0002), whole numbers.
        InternalRates found = CashFlows.InternalRates([100_000_000, -200_030_000, 100_030_002]);
        Assert.Equal(2, found.Rates.Length);
        Assert.Empty(found.Repeated);
        Close.Relative(1.0001, 1 + found.Rates[0], 1e-12);
        Close.Relative(1.0002, 1 + found.Rates[1], 1e-12);
    }

    [Theory]
    [InlineData(new[] { -1.0, 1000 }, 999)]
    [InlineData(new[] { -1000.0, 1 }, -0.999)]
    [InlineData(new[] { 0, 0, 0, 0, -1.0, 1000 }, 999)]
    [InlineData(new[] { -1, 0, 0, 0, 1e12 }, 999)]
    [InlineData(new[] { -1e-9, 1e9 }, 1e18)]
    public void Far_out_rates_are_found(double[] flows, double expected) =>
        Close.Relative(1 + expected, 1 + CashFlows.InternalRates(flows).Only, 1e-12);

    [Theory]
    [InlineData(new[] { 0.0 }, NoRateReason.AllZero, "no IRR: every flow is 0")]
    [InlineData(new[] { 0.0, 0, 0 }, NoRateReason.AllZero, "no IRR: every flow is 0")]
    [InlineData(new[] { -5.0 }, NoRateReason.OneFlow, "no IRR: all falls at one time")]
    [InlineData(new[] { 0.0, 0, 7 }, NoRateReason.OneFlow, "no IRR: all falls at one time")]
    [InlineData(new[] { -1.0, -2 }, NoRateReason.NoSignChange, "no IRR: all flows go one way")]
    [InlineData(new[] { 0.0, 1, 0, 2 }, NoRateReason.NoSignChange, "no IRR: all flows go one way")]
    [InlineData(new[] { 100.0, -200, 150 }, NoRateReason.NoRealRate, "no IRR: the present value is 0 at no rate above -100%")]
    [InlineData(new[] { -1.0, 1e-17 }, NoRateReason.BeyondPrecision, "no IRR that a number can hold: it is too close to -100% or too far out")]
    [InlineData(new[] { -1e-200, 1e200 }, NoRateReason.BeyondPrecision, "no IRR that a number can hold: it is too close to -100% or too far out")]
    [InlineData(new[] { -1, 0, 0, 0, 0, 1e-60 }, NoRateReason.BeyondPrecision, "no IRR that a number can hold: it is too close to -100% or too far out")]
    public void Flows_without_a_rate_say_why(double[] flows, NoRateReason reason, string text)
    {
        InternalRates found = CashFlows.InternalRates(flows);
        Assert.Equal(reason, found.Reason);
        Assert.Empty(found.Rates);
        Assert.Null(found.Only);
        Assert.Equal(text, found.ToString());
    }

    [Fact]
    public void A_rate_beyond_1e300_is_too_far_out_a_period_and_a_year_alike()
    {
        var day = new DateOnly(2026, 1, 1);
        Assert.Equal(NoRateReason.BeyondPrecision, CashFlows.InternalRates([-1e-5, 1e300]).Reason);
        Assert.Equal(NoRateReason.BeyondPrecision, CashFlows.InternalRates([new DatedFlow(day, -1e-5), new(day.AddDays(365), 1e300)]).Reason);
        Close.Relative(1e299, CashFlows.InternalRates([new DatedFlow(day, -10), new(day.AddDays(365), 1e300)]).Only, 1e-12);
    }

    [Fact]
    public void Several_flows_of_one_day_are_one_flow()
    {
        var day = new DateOnly(2024, 5, 1);
        Assert.Equal(NoRateReason.OneFlow, CashFlows.InternalRates([new DatedFlow(day, -5), new(day, 7)]).Reason);
        Assert.Equal(NoRateReason.AllZero, CashFlows.InternalRates([new DatedFlow(day, -5), new(day, 5)]).Reason);
    }

    [Fact]
    public void A_rate_that_no_number_holds_beside_one_that_it_does_is_told()
    {
        // Factors 10⁻³⁰ and 2 in (1 + r).
        InternalRates found = CashFlows.InternalRates([1, -2, 2e-30]);
        Close.Relative(2, 1 + Assert.Single(found.Rates), 1e-12);
        Assert.True(found.MoreBeyondPrecision);
        Assert.Null(found.Only);
    }

    [Fact]
    public void Any_flows_give_rates_that_satisfy_the_residual_or_a_reason() =>
        Law.Holds(Gen.Choose(-100_000, 100_000).Select(cents => cents / 100.0).NonEmptyListOf(), drawn =>
        {
            double[] flows = [.. drawn.Take(40)];
            InternalRates found = CashFlows.InternalRates(flows);
            Assert.Equal(found.Rates.IsEmpty, found.Reason is not null);
            Assert.Equal(found.Rates.Order(), found.Rates);
            Assert.Equal(found.Rates.Length, found.Rates.Distinct().Count());
            Assert.All(found.Rates, rate => AssertResidual(flows, rate));
            // The sign of the value at both ends of (−1, ∞) decides whether the number of rates is odd (Descartes).
            double[] ends = [.. flows.Where(flow => flow != 0)];
            if (found.Repeated.IsEmpty && !found.MoreBeyondPrecision && found.Reason != NoRateReason.BeyondPrecision && ends.Length > 0)
            {
                Assert.Equal(Math.Sign(ends[0]) != Math.Sign(ends[^1]), found.Rates.Length % 2 == 1);
            }
        });

    [Theory]
    [InlineData(160)]
    [InlineData(400)]
    [InlineData(1001)]
    public void Long_flows_that_alternate_in_sign_are_answered_and_not_lost_in_overflow(int periods)
    {
        // −100, 103, −100, 103, …: pairs that each return 3%, and a last outlay alone where the number is odd.
        double[] flows = [.. Enumerable.Range(0, periods).Select(t => t % 2 == 0 ? -100.0 : 103.0)];
        InternalRates found = CashFlows.InternalRates(flows);
        if (periods % 2 == 0)
        {
            Close.Relative(0.03, Assert.Single(found.Rates), 1e-11, "rate");
        }

        Assert.All(found.Rates, rate => Assert.True(double.IsFinite(rate) && rate > -1));
    }

    private static void Same(ReferenceRow row, string expected, InternalRates found)
    {
        double[] rates = expected.Length == 0 ? [] : [.. expected.Split('|').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        Assert.True(rates.Length == found.Rates.Length, $"{row}: expected {expected}, found {found}");
        for (int i = 0; i < rates.Length; i++)
        {
            Close.Relative(1 + rates[i], 1 + found.Rates[i], 1e-12, row);
            Close.Near(rates[i], found.Rates[i], 1e-12, row);
        }

        Assert.Equal(rates.Length == 0, found.Reason is not null);
        Assert.Empty(found.Repeated);
        Assert.False(found.MoreBeyondPrecision);
    }
}
