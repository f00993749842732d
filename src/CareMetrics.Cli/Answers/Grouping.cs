namespace CareMetrics.Cli;

/// <summary>The groups that some columns make: numbers each combination of values from 0, and names it.</summary>
internal sealed class Grouping
{
    /// <summary>Between values, in none of them: a control code.</summary>
    internal const char Apart = '\u001F';

    private const string Blank = "(blank)";

    private readonly Part[] _parts;
    private readonly Dictionary<(int Before, int Value), int>[] _pairs;
    private readonly List<string> _names = [];
    private readonly List<string> _keys = [];

    internal Grouping(IReadOnlyList<string> by)
    {
        By = by;
        _parts = [.. by.Select(_ => new Part())];
        _pairs = [.. by.Skip(1).Select(_ => new Dictionary<(int, int), int>())];
    }

    internal IReadOnlyList<string> By { get; }

    /// <summary>The group of the row read last.</summary>
    internal int Current { get; private set; }

    internal string Name(int group) => _names[group];

    /// <summary>The values that make a group, <see cref="Apart"/>.</summary>
    internal string Key(int group) => _keys[group];

    internal void Locate(ColumnFinder columns)
    {
        for (int i = 0; i < _parts.Length; i++)
        {
            _parts[i].Column = columns.Require(By[i]);
        }
    }

    internal void Read(TableFile row)
    {
        int group = _parts[0].Read(row);
        for (int i = 1; i < _parts.Length; i++)
        {
            (int, int) pair = (group, _parts[i].Read(row));
            Dictionary<(int, int), int> pairs = _pairs[i - 1];
            if (!pairs.TryGetValue(pair, out group))
            {
                group = pairs.Count;
                pairs.Add(pair, group);
            }
        }

        if (group == _names.Count)
        {
            AddName(row);
        }

        Current = group;
    }

    /// <summary>As <see cref="Read"/>, where a blank is an error.</summary>
    internal void ReadWhole(TableFile row)
    {
        foreach (Part part in _parts)
        {
            if (row.Field(part.Column).IsEmpty)
            {
                throw InputErrors.BlankGroup(row.Name, row.Line, row.Columns[part.Column]);
            }
        }

        Read(row);
    }

    // Apart from Read, which would pay for the closure with every row.
    private void AddName(TableFile row)
    {
        string[] values = [.. _parts.Select(part => part.Text(row))];
        _keys.Add(string.Join(Apart, values));
        _names.Add(string.Join(" / ", values));
    }

    private sealed class Part
    {
        private readonly Interner _values = new();

        internal int Column { get; set; }

        internal int Read(TableFile row)
        {
            ReadOnlySpan<byte> value = row.Field(Column);
            if (!_values.TryGet(value, out int id))
            {
                _ = row.Text(Column);
                id = _values.Add(value);
            }

            return id;
        }

        internal string Text(TableFile row) => row.Text(Column) is { Length: > 0 } text ? text : Blank;
    }
}
