using System.Collections.Immutable;

namespace CareMetrics.Roi;

/// <summary>A caution: several benefits claim money of one basis, and may claim the same money.</summary>
/// <remarks>Equal when basis and lines are.</remarks>
public sealed record DoubleCount
{
    /// <summary>Whose money it is.</summary>
    public required string Basis { get; init; }

    /// <summary>The names of the lines.</summary>
    public required ImmutableArray<string> Lines { get; init => field = ValueList.OrEmpty(value); }

    /// <inheritdoc/>
    public bool Equals(DoubleCount? other) => other is not null && Basis == other.Basis && ValueList.Same(Lines, other.Lines);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Basis, ValueList.Hash(Lines));

    /// <summary>The caution in one line.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{string.Join(", ", Lines)} rest on one basis, {Basis}: they may count the same money twice";
}
