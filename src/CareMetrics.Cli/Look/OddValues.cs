namespace CareMetrics.Cli;

/// <summary>Finds what would be an error later, or a group of its own by mistake.</summary>
internal static class OddValues
{
    /// <summary>Words for no answer in the files of many tools.</summary>
    internal static readonly string[] NoAnswer = ["na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "--", "?", ".", "missing", "no answer", "not answered"];

    public static IEnumerable<Odd> In(ColumnRole role, ScaleGuess? scale)
    {
        ColumnProfile column = role.Column;
        if (column.Filled == 0)
        {
            yield break;
        }

        bool isOfNumbers = role.Role is Role.Score or Role.Satisfaction or Role.Effort or Role.Value or Role.Count || column.Share(ValueKind.Whole, ValueKind.Fraction) >= Roles.Nearly;
        bool isOfDates = role.Role == Role.Date || column.Share(ValueKind.Day, ValueKind.OtherDate, ValueKind.NoSuchDay) >= Roles.Nearly;
        foreach (Odd odd in isOfNumbers ? NotNumbers(role, scale) : isOfDates ? NotDates(column) : [])
        {
            yield return odd;
        }

        if (Of(column, "not valid in the file's encoding", value => value.Kind == ValueKind.Undecodable, ValueKind.Undecodable) is { } undecodable)
        {
            yield return undecodable;
        }

        if (!isOfNumbers && !isOfDates && column.IsListed)
        {
            foreach (Odd odd in Lookalikes(column))
            {
                yield return odd;
            }
        }

        if (role.Role is Role.Customer or Role.Date && column.Blank > 0)
        {
            yield return new Odd(column.Name, role.Role == Role.Customer ? "blank: a customer of its own each" : "blank: in no period", column.Blank, []) { First = column.FirstBlank };
        }
    }

    private static IEnumerable<Odd> NotNumbers(ColumnRole role, ScaleGuess? scale)
    {
        ColumnProfile column = role.Column;
        return new[]
        {
            Of(column, "not a number", IsNoNumber, ValueKind.Word, ValueKind.Day, ValueKind.NoSuchDay, ValueKind.OtherDate),
            role.Role is Role.Score or Role.Satisfaction or Role.Effort ? Of(column, "not a whole number", value => value.Kind == ValueKind.Fraction, ValueKind.Fraction) : null,
            scale is null ? null : Of(column, $"off the scale {scale}", value => value.Kind == ValueKind.Whole && (value.Number < scale.Minimum || value.Number > scale.Maximum)),
            role.Role == Role.Count ? Of(column, "below 0", value => value.Number < 0) : null,
        }.OfType<Odd>();

        static bool IsNoNumber(SeenValue value) => value.Kind is ValueKind.Word or ValueKind.Day or ValueKind.NoSuchDay or ValueKind.OtherDate;
    }

    private static IEnumerable<Odd> NotDates(ColumnProfile column)
    {
        bool isOfOthers = column.Count(ValueKind.OtherDate) > column.Count(ValueKind.Day);
        return new[]
        {
            Of(column, "in no calendar", value => value.Kind == ValueKind.NoSuchDay, ValueKind.NoSuchDay),
            Of(column, "not a date", value => value.Kind is ValueKind.Word or ValueKind.Whole or ValueKind.Fraction, ValueKind.Word, ValueKind.Whole, ValueKind.Fraction),
            isOfOthers ? Of(column, "an ISO 8601 date among others", value => value.Kind == ValueKind.Day, ValueKind.Day)
                : Of(column, "not an ISO 8601 date", value => value.Kind == ValueKind.OtherDate, ValueKind.OtherDate),
        }.OfType<Odd>();
    }

    /// <summary>Values that differ in capitals, spaces, "_" and "-" only would be groups of their own.</summary>
    private static IEnumerable<Odd> Lookalikes(ColumnProfile column) => column.Values
        .GroupBy(value => new string([.. value.Text.Where(letter => letter is not (' ' or '_' or '-'))]).ToUpperInvariant(), StringComparer.Ordinal)
        .Where(alike => alike.Count() > 1)
        .Select(alike => alike.OrderByDescending(value => value.Count).ToArray())
        .Select(alike => new Odd(column.Name, "alike but for capitals or spaces", alike.Sum(value => value.Count), alike) { First = (alike[^1].File, alike[^1].Line) });

    /// <param name="column">The column.</param>
    /// <param name="what">What is odd.</param>
    /// <param name="isOdd">Of the values that are listed.</param>
    /// <param name="kinds">Whose number is taken where not all values are listed; none where <paramref name="isOdd"/> alone can tell.</param>
    private static Odd? Of(ColumnProfile column, string what, Func<SeenValue, bool> isOdd, params ReadOnlySpan<ValueKind> kinds)
    {
        SeenValue[] values = [.. column.Values.Where(isOdd).OrderByDescending(value => value.Count).ThenBy(value => value.Line)];
        long count = kinds.IsEmpty ? values.Sum(value => value.Count) : column.Count(kinds);
        SeenValue? first = column.Values.FirstOrDefault(isOdd);
        return count == 0 ? null : new Odd(column.Name, what, count, values) { First = first is null ? null : (first.File, first.Line) };
    }
}
