using System.Numerics;
using CareMetrics.Roi;
using FsCheck;
using FsCheck.Fluent;
using static CareMetrics.Tests.Roi.Residual;

namespace CareMetrics.Tests.Roi;

public class PlantedRatesTests
{
    [Fact]
    public void Planted_rates_are_found() =>
        Law.Holds(PlantedFactors(), planted =>
        {
            double[] flows = Polynomial(planted);
            InternalRates found = CashFlows.InternalRates(flows);
            AssertFactors(planted, found);
            Assert.Empty(found.Repeated);
            Assert.All(found.Rates, rate => AssertResidual(flows, rate));
        });

    [Fact]
    public void Planted_rates_are_found_between_whole_years_of_days() =>
        Law.Holds(PlantedFactors(), planted =>
        {
            double[] amounts = Polynomial(planted);
            var start = new DateOnly(1999, 3, 1);
            InternalRates found = CashFlows.InternalRates(amounts.Select((amount, i) => new DatedFlow(start.AddDays(365 * i), amount)));
            AssertFactors(planted, found);
        });

    [Fact]
    public void Stretching_time_takes_the_root_of_each_factor() =>
        Law.Holds(PlantedFactors(), Gen.Choose(2, 6), (planted, stretch) =>
        {
            double[] flows = Polynomial(planted);
            var stretched = new double[(flows.Length - 1) * stretch + 1];
            for (int i = 0; i < flows.Length; i++)
            {
                stretched[i * stretch] = flows[i];
            }

            double[] expected = [.. CashFlows.InternalRates(flows).Rates.Select(rate => Math.Pow(1 + rate, 1.0 / stretch))];
            double[] actual = [.. CashFlows.InternalRates(stretched).Rates.Select(rate => 1 + rate)];
            Assert.Equal(expected.Length, actual.Length);
            for (int i = 0; i < expected.Length; i++)
            {
                Close.Relative(expected[i], actual[i], 1e-12);
            }
        });

    [Fact]
    public void Rates_do_not_change_with_scale_sign_leading_or_trailing_zeros() =>
        Law.Holds(PlantedFactors(), planted =>
        {
            double[] flows = Polynomial(planted);
            InternalRates rates = CashFlows.InternalRates(flows);
            Assert.Equal(rates, CashFlows.InternalRates([.. flows.Select(flow => -flow)]));
            Assert.Equal(rates, CashFlows.InternalRates([.. flows.Select(flow => flow * 4096)]));
            Assert.Equal(rates, CashFlows.InternalRates([0, 0, .. flows]));
            Assert.Equal(rates, CashFlows.InternalRates([.. flows, 0, 0, 0]));
        });

    [Fact]
    public void Reversing_time_inverts_each_factor() =>
        Law.Holds(PlantedFactors(), planted =>
        {
            double[] flows = Polynomial(planted);
            double[] expected = [.. CashFlows.InternalRates(flows).Rates.Select(rate => 1 / (1 + rate)).Order()];
            double[] actual = [.. CashFlows.InternalRates([.. Enumerable.Reverse(flows)]).Rates.Select(rate => 1 + rate)];
            Assert.Equal(expected.Length, actual.Length);
            for (int i = 0; i < expected.Length; i++)
            {
                Close.Relative(expected[i], actual[i], 1e-12);
            }
        });

    [Fact]
    public void A_rate_planted_twice_is_found_once_and_said_to_touch() =>
        Law.Holds(PlantedFactors(), Gen.Choose(0, 9), (planted, which) =>
        {
            (int Above, int Below) twice = planted[which % planted.Length];
            InternalRates found = CashFlows.InternalRates(Polynomial([.. planted, twice]));
            Assert.Equal(planted.Length, found.Rates.Length);
            double repeated = Assert.Single(found.Repeated);
            Close.Relative((double)twice.Above / twice.Below, 1 + repeated, 1e-7);
        });

    private static void AssertFactors((int Above, int Below)[] planted, InternalRates found)
    {
        double[] factors = [.. planted.Select(factor => (double)factor.Above / factor.Below).Order()];
        Assert.Equal(factors.Length, found.Rates.Length);
        for (int i = 0; i < factors.Length; i++)
        {
            Close.Relative(factors[i], 1 + found.Rates[i], 1e-12);
        }
    }

    // Π (below · z − above) · (z² + z + 1) in z = 1 + r: whole coefficients that a double holds exactly, the last factor without positive root.
    private static double[] Polynomial((int Above, int Below)[] planted)
    {
        BigInteger[] product = [1, 1, 1];
        foreach ((int above, int below) in planted)
        {
            var next = new BigInteger[product.Length + 1];
            for (int i = 0; i < product.Length; i++)
            {
                next[i] += product[i] * below;
                next[i + 1] -= product[i] * above;
            }

            product = next;
        }

        Assert.All(product, coefficient => Assert.True(BigInteger.Abs(coefficient) < BigInteger.One << 53));
        return [.. product.Select(coefficient => (double)coefficient)];
    }

    private static Gen<(int Above, int Below)[]> PlantedFactors() =>
        from picked in Gen.Shuffle<(int, int)>(
        [
            (1, 1000), (1, 8), (1, 4), (1, 2), (3, 4), (9, 10), (1, 1), (21, 20), (11, 10), (5, 4), (3, 2), (2, 1), (3, 1), (10, 1), (1000, 1),
        ])
        from count in Gen.Choose(1, 5)
        select picked.Take(count).ToArray();
}
