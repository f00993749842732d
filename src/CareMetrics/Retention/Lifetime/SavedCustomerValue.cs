using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>What it is worth that a ranter became a raver: a difference of lifetime values, not the whole of one.</summary>
public sealed record SavedCustomerValue
{
    /// <summary>The lifetime value as a ranter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double Ranter { get; init => field = Errors.RequireNumber(value, nameof(Ranter)); }

    /// <summary>The lifetime value as a raver.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double Raver { get; init => field = Errors.RequireNumber(value, nameof(Raver)); }

    /// <summary>Raver minus ranter, without referrals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double Uplift { get; init => field = Errors.RequireNumber(value, nameof(Uplift)); }

    /// <summary>What the customers are worth that a raver brings and a ranter does not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double ReferralUplift { get; init => field = Errors.RequireNumber(value, nameof(ReferralUplift)); }

    /// <summary>What one save is worth: <see cref="Uplift"/> and <see cref="ReferralUplift"/> together.</summary>
    public double Total => Uplift + ReferralUplift;

    /// <summary>By how much a save is overstated where the whole lifetime value of the raver is claimed: raver over uplift; <c>null</c> where there is no uplift.</summary>
    public double? Overstatement => Raver / Uplift is var ratio && double.IsFinite(ratio) ? ratio : null;

    /// <summary>The value as a person reads it, such as <c>a save is worth 220.00: 340.00 as a raver less 120.00 as a ranter</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        static string Show(double amount) => Display.Number(amount, 2, null);
        return $"a save is worth {Show(Total)}: {Show(Raver)} as a raver less {Show(Ranter)} as a ranter"
            + (ReferralUplift == 0 ? "" : $", and {Show(ReferralUplift)} of referrals");
    }
}
