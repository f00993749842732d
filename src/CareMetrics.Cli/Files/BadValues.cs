namespace CareMetrics.Cli;

/// <summary>The values of one column that are not what they should be: how many of each kind, and where the first stand.</summary>
internal sealed class BadValues(string column, string things, string allowed, string? wayOut)
{
    private const int PlacesShown = 3;

    private readonly List<Kind> _kinds = [];

    internal bool Any => _kinds.Count > 0;

    private long Total => _kinds.Sum(kind => kind.Count);

    internal void Add(string kind, string file, long line, string found)
    {
        Kind? known = _kinds.Find(other => other.Name == kind);
        if (known is null)
        {
            known = new Kind(kind);
            _kinds.Add(known);
        }

        known.Count++;
        if (known.Places.Count < PlacesShown)
        {
            known.Places.Add(new Place(file, line, found));
        }
    }

    /// <summary>One line for all columns; null where nothing was bad.</summary>
    internal static InputException? Error(IReadOnlyList<string> files, params ReadOnlySpan<BadValues> columns)
    {
        var parts = new List<string>();
        foreach (BadValues column in columns)
        {
            if (column.Any)
            {
                parts.Add(column.Describe(files.Count > 1));
            }
        }

        return parts.Count == 0 ? null
            : new InputException((files.Count > 1 ? "" : $"{files[0]}: ") + string.Join("; ", parts));
    }

    private string Describe(bool isOneOfSeveral)
    {
        if (Total == 1)
        {
            Place place = _kinds[0].Places[0];
            string at = isOneOfSeveral ? $"{place.File}: " : "";
            return $"{at}line {place.Line}, column {Shown.Quoted(column)}: found {Shown.Quoted(place.Found)}; {allowed}";
        }

        IEnumerable<string> kinds = _kinds.Select(kind => $"{kind.Count} {kind.Name} ({kind.Where(isOneOfSeveral)})");
        return $"column {Shown.Quoted(column)}: {Total} values are not {things}: {string.Join(", ", kinds)}; {allowed}"
            + (wayOut is null ? "" : $" ({wayOut})");
    }

    private sealed class Kind(string name)
    {
        internal string Name => name;

        internal long Count { get; set; }

        internal List<Place> Places { get; } = [];

        internal string Where(bool isOneOfSeveral) =>
            string.Join(", ", Places.Select(place => $"{(isOneOfSeveral ? place.File + " " : "")}line {place.Line} {Shown.Quoted(place.Found)}"))
            + (Count > Places.Count ? ", …" : "");
    }

    private readonly record struct Place(string File, long Line, string Found);
}
