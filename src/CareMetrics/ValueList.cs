using System.Collections.Immutable;

namespace CareMetrics;

/// <summary>Equality by items, which an <see cref="ImmutableArray{T}"/> inside a record does not have of itself.</summary>
internal static class ValueList
{
    internal static bool Same<T>(ImmutableArray<T> left, ImmutableArray<T> right) => left.AsSpan().SequenceEqual(right.AsSpan());

    internal static int Hash<T>(ImmutableArray<T> items)
    {
        var hash = new HashCode();
        foreach (T item in items.AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>The default array is no list at all; records hold an empty one instead.</summary>
    internal static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
