using CareMetrics.Conversion;
using CareMetrics.Roi;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>Intervals of return and net: the limits of rates put in place of the rates, or linearised errors.</summary>
internal static class RetentionLimits
{
    internal static (Estimate Roi, Estimate Net) None(long count, double level) =>
        (Make(null, null, level, "none", count, Units.Fraction), Make(null, null, level, "none", count, Units.Money));

    /// <summary>Return and net rise or fall steadily with the rate: its Wilson limits in its place.</summary>
    internal static (Estimate Roi, Estimate Net) Wilson(
        ReturnOnInvestment books, KeptValue value, ProportionTally converted, RetentionCost cost, double level)
    {
        (double each, double perSave, double unconditional) = Amounts(value, cost, converted.Trials);
        double n = converted.Trials;
        Estimate rate = Proportion.Estimate(converted, level);
        double Roi(double p)
        {
            double investment = unconditional + perSave * n * p;
            return (each * n * p - investment) / investment;
        }

        double Net(double p) => n * p * (each - perSave) - unconditional;
        (double low, double high) = (rate.Lower!.Value, rate.Upper!.Value);
        return (
            Make(books.Ratio, (Roi(low), Roi(high)), level, "wilson", converted.Trials, Units.Fraction),
            Make((double)books.Net, Ordered(Net(low), Net(high)), level, "wilson", converted.Trials, Units.Money));
    }

    /// <summary>Limits of the difference in its place; with a concession, limits recovered from those of both rates.</summary>
    internal static (Estimate Roi, Estimate Net) Difference(ReturnOnInvestment books, RetentionRoi naive, ExtraConversion extra)
    {
        Estimate change = extra.Extra;
        (double each, double perSave, double unconditional) = Amounts(naive.Value, naive.Cost, extra.Treated.Trials);
        double n = extra.Treated.Trials;
        double fixedShare = unconditional / n;
        if (perSave == 0)
        {
            (double, double)? Mapped(Func<double, double> map) =>
                change is { Lower: { } low, Upper: { } high } ? (map(low), map(high)) : null;
            return (
                Make(books.Ratio, Mapped(d => (each * n * d - unconditional) / unconditional), change.Level, change.Method, change.Count, Units.Fraction),
                Make((double)books.Net, Mapped(d => each * n * d - unconditional), change.Level, change.Method, change.Count, Units.Money));
        }

        double z = Distributions.TwoSidedZ(change.Level);
        (double treatedBelow, double treatedAbove) = Distances(extra.Treated, z);
        (double controlBelow, double controlAbove) = Distances(extra.Control, z);
        double p = (double)extra.Treated.Successes / extra.Treated.Trials;
        double difference = change.Value!.Value;

        // Net: the contrast (V − s)·p − V·q, each part with the distance on the side that makes it smaller, or larger.
        double weight = each - perSave;
        double middle = n * (each * difference - perSave * p) - unconditional;
        (double down, double up) = weight >= 0 ? (treatedBelow, treatedAbove) : (treatedAbove, treatedBelow);
        double lower = middle - n * double.Hypot(weight * down, each * controlAbove);
        double upper = middle + n * double.Hypot(weight * up, each * controlBelow);

        double investment = fixedShare + perSave * p;
        (double, double) limits = (
            each * LowerReturn(difference, treatedBelow, controlAbove, investment, perSave) - 1,
            each * UpperReturn(difference, treatedAbove, controlBelow, investment, perSave) - 1);
        return (
            Make(books.Ratio, limits, change.Level, "mover-wilson", change.Count, Units.Fraction),
            Make((double)books.Net, (lower, upper), change.Level, "mover-wilson", change.Count, Units.Money));
    }

    /// <summary>Linearised errors of each customer's own value.</summary>
    internal static (Estimate Roi, Estimate Net) Own(
        ReturnOnInvestment books, KeptValueTally treated, KeptValueTally? control, RetentionCost cost, double level)
    {
        long count = treated.Converted.Trials + (control?.Converted.Trials ?? 0);
        (double, double)? Around(double? value, (double Error, double Freedom)? found, double unit) =>
            value is { } middle && found is var (error, freedom) && Distributions.TwoSidedT(level, freedom) * error / unit is var half
                ? (middle - half, middle + half)
                : null;
        double net = (double)books.Net;
        return (
            Make(books.Ratio, Around(books.Ratio, RoiError(books, treated, control, cost), (double)books.Invested), level, "linearised", count, Units.Fraction),
            Make(net, Around(net, Error(treated, control, (double)cost.PerSave), 1), level, "linearised", count, Units.Money));
    }

    /// <summary>The error of the return, times the investment.</summary>
    internal static (double Error, double Freedom)? RoiError(
        ReturnOnInvestment books, KeptValueTally treated, KeptValueTally? control, RetentionCost cost) =>
        books.Ratio is { } ratio ? Error(treated, control, (1 + ratio) * (double)cost.PerSave) : null;

    /// <summary>The standard error of Σ(y − charge) of the treated − n/m·Σy of the control group; none where nothing varies.</summary>
    internal static (double Error, double Freedom)? Error(KeptValueTally treated, KeptValueTally? control, double charge)
    {
        double n = treated.Converted.Trials;
        double m = control?.Converted.Trials ?? 0;
        // Of fewer than two customers these are no numbers. Without a control group its part is 0.
        double part1 = treated.Spread(charge) * n / (n - 1);
        double part0 = control is { } other ? other.Spread(0) * (n / m) * n / (m - 1) : 0;
        double sum = part0 + part1;
        (double share0, double share1) = (part0 / sum, part1 / sum);
        double freedom = 1 / (share1 * share1 / (n - 1) + share0 * share0 / (m - 1));
        return sum > 0 && double.IsFinite(sum) ? (Math.Sqrt(sum), freedom) : null;
    }

    // Both solve (D − Bτ)² = (1 − sτ)²·d² + e² for τ = (1 + ROI)/V, the investment a ranter B and distances d and e of treated and control:
    // (B² − s²d²)·τ² − 2(DB − sd²)·τ + D² − d² − e² = 0, where a quarter of the discriminant is d²(B − sD)² + e²(B² − s²d²).
    private static double LowerReturn(double difference, double below, double above, double investment, double perSave)
    {
        (double a, double b, _, double root) = Quadratic(difference, below, above, investment, perSave);
        return (b - root) / a;
    }

    // Above the rate d may be larger than it, and a near 0 or below: b is below 0 then, and the branch to take never divides by a number near 0.
    private static double UpperReturn(double difference, double above, double below, double investment, double perSave)
    {
        (double a, double b, double c, double root) = Quadratic(difference, above, below, investment, perSave);
        return b > 0 ? (b + root) / a : c / (b - root);
    }

    private static (double A, double B, double C, double Root) Quadratic(double difference, double d, double e, double investment, double perSave)
    {
        double charge = perSave * d;
        double a = (investment - charge) * (investment + charge);
        double b = difference * investment - charge * d;
        double c = difference * difference - d * d - e * e;
        double slant = d * (investment - perSave * difference);
        return (a, b, c, Math.Sqrt(Math.Max(0, slant * slant + e * e * a)));
    }

    private static (double Below, double Above) Distances(ProportionTally tally, double z) => (
        Proportion.WilsonBelow(tally.Successes, tally.Trials - tally.Successes, z),
        Proportion.WilsonBelow(tally.Trials - tally.Successes, tally.Successes, z));

    private static (double Each, double PerSave, double Unconditional) Amounts(KeptValue value, RetentionCost cost, long ranters) =>
        ((double)value.Amount!.Value, (double)cost.PerSave, (double)cost.Unconditional(ranters));

    private static (double, double) Ordered(double one, double other) => (Math.Min(one, other), Math.Max(one, other));

    private static Estimate Make(double? value, (double Lower, double Upper)? limits, double level, string method, long count, string unit) => new()
    {
        Value = value,
        Lower = value is null || limits is null ? null : Errors.RequireRepresentable(limits.Value.Lower, "the lower limit of the return"),
        Upper = value is null || limits is null ? null : Errors.RequireRepresentable(limits.Value.Upper, "the upper limit of the return"),
        Level = level,
        Method = method,
        Count = count,
        Unit = unit,
    };
}
