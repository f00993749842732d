using CareMetrics.Conversion;
using CareMetrics.Roi;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>What it is worth to turn ranters into ravers, against what it costs.</summary>
/// <remarks>
/// ROI = (V·k − I)/I for k customers kept at V each and an investment of I. With a control group k is n·(p − p of the control group), and
/// the result is an <see cref="IncrementalRetentionRoi"/>; without one it is a <see cref="RetentionRoi"/>, which claims nothing.
/// </remarks>
public static class RetentionValue
{
    /// <summary>The return of ranters turned ravers without a control group, from counts.</summary>
    /// <param name="value">What one kept customer is worth.</param>
    /// <param name="converted">Ranters turned ravers of the ranters in care.</param>
    /// <param name="cost">What it costs.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The return, not attributable; its interval holds the Wilson limits of the rate, put in place of the rate.</returns>
    /// <remarks>
    /// With n ranters, a rate of p, fixed and contact costs F and s conceded to each saved: ROI = V·n·p/(F + s·n·p) − 1, which rises with p, and
    /// net = n·p·(V − s) − F. Break-even at F/(V − s) conversions.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is outside its range, or <paramref name="value"/> has no amount.</exception>
    /// <exception cref="OverflowException">An amount is too large.</exception>
    public static RetentionRoi Roi(KeptValue value, ProportionTally converted, RetentionCost cost, double level = 0.95)
    {
        Require(value, cost, own: false);
        Errors.RequireLevel(level);
        return Naive(value, converted, null, cost, level);
    }

    /// <summary>The return of ranters turned ravers without a control group, from conversion rates.</summary>
    /// <param name="value">What one kept customer is worth.</param>
    /// <param name="conversion">The rates; all ranters count, the unseen as not turned, at the level of the rates.</param>
    /// <param name="cost">What it costs.</param>
    /// <inheritdoc cref="Roi(KeptValue, ProportionTally, RetentionCost, double)"/>
    public static RetentionRoi Roi(KeptValue value, ConversionRates conversion, RetentionCost cost)
    {
        Errors.Require(conversion, nameof(conversion));
        return Roi(value, conversion.Tally.Converted(RanterBase.All), cost, conversion.OfAll.Level);
    }

    /// <summary>The return of ranters turned ravers without a control group, where each customer has a value of their own.</summary>
    /// <param name="value">What the values are: margin or revenue, and over what time; without an amount.</param>
    /// <param name="converted">The ranters in care, with the values of those who turned.</param>
    /// <param name="cost">What it costs.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The return, not attributable.</returns>
    /// <remarks>
    /// The value kept is Σv over those who turned. Linearised, net and return vary as a sum of y − τ over the ranters does, where y − τ is a
    /// customer's value less the charge for a save, 0 of who did not turn: τ = s for the net, (1 + ROI)·s for the return. Student's t, n − 1.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is outside its range, or <paramref name="value"/> has an amount.</exception>
    /// <exception cref="OverflowException">An amount is too large.</exception>
    public static RetentionRoi Roi(KeptValue value, KeptValueTally converted, RetentionCost cost, double level = 0.95)
    {
        Require(value, cost, own: true);
        Errors.RequireLevel(level);
        return Naive(value, converted.Converted, converted, cost, level);
    }

    /// <summary>The return beyond that of a control group.</summary>
    /// <param name="value">What one kept customer is worth.</param>
    /// <param name="conversion">The conversion beyond that of the control group; its level is that of the result.</param>
    /// <param name="cost">What the treatment costs; the control group costs nothing.</param>
    /// <returns>The incremental return; its interval holds the limits of the difference, put in place of the difference.</returns>
    /// <remarks>
    /// k = n·(p − q) with the rate q of the control group; Newcombe's limits of p − q mapped through. A concession s goes to everybody saved,
    /// who would have stayed anyway too: ROI = V·n·(p − q)/(F + s·n·p) − 1 is then no function of p − q alone, and its limits are the ρ at which the
    /// limits of (V − (1 + ρ)s)·p − V·q − (1 + ρ)F/n, recovered from the Wilson limits of p and q, reach 0 (Zou and Donner 2008;
    /// Donner and Zou 2012). With s = 0 that is Newcombe's interval again.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is outside its range, or <paramref name="value"/> has no amount.</exception>
    /// <exception cref="OverflowException">An amount is too large.</exception>
    public static IncrementalRetentionRoi Roi(KeptValue value, ExtraConversion conversion, RetentionCost cost)
    {
        Require(value, cost, own: false);
        Errors.Require(conversion, nameof(conversion));
        return Incremental(conversion, Naive(value, conversion.Treated, null, cost, conversion.Extra.Level), null);
    }

    /// <summary>The return beyond that of a control group, where each customer has a value of their own.</summary>
    /// <param name="value">What the values are: margin or revenue, and over what time; without an amount.</param>
    /// <param name="control">The ranters without the treatment, with the values of those who turned.</param>
    /// <param name="treated">The ranters with it.</param>
    /// <param name="cost">What the treatment costs; the control group costs nothing.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The incremental return.</returns>
    /// <remarks>The value kept is Σv of the treated − n/m·Σv of the m in the control group; the error is linearised, degrees of freedom by Satterthwaite.</remarks>
    /// <exception cref="ArgumentException">An argument is outside its range, or <paramref name="value"/> has an amount.</exception>
    /// <exception cref="OverflowException">An amount is too large.</exception>
    public static IncrementalRetentionRoi Roi(
        KeptValue value, KeptValueTally control, KeptValueTally treated, RetentionCost cost, double level = 0.95)
    {
        Require(value, cost, own: true);
        ExtraConversion extra = RanterToRaver.Against(control.Converted, treated.Converted, level);
        return Incremental(extra, Naive(value, treated.Converted, treated, cost, level), control);
    }

    private static RetentionRoi Naive(KeptValue value, ProportionTally converted, KeptValueTally? own, RetentionCost cost, double level)
    {
        (long x, long n) = (converted.Successes, converted.Trials);
        decimal kept = own?.Total ?? Money.Product("the value of all kept customers", value.Amount ?? 0, x);
        ReturnOnInvestment? books = n == 0 ? null : new(kept, cost.Investment(n, x), value.Currency);
        double? each = own is { } values ? values.Mean : (double?)value.Amount;
        double? needed = BreakEven((double)cost.Unconditional(n), each, cost);
        (Estimate roi, Estimate net) = books is null
            ? RetentionLimits.None(n, level)
            : own is { } tally
                ? RetentionLimits.Own(books, tally, null, cost, level)
                : RetentionLimits.Wilson(books, value, converted, cost, level);
        return new RetentionRoi
        {
            Value = value,
            Cost = cost,
            Converted = converted,
            Own = own,
            Return = books,
            NaiveRoi = roi,
            NaiveNet = net,
            BreakEvenConversions = n == 0 ? null : needed,
            BreakEvenRate = n == 0 ? null : needed / n,
            CostPerSave = x == 0 || books is null ? null : (double)books.Invested / x,
        };
    }

    private static IncrementalRetentionRoi Incremental(ExtraConversion extra, RetentionRoi naive, KeptValueTally? control)
    {
        (ProportionTally treated, ProportionTally untreated) = (extra.Treated, extra.Control);
        (long n, long m, double level) = (treated.Trials, untreated.Trials, extra.Extra.Level);
        bool none = n == 0 || m == 0;
        ReturnOnInvestment? books = none ? null : new(Kept(naive, untreated, control), naive.Return!.Invested, naive.Value.Currency);
        (Estimate roi, Estimate net) = books is null
            ? RetentionLimits.None(extra.Extra.Count, level)
            : naive.Own is { } own
                ? RetentionLimits.Own(books, own, control, naive.Cost, level)
                : RetentionLimits.Difference(books, naive, extra);
        double? conversions = n * extra.Extra.Value;
        double anyway = n * ((double)untreated.Successes / m);
        double? each = naive.Own is { } mine ? mine.Mean : (double?)naive.Value.Amount;
        // Who would have turned anyway takes the charge for a save too, and with values of their own may be worth more or less than the treated.
        // Not what is needed in all less what comes anyway: beside many ravers a small cost would be lost in rounding.
        double anywayMore = control is { } values && each is { } worth ? n * ((double)values.Total / m) - anyway * worth : 0;
        double? needed = none
            ? null
            : BreakEven((double)naive.Cost.Unconditional(n) + (double)naive.Cost.PerSave * anyway + anywayMore, each, naive.Cost);
        return new IncrementalRetentionRoi
        {
            Extra = extra,
            Naive = naive,
            OwnControl = control,
            Return = books,
            IncrementalRoi = roi,
            IncrementalNet = net,
            ExtraConversions = extra.Extra with
            {
                Value = conversions,
                Lower = n * extra.Extra.Lower,
                Upper = n * extra.Extra.Upper,
                Unit = "customers",
            },
            BreakEvenConversions = needed,
            BreakEvenRate = needed / n,
            CostPerExtraSave = conversions > 0 ? (double)books!.Invested / conversions : null,
            AttributableFraction = none || treated.Successes == 0 ? null : extra.Extra.Value / ((double)treated.Successes / n),
        };
    }

    // V·(x − n·y/m) or Σ − n/m·Σ: a quotient is taken once, of the part that is not whole.
    private static decimal Kept(RetentionRoi naive, ProportionTally control, KeptValueTally? own)
    {
        const string what = "the value beyond that of the control group";
        (long n, long m) = (naive.Converted.Trials, control.Trials);
        if (own is { } values)
        {
            return Money.Sum(what, naive.Return!.Returned, -Money.Product(what, values.Total, n) / m);
        }

        Int128 numerator = ((Int128)naive.Converted.Successes * m) - ((Int128)n * control.Successes);
        decimal each = naive.Value.Amount!.Value;
        return Money.Sum(
            what, Money.Product(what, each, (decimal)(numerator / m)), Money.Product(what, each, (decimal)(numerator % m)) / m);
    }

    private static double? BreakEven(double needed, double? each, RetentionCost cost) =>
        each - (double)cost.PerSave is { } left and > 0 ? needed / left : null;

    private static void Require(KeptValue value, RetentionCost cost, bool own)
    {
        Errors.Require(value, nameof(value));
        Errors.Require(cost, nameof(cost));
        if (own != value.Amount is null)
        {
            throw Errors.ValueOfEach(value, own, nameof(value));
        }

        if (value.StandardDeviation > 0 && !(value.Amount > 0))
        {
            throw Errors.SpreadOfNothing(value, nameof(value));
        }
    }
}
