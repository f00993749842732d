using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Roi;

/// <summary>What came back for what was put in: the classic return on investment, (return − investment) / investment.</summary>
/// <remarks>
/// The amounts are bookkeeping, exact; the ratio is a <see cref="double"/>. Immutable; two are equal when returned, invested
/// and currency are.
/// </remarks>
public sealed record ReturnOnInvestment
{
    /// <summary>Makes a return on investment of two amounts.</summary>
    /// <param name="returned">What came back, of any sign.</param>
    /// <param name="invested">What was put in, 0 or more.</param>
    /// <param name="currency">The currency of both, such as <c>EUR</c>; <c>null</c> where it goes without saying.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="invested"/> is negative.</exception>
    /// <exception cref="OverflowException">An amount is too large to keep its cents.</exception>
    [JsonConstructor]
    public ReturnOnInvestment(decimal returned, decimal invested, string? currency = null)
    {
        Errors.RequireNotNegative(invested, nameof(invested));
        (Returned, Invested, Currency) = (returned, invested, currency);
        Net = Money.Sum("returned minus invested", returned, -invested);
    }

    /// <summary>What came back.</summary>
    public decimal Returned { get; }

    /// <summary>What was put in, 0 or more.</summary>
    public decimal Invested { get; }

    /// <summary>The currency of the amounts, or <c>null</c>.</summary>
    public string? Currency { get; }

    /// <summary>Returned minus invested, exact.</summary>
    public decimal Net { get; }

    /// <summary>Net over invested, a fraction: 0.5 is a return of 50% on top of the investment; <c>null</c> where nothing was invested.</summary>
    public double? Ratio => Invested == 0 ? null : (double)Net / (double)Invested;

    /// <summary>The interval of the ratio where return and investment are estimates.</summary>
    /// <param name="returned">The estimated return, a finite number.</param>
    /// <param name="returnedError">Its standard error, 0 or more.</param>
    /// <param name="invested">The estimated investment, 0 or more.</param>
    /// <param name="investedError">Its standard error, 0 or more; above 0 where the estimate is 0.</param>
    /// <param name="correlation">The correlation of the two estimates, −1 to 1.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The ratio with Fieller's set of ratios: an interval, all but an interval, or the whole line.</returns>
    /// <remarks><see cref="Statistics.Ratio.Fieller"/> of return over investment, less 1.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">The investment is 0 without error.</exception>
    public static RatioInterval Interval(
        double returned, double returnedError, double invested, double investedError, double correlation = 0, double level = 0.95)
    {
        Errors.RequireNumber(returned, nameof(returned));
        Errors.RequireStandardError(returnedError, nameof(returnedError));
        Errors.RequireNumber(invested, nameof(invested));
        Errors.RequireStandardError(investedError, nameof(investedError));
        Errors.RequireNotNegative(invested, nameof(invested));
        if (invested == 0 && investedError == 0)
        {
            throw Errors.NoRatio(nameof(invested));
        }

        return Statistics.Ratio.Fieller(returned, returnedError, invested, investedError, correlation, level).ShiftedBy(-1, Units.Fraction);
    }

    /// <summary>The return as a person reads it, such as <c>ROI 50% (net 50,000.00 on 100,000.00)</c>.</summary>
    /// <returns>Invariant text; where nothing was invested, a dash stands for the ratio.</returns>
    public override string ToString()
    {
        double? percent = 100 * Ratio;
        bool whole = percent is null || Math.Round(percent.Value, 1, MidpointRounding.AwayFromZero) % 1 == 0;
        string ratio = Display.Number(percent, whole ? 0 : 1, null) + (percent is null ? "" : "%");
        return $"ROI {ratio} (net {Money.Text(Net, Currency)} on {Money.Text(Invested, Currency)})";
    }
}
