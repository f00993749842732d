
namespace CareMetrics.Cli;

/// <summary>The columns of one file of long rows, found by their usual names.</summary>
internal sealed class MetricColumns
{
    private static readonly (string Name, string[] Usual, bool IsNeeded)[] Known =
    [
        ("metric", ["metric", "measure", "name"], true),
        ("period", ["period", "date", "day", "week", "month", "quarter"], true),
        ("kind", ["kind", "type"], true),
        ("value", ["value", "score"], false),
        ("numerator", ["numerator", "successes"], false),
        ("denominator", ["denominator", "trials"], false),
        ("count", ["count", "n", "events"], false),
        ("exposure", ["exposure"], false),
        ("direction", ["direction", "better"], false),
        ("primary", ["primary"], false),
        ("margin", ["margin"], false),
        ("target", ["target"], false),
        ("unit", ["unit"], false),
    ];

    private readonly TableFile _file;
    private readonly Dictionary<string, int> _at;

    public MetricColumns(TableFile file)
    {
        _file = file;
        var finder = new ColumnFinder(file.Name, file.Columns);
        _at = Known
            .Select(column => (column.Name, At: column.IsNeeded ? finder.Require(null, column.Usual, column.Name, null) : finder.FindUsual(column.Usual, column.Name)))
            .Where(column => column.At is not null)
            .ToDictionary(column => column.Name, column => column.At!.Value, StringComparer.Ordinal);
    }

    public static IReadOnlyList<(string Term, string Text)> Help { get; } =
    [
        ("metric, period, kind", "in every row; period is a day, week (2026-W07), month (2026-03), quarter, half or year"),
        .. MetricKind.All.Select(kind => (kind.Name, kind.Columns)),
        ("direction", "higher, lower or neither, in one row of the metric or in all"),
        ("primary", "yes for the one metric that is judged by its own p-value"),
        ("margin, target, unit", "the change too small to matter; what the period should reach; such as EUR"),
        ("", "Capitals, spaces, _ and - make no difference. Numbers have a point and no separators of thousands."),
    ];

    /// <summary>The text of a field of the row; empty where there is no such column.</summary>
    public string Text(string column) => _at.TryGetValue(column, out int at) ? _file.Text(at) : "";

    public InputException Bad(string column, string found, string allowed)
    {
        string name = _at.TryGetValue(column, out int at) ? _file.Columns[at] : column;
        return found.Length == 0
            ? new InputException($"{_file.Name}: line {_file.Line}: {(at == 0 && !_at.ContainsKey(column) ? "no column" : "a blank in column")} {Shown.Quoted(name)}; {allowed}")
            : new InputException($"{_file.Name}: line {_file.Line}, column {Shown.Quoted(name)}: found {Shown.Quoted(found)}; {allowed}");
    }
}
