namespace CareMetrics.Conversion;

/// <summary>What one customer said before and after. Both names must be written out, so that the two cannot be swapped by position.</summary>
/// <typeparam name="T">A <see cref="Mood"/>, an <see cref="Nps.NpsCategory"/>, or any number on a <see cref="MoodScale"/>.</typeparam>
/// <remarks>An immutable value; equal when both sides are. <c>default</c> is a customer of whom nothing is known.</remarks>
public readonly record struct BeforeAfter<T>
    where T : struct
{
    /// <summary>What was said before; <c>null</c> where nothing was.</summary>
    public required T? Before { get; init; }

    /// <summary>What was said after; <c>null</c> where the customer was never seen again.</summary>
    public required T? After { get; init; }

    /// <summary>Both sides, such as <c>3 → 9</c>; a dash stands for nothing said.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        static string Show(T? side) => side is IFormattable number and not Enum
            ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)
            : side?.ToString() ?? Statistics.Display.Absent;
        return $"{Show(Before)} → {Show(After)}";
    }
}
