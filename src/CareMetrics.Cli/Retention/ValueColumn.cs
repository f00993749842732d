using System.Globalization;

namespace CareMetrics.Cli;

/// <summary>The column that says what each customer is worth.</summary>
internal sealed class ValueColumn(string name, IReadOnlyList<string> missing)
{
    private const string Allowed =
        "allowed are amounts such as 1234.50, with a point and without separators of thousands, and each ranter who became a raver needs one, 0 where there is none to count";

    private readonly MissingTexts _missing = new(missing);
    private int _column;

    internal string Name { get; private set; } = name;

    /// <summary>The file that was located last.</summary>
    internal string File { get; private set; } = "";

    /// <summary>What is no amount; always an error.</summary>
    internal BadValues Bad { get; private set; } = new(name, "amounts", Allowed, null);

    internal void Locate(TableFile file)
    {
        _column = new ColumnFinder(file.Name, file.Columns).Require(Name);
        if (File.Length == 0)
        {
            Name = file.Columns[_column];
            Bad = new BadValues(Name, "amounts", Allowed, null);
        }

        File = file.Name;
    }

    /// <param name="row">The row.</param>
    /// <param name="isNeeded">Whether a blank is an error.</param>
    /// <returns>Null where it is blank or no amount.</returns>
    internal decimal? Read(TableFile row, bool isNeeded)
    {
        ReadOnlySpan<byte> text = row.Field(_column);
        if (text.IsEmpty || _missing.Contains(text))
        {
            if (isNeeded)
            {
                Bad.Add("blank", row.Name, row.Line, row.Text(_column));
            }

            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            return value;
        }

        Bad.Add("unreadable", row.Name, row.Line, row.Text(_column));
        return null;
    }

    internal string Found(TableFile row) => row.Text(_column);
}
