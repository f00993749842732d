using System.Globalization;

namespace CareMetrics.Tests.Accuracy;

/// <summary>What a test compares with reference tables while it runs on this thread: which column, how far off, how far was allowed.</summary>
internal sealed class Comparisons : IDisposable
{
    [ThreadStatic]
    private static Comparisons? current;

    private readonly Dictionary<string, List<(string Place, string Column, string Text)>> _read = new(StringComparer.Ordinal);
    private readonly List<Held> _made = [];

    private string _last = "";

    private Comparisons()
    {
    }

    /// <summary>The comparisons with a cell of a table, in the order in which they were made.</summary>
    internal IReadOnlyList<Held> Made => _made;

    /// <summary>The tables of which a row was read.</summary>
    internal IEnumerable<string> Tables => _read.Keys.Select(TableOf).Distinct();

    internal static Comparisons Recording() => current = new();

    /// <summary>A cell was read.</summary>
    internal static void Read(string place, string column, string text)
    {
        if (current is { } open)
        {
            if (!open._read.TryGetValue(place, out List<(string Place, string Column, string Text)>? cells))
            {
                open._read.Add(place, cells = []);
            }

            open._last = place;
            cells.Add((place, column, text));
        }
    }

    /// <summary>Two numbers were compared.</summary>
    /// <param name="context">What may begin with the place of a row; else the row last read is meant, if the number is of one of its cells.</param>
    /// <param name="expected">The number of the table, or what was made of it.</param>
    /// <param name="written">The expected number as it is written in the test, where the column may be named.</param>
    /// <param name="allowance">How far off was allowed.</param>
    /// <param name="error">How far off it was.</param>
    internal static void Compared(object? context, double expected, string written, Allowance allowance, double error)
    {
        if (current is not { } open)
        {
            return;
        }

        bool named = open._read.TryGetValue(context?.ToString()?.Split(' ')[0] ?? "", out List<(string Place, string Column, string Text)>? cells);
        if (named || open._read.TryGetValue(open._last, out cells))
        {
            int cell = cells!.FindLastIndex(read => written.Contains($"\"{read.Column}\"", StringComparison.Ordinal));
            cell = cell >= 0 ? cell : cells.FindLastIndex(read => Holds(read.Text, expected));
            if (cell >= 0 || named)
            {
                string method = cells.Find(read => read.Column == "method").Text ?? "";
                open._made.Add(new(TableOf(cells[0].Place), method, cells[cell < 0 ? cells.Count - 1 : cell].Column, allowance, error));
            }
        }
    }

    public void Dispose() => current = null;

    // A cell may be compared with its sign changed, or as points where the table has fractions.
    private static bool Holds(string text, double expected) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && (Math.Abs(value) == Math.Abs(expected) || Math.Abs(100 * value) == Math.Abs(expected));

    private static string TableOf(string place) => place[..place.LastIndexOf(':')];
}

/// <summary>How far off a number may be, and by what the distance is measured.</summary>
internal readonly record struct Allowance(double Tolerance, string Of);

/// <summary>One number held against one cell; the method is that of the row, where the table has several.</summary>
internal readonly record struct Held(string Table, string Method, string Column, Allowance Allowance, double Error);
