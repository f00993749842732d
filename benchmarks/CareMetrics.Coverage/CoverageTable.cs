namespace CareMetrics.Coverage;

/// <summary>One table of the page: rows of cases, a column for each method, the default first.</summary>
internal sealed record CoverageTable
{
    internal required string Heading { get; init; }

    /// <summary>How it was found, and what it shows.</summary>
    internal required string Text { get; init; }

    /// <summary>The names of the columns that say which case a row is.</summary>
    internal required string[] Cases { get; init; }

    internal required string[] Methods { get; init; }

    /// <summary>What the page's first table takes from here: a default by its column, and the measures that rest on it.</summary>
    internal (int Column, string Name, string UsedBy)[] Defaults { get; init; } = [];

    /// <summary>Simulated, so that another number of draws gives other digits.</summary>
    internal bool IsSimulated { get; init; }

    internal required IReadOnlyList<(string[] Case, Share[] Cells)> Rows { get; init; }

    internal Section Section => new(string.Concat(Lines().Select(line => line + "\n")), IsSimulated);

    /// <summary>A column over all rows that have an answer.</summary>
    internal Share Overall(int column)
    {
        Share[] cells = [.. Rows.Select(row => row.Cells[column]).Where(cell => !double.IsNaN(cell.Mean))];
        return new(cells.Average(cell => cell.Mean), cells.Min(cell => cell.Worst ?? cell.Mean));
    }

    private IEnumerable<string> Lines()
    {
        yield return $"## {Heading}";
        yield return "";
        yield return Text;
        yield return "";
        yield return Line([.. Cases, .. Methods]);
        yield return $"|{string.Concat(Cases.Select((_, i) => IsNumber(Rows[0].Case[i]) ? "--:|" : "---|"))}{string.Concat(Enumerable.Repeat(IsSimulated ? "--:|" : "---|", Methods.Length))}";
        foreach ((string[] name, Share[] cells) in Rows)
        {
            yield return Line([.. name, .. cells.Select(cell => cell.ToString())]);
        }
    }

    private static bool IsNumber(string name) => name[0] is '.' or (>= '0' and <= '9');

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |";
}
