using System.Globalization;

namespace CareMetrics.Cli;

/// <summary>One column of a file of lines, and the values in it that are not what they should be.</summary>
internal sealed class CaseColumn(IReadOnlyList<string> names, string what, string things, string allowed, bool isNeeded = false)
{
    private int _index = -1;

    /// <summary>The column's values that mean nothing; null until the column is found.</summary>
    internal BadValues? Bad { get; private set; }

    /// <summary>As the file names it, or as it is usually named.</summary>
    internal string Name { get; private set; } = names[0];

    internal void Locate(TableFile file)
    {
        var finder = new ColumnFinder(file.Name, file.Columns);
        _index = (isNeeded ? finder.Require(null, names, what, null) : finder.FindUsual(names, what)) ?? -1;
        if (_index >= 0 && Bad is null)
        {
            Name = file.Columns[_index];
            Bad = new BadValues(Name, things, allowed, null);
        }
    }

    /// <summary>The text of a field; empty where there is no such column.</summary>
    internal string Text(TableFile file) => _index < 0 ? "" : file.Text(_index);

    internal void Refuse(TableFile file, string kind, string found) => Bad!.Add(kind, file.Name, file.Line, found);

    /// <summary>A number, or null where the field is blank or bad; a bad one is noted.</summary>
    internal decimal? Number(TableFile file, bool mayBePercent = false, decimal? least = null, decimal? most = null)
    {
        string text = Text(file);
        if (text.Length == 0)
        {
            return null;
        }

        if (!Amount.TryRead(text, mayBePercent, out decimal number))
        {
            Refuse(file, "unreadable", text);
            return null;
        }

        if (number < least || number > most)
        {
            Refuse(file, "outside the range", text);
            return null;
        }

        return number;
    }
}

/// <summary>Numbers as files and arguments hold them: a point, no separators of thousands, exact.</summary>
internal static class Amount
{
    internal static bool TryRead(string text, bool mayBePercent, out decimal number)
    {
        bool isPercent = mayBePercent && text.EndsWith('%');
        ReadOnlySpan<char> digits = isPercent ? text.AsSpan()[..^1].TrimEnd() : text;
        if (!decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        number = isPercent ? number / 100 : number;
        return true;
    }
}
