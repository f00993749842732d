using System.Collections.Immutable;
using CareMetrics.Statistics;

namespace CareMetrics.Roi;

/// <summary>A business case for audit: the return, what each line adds to it, and what may be counted twice.</summary>
/// <remarks>Equal when the return and all lines are, in order. The lines add up to the return exactly.</remarks>
public sealed record CaseSummary
{
    /// <summary>Benefits against costs.</summary>
    public required ReturnOnInvestment Return { get; init; }

    /// <summary>The benefits with their shares of all benefits.</summary>
    public ImmutableArray<LineAmount> Benefits { get; init => field = ValueList.OrEmpty(value); } = [];

    /// <summary>The costs with their shares of all costs.</summary>
    public ImmutableArray<LineAmount> Costs { get; init => field = ValueList.OrEmpty(value); } = [];

    /// <summary>Cautions: benefits of one basis, which may be the same money twice. They are not taken out.</summary>
    public ImmutableArray<DoubleCount> DoubleCounts { get; init => field = ValueList.OrEmpty(value); } = [];

    /// <inheritdoc/>
    public bool Equals(CaseSummary? other) => other is not null
        && Return == other.Return
        && ValueList.Same(Benefits, other.Benefits)
        && ValueList.Same(Costs, other.Costs)
        && ValueList.Same(DoubleCounts, other.DoubleCounts);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Return, ValueList.Hash(Benefits), ValueList.Hash(Costs), ValueList.Hash(DoubleCounts));

    /// <summary>The return and every caution.</summary>
    /// <returns>Invariant text, one line.</returns>
    public override string ToString() => string.Join("; ", DoubleCounts.Select(caution => caution.ToString()).Prepend(Return.ToString()));
}

/// <summary>A line of a business case as booked.</summary>
public sealed record LineAmount
{
    /// <summary>The line's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its amount over all its periods, exact.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Its share of all benefits, or of all costs, a fraction; <c>null</c> where they add up to 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Share { get; init => field = Errors.RequireFinite(value, nameof(Share)); }

    /// <summary>The line as a person reads it, such as <c>Churn 27,000.00 (64.3%)</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Name} {Money.Text(Amount, null)} ({Display.Quantity(Share, Units.Fraction, null, null)})";
}
