using System.Text;

namespace CareMetrics.Cli;

/// <summary>The column that says who was left alone: its value, in capitals or not, for the control group, any other for the treated, blank for neither.</summary>
internal sealed class MoodGroupColumn(ColumnFilter control)
{
    internal const int Untreated = 1;
    internal const int Treated = 2;

    private readonly byte[] _value = Encoding.UTF8.GetBytes(control.Value.Trim());
    private int _column;

    internal string Words => $"{Shown.Plain(control.Column.Trim())} = {Shown.Plain(control.Value.Trim())}";

    /// <summary>Whether any row named the control group, and any another.</summary>
    internal int Met { get; private set; }

    internal void Locate(ColumnFinder columns) => _column = columns.RequireFor("--control", control.Column);

    internal int Read(TableFile row)
    {
        ReadOnlySpan<byte> field = row.Field(_column);
        if (field.IsEmpty)
        {
            return 0;
        }

        if (!Ascii.IsValid(field))
        {
            _ = row.Text(_column);
        }

        int group = field.SequenceEqual(_value) || Ascii.EqualsIgnoreCase(field, _value) ? Untreated : Treated;
        Met |= group;
        return group;
    }

    /// <summary>A control group that nobody is in is a slip of the pen.</summary>
    internal InputException? Missing(string files) =>
        (Met & Untreated) == 0 ? InputErrors.NoControl(files, control.Column.Trim(), control.Value.Trim())
        : (Met & Treated) == 0 ? InputErrors.NoTreated(files, control.Column.Trim(), control.Value.Trim())
        : null;
}
