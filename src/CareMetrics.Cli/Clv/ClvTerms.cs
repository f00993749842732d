using CareMetrics.Retention;

namespace CareMetrics.Cli;

/// <summary>A customer at constant retention as the arguments tell it, and the ranter they may have been.</summary>
internal sealed record ClvTerms
{
    public required CustomerTerms Raver { get; init; }

    /// <summary>Null where no save is asked for.</summary>
    public CustomerTerms? Ranter { get; init; }

    public required IReadOnlyList<MarginTiming> Timings { get; init; }

    public double Referrals { get; init; }

    public double RanterReferrals { get; init; }

    public double ReferralValue { get; init; }

    public string? Currency { get; init; }

    /// <summary>The lifetime value by each timing, and the save where one is asked for.</summary>
    /// <exception cref="UsageException">The terms have no lifetime value.</exception>
    public IReadOnlyList<ClvValue> Values()
    {
        try
        {
            return [.. Timings.Select(timing => new ClvValue
            {
                Timing = timing,
                Raver = LifetimeValue.Of(Raver with { Timing = timing }),
                Save = Ranter is null ? null
                    : LifetimeValue.OfSave(Ranter with { Timing = timing }, Raver with { Timing = timing }, RanterReferrals, Referrals, ReferralValue),
            })];
        }
        catch (ArgumentException problem)
        {
            throw new UsageException("clv: " + OptionText.Problem(problem)
                .Replace("name it, such as PeriodKind.Month,", "name it with --period, such as --period month,", StringComparison.Ordinal)
                .Replace("name a Horizon", "name a --horizon", StringComparison.Ordinal));
        }
        catch (OverflowException problem)
        {
            throw new UsageException("clv: " + problem.Message);
        }
    }
}

/// <summary>What a customer is worth where the margins fall at one timing.</summary>
internal sealed record ClvValue
{
    public required MarginTiming Timing { get; init; }

    public required double Raver { get; init; }

    public SavedCustomerValue? Save { get; init; }
}
