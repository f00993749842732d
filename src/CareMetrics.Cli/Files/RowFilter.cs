using System.Text;

namespace CareMetrics.Cli;

/// <summary>Lets through the rows in which a column has a value.</summary>
internal sealed class RowFilter(ColumnFilter filter)
{
    private readonly byte[] _value = Encoding.UTF8.GetBytes(filter.Value.Trim());
    private int _column;

    /// <summary>Why a row is left out: "channel is not phone".</summary>
    internal string Reason => $"{DefinitionParts.Whole(Shown.Plain(filter.Column.Trim()))} is not {ShownValue}";

    /// <summary>Which rows are counted: "channel = phone".</summary>
    internal string Words => $"{DefinitionParts.Whole(Shown.Plain(filter.Column.Trim()))} = {ShownValue}";

    private string ShownValue => _value.Length == 0 ? "blank" : DefinitionParts.Whole(Shown.Plain(filter.Value.Trim()));

    internal void Locate(ColumnFinder columns) => _column = columns.Require(filter.Column);

    internal bool Passes(TableFile row)
    {
        ReadOnlySpan<byte> field = row.Field(_column);
        if (!Ascii.IsValid(field))
        {
            _ = row.Text(_column);
        }

        return field.SequenceEqual(_value);
    }

    /// <summary>The number of the first filter that a row fails; −1 where it passes all.</summary>
    internal static int FirstFailed(RowFilter[] filters, TableFile row)
    {
        for (int i = 0; i < filters.Length; i++)
        {
            if (!filters[i].Passes(row))
            {
                return i;
            }
        }

        return -1;
    }
}
