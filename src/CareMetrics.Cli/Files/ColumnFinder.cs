namespace CareMetrics.Cli;

/// <summary>Finds the columns of one file by given or usual names; what it cannot decide is an error that names the option to decide it.</summary>
internal sealed class ColumnFinder(string file, IReadOnlyList<string> columns)
{
    /// <summary>The index of a column by its name: exactly, or else but for case, spaces, "_" and "-".</summary>
    internal int Require(string name) => Find(name) ?? throw InputErrors.NoColumn(file, name, columns);

    /// <summary>The same, named by an option that the message names.</summary>
    internal int RequireFor(string option, string name) => Find(name) ?? throw InputErrors.NoColumn(file, name, columns, option);

    internal int? Find(string name)
    {
        string trimmed = name.Trim();
        int[] exact = Where(column => string.Equals(column, trimmed, StringComparison.Ordinal));
        if (exact.Length > 0)
        {
            return Only(exact, trimmed);
        }

        int[] loose = Where(column => UsualNames.Same(column, trimmed));
        string[] names = Distinct(loose);
        return loose.Length == 0 ? null
            : names.Length == 1 ? Only(loose, names[0])
            : throw InputErrors.AmbiguousName(file, trimmed, names);
    }

    /// <summary>The index of the one column with a usual name, or null where there is none.</summary>
    internal int? FindUsual(IReadOnlyList<string> usual, string what, string? option = null)
    {
        int[] candidates = Where(column => usual.Any(name => UsualNames.Same(column, name)));
        string[] names = Distinct(candidates);
        return candidates.Length == 0 ? null
            : names.Length == 1 ? Only(candidates, names[0])
            : throw InputErrors.Ambiguous(file, what, names, option);
    }

    /// <summary>The index of a column by its given name, or else by its usual names.</summary>
    internal int? Find(string? given, IReadOnlyList<string> usual, string what, string? option) =>
        given is null ? FindUsual(usual, what, option) : Require(given);

    /// <inheritdoc cref="Find(string?, IReadOnlyList{string}, string, string?)"/>
    internal int Require(string? given, IReadOnlyList<string> usual, string what, string? option, string? neededFor = null) =>
        Find(given, usual, what, option) ?? throw InputErrors.NotFound(file, what, option, columns, neededFor);

    private int Only(int[] found, string name) => found.Length == 1 ? found[0] : throw InputErrors.Repeated(file, name, found.Length);

    private int[] Where(Func<string, bool> condition) =>
        [.. Enumerable.Range(0, columns.Count).Where(index => columns[index].Length > 0 && condition(columns[index]))];

    private string[] Distinct(int[] indices) => [.. indices.Select(index => columns[index]).Distinct(StringComparer.Ordinal)];
}
