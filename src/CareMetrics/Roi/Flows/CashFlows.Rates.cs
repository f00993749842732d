using System.Collections.Immutable;

namespace CareMetrics.Roi;

public static partial class CashFlows
{
    private const double Residual = 1e-13;
    private const double SmallestFactor = 1e-300;

    // 1 + rate goes down to 2⁻⁵³: below that a rate is −1.
    private const double LargestFactor = 9007199254740992;

    private static InternalRates Rates(FlowPolynomial flows, int steps)
    {
        if (flows.Terms == 0)
        {
            return None(NoRateReason.AllZero);
        }

        if (flows.Terms == 1)
        {
            return None(NoRateReason.OneFlow);
        }

        if (flows.SignChanges == 0)
        {
            return None(NoRateReason.NoSignChange);
        }

        FlowPolynomial scaled = flows.Scaled();
        double lowest = Math.Pow(SmallestFactor, 1.0 / steps);
        double highest = Math.Pow(LargestFactor, 1.0 / steps);
        List<RateRoots.Root> roots = RateRoots.Find(scaled, lowest, highest);
        // A large factor is a small rate.
        roots.Reverse();
        bool beyond = RateRoots.Sign(scaled, lowest) != flows.FirstSign || RateRoots.Sign(scaled, highest) != flows.LastSign;
        var rates = ImmutableArray.CreateBuilder<double>(roots.Count);
        var repeated = ImmutableArray.CreateBuilder<double>();
        foreach (RateRoots.Root root in roots)
        {
            double rate = DiscountFactor.Rate(root.Factor, steps);
            if (!Satisfies(scaled, rate, steps))
            {
                beyond = true;
                continue;
            }

            rates.Add(rate);
            if (root.Repeated)
            {
                repeated.Add(rate);
            }
        }

        return new InternalRates
        {
            Rates = rates.ToImmutable(),
            Repeated = repeated.ToImmutable(),
            Reason = rates.Count > 0 ? null : beyond ? NoRateReason.BeyondPrecision : NoRateReason.NoRealRate,
            MoreBeyondPrecision = beyond && rates.Count > 0,
        };
    }

    private static bool Satisfies(FlowPolynomial flows, double rate, int steps)
    {
        (DoubleDouble value, double size) = flows.Balance(DiscountFactor.Of(rate, steps));
        return Math.Abs(value.High) <= Residual * size;
    }

    private static InternalRates None(NoRateReason reason) => new() { Reason = reason };

    private static Payback Payback((int Time, double Amount)[] flows, double rate, int steps)
    {
        DoubleDouble factor = DiscountFactor.Of(rate, steps);
        DoubleDouble sum = default;
        double size = 0;
        double balance = 0;
        double? first = null;
        double? last = null;
        bool outlay = false;
        for (int i = 0; i < flows.Length; i++)
        {
            double before = balance;
            DoubleDouble worth = new DoubleDouble(flows[i].Amount) * factor.Power(flows[i].Time);
            sum += worth;
            _ = Errors.RequireRepresentable(sum.High, "the sum of the flows");
            size += Math.Abs(worth.High);
            balance = Rounding.Difference(sum.High, size);
            if (before < 0 && balance >= 0)
            {
                int start = flows[i - 1].Time;
                last = (start + -before / worth.High * (flows[i].Time - start)) / steps;
                first ??= last;
            }

            outlay |= balance < 0;
        }

        return new Payback { HasOutlay = outlay, First = first, Lasting = balance >= 0 ? last : null };
    }
}
