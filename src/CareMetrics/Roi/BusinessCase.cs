using System.Collections.Immutable;

namespace CareMetrics.Roi;

/// <summary>What an investment brings and what it costs, line by line, in one currency.</summary>
/// <remarks>
/// The lines are the books: sums and net are exact. Present values, rates, intervals and simulations are <see cref="double"/>.
/// Immutable, safe to share between threads; two cases are equal when currency and all lines are, in order.
/// </remarks>
public sealed partial record BusinessCase
{
    /// <summary>The currency of every amount, such as <c>EUR</c>; <c>null</c> where it goes without saying.</summary>
    /// <exception cref="ArgumentException">A line is in another currency.</exception>
    public string? Currency
    {
        get;
        init
        {
            field = value is null ? null : Errors.RequireText(value, nameof(Currency));
            OneCurrency();
        }
    }

    /// <summary>The benefits.</summary>
    /// <exception cref="ArgumentException">A line is <c>null</c> or in another currency.</exception>
    public ImmutableArray<BenefitLine> Benefits
    {
        get;
        init
        {
            field = Errors.RequireLines(ValueList.OrEmpty(value), nameof(Benefits));
            OneCurrency();
        }
    } = [];

    /// <summary>The costs.</summary>
    /// <exception cref="ArgumentException">A line is <c>null</c> or in another currency.</exception>
    public ImmutableArray<CostLine> Costs
    {
        get;
        init
        {
            field = Errors.RequireLines(ValueList.OrEmpty(value), nameof(Costs));
            OneCurrency();
        }
    } = [];

    /// <inheritdoc/>
    public bool Equals(BusinessCase? other) => other is not null
        && Currency == other.Currency
        && ValueList.Same(Benefits, other.Benefits)
        && ValueList.Same(Costs, other.Costs);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Currency, ValueList.Hash(Benefits), ValueList.Hash(Costs));

    /// <summary>The case as a person reads it, such as <c>3 benefit and 2 cost lines in EUR</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Benefits.Length} benefit and {Costs.Length} cost lines{(Currency is null ? "" : $" in {Currency}")}";

    // Runs at each part as it is set, on the parts that are there: whichever comes last sees them all.
    private void OneCurrency()
    {
        string[] found = [.. Currencies()];
        if (found.Length > 1)
        {
            throw Errors.TwoCurrencies(found[0], found[1]);
        }
    }

    private IEnumerable<string> Currencies() =>
        Benefits.Select(line => line.Currency).Concat(Costs.Select(line => line.Currency)).Prepend(Currency).OfType<string>().Distinct(StringComparer.Ordinal);

    private void RequireAnyLine()
    {
        if (Benefits.IsEmpty && Costs.IsEmpty)
        {
            throw Errors.NoLines();
        }
    }
}
