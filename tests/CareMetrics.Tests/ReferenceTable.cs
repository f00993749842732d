using System.Globalization;
using System.Text;
using CareMetrics.Tests.Accuracy;

namespace CareMetrics.Tests;

/// <summary>A CSV under tests/reference: values computed outside the library.</summary>
/// <remarks>A header line, then rows; a quoted field may hold commas, line ends and doubled quotes, such as JSON.</remarks>
internal sealed class ReferenceTable : List<ReferenceRow>
{
    private ReferenceTable(int capacity)
        : base(capacity)
    {
    }

    /// <summary>Reads a table by its path below the reference folder: <c>"statistics/distributions.csv"</c>.</summary>
    internal static ReferenceTable Read(string path) =>
        Parse(path, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reference", path)));

    internal static ReferenceTable Parse(string name, string text)
    {
        List<(int Line, string[] Fields)> records = Records(name, text);
        if (records.Count == 0)
        {
            throw new InvalidDataException($"{name} has no header line");
        }

        string[] header = records[0].Fields;
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < header.Length; i++)
        {
            columns.Add(header[i], i);
        }

        var table = new ReferenceTable(records.Count - 1);
        foreach ((int line, string[] fields) in records.Skip(1))
        {
            if (fields.Length != header.Length)
            {
                throw new InvalidDataException($"{name}:{line} has {fields.Length} fields; its header has {header.Length}");
            }

            table.Add(new ReferenceRow($"{name}:{line}", columns, fields));
        }

        return table;
    }

    private static List<(int Line, string[] Fields)> Records(string name, string text)
    {
        var records = new List<(int Line, string[] Fields)>();
        var fields = new List<string>();
        var field = new StringBuilder();
        int line = 1;
        int start = 1;
        bool quoted = false;
        int first = text.StartsWith('\uFEFF') ? 1 : 0;
        for (int i = first; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : '\n';
            if (quoted && i == text.Length)
            {
                throw new InvalidDataException($"{name}:{start} has a quote that never closes");
            }

            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || c is not (',' or '\r' or '\n'))
            {
                field.Append(c);
            }
            else if (c == ',')
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (c == '\n' && (field.Length > 0 || fields.Count > 0))
            {
                fields.Add(field.ToString());
                field.Clear();
                records.Add((start, [.. fields]));
                fields.Clear();
            }

            if (c == '\n')
            {
                line++;
                start = quoted ? start : line;
            }
        }

        return records;
    }
}

/// <summary>One row of a <see cref="ReferenceTable"/>; its text is where it stands, such as <c>statistics/distributions.csv:12</c>.</summary>
internal sealed class ReferenceRow(string place, IReadOnlyDictionary<string, int> columns, string[] fields)
{
    internal string this[string column]
    {
        get
        {
            if (!columns.TryGetValue(column, out int index))
            {
                throw new KeyNotFoundException($"{place} has no column '{column}'; it has {string.Join(", ", columns.Keys)}");
            }

            Comparisons.Read(place, column, fields[index]);
            return fields[index];
        }
    }

    /// <summary>The field as a number, whatever the machine's culture.</summary>
    internal double Number(string column) =>
        double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw new FormatException($"{place} has '{this[column]}' in column '{column}', which is not a number");

    /// <summary>The field as a number, or null where it is empty.</summary>
    internal double? NumberOrNull(string column) => this[column].Length == 0 ? null : Number(column);

    /// <summary>The field as a whole number: a count.</summary>
    internal long Whole(string column) =>
        long.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value
            : throw new FormatException($"{place} has '{this[column]}' in column '{column}', which is not a whole number");

    /// <inheritdoc/>
    public override string ToString() => place;
}
