using System.Numerics;
using System.Text;
using CareMetrics.Conversion;
using CareMetrics.Nps;

namespace CareMetrics.Cli;

/// <summary>Gathers ranters and ravers while answers are counted for something else, with a control group where one is named or the file shows one.</summary>
/// <param name="scale">Of the answers.</param>
/// <param name="control">Who was left alone, or null to find it by usual names.</param>
/// <param name="values">The column of what each customer is worth, or null.</param>
/// <param name="customers">The customers by number.</param>
internal sealed class AnsweredMoods(NpsScale scale, ColumnFilter? control, ValueColumn? values, Interner customers)
{
    internal const string ControlValue = "control";
    internal const int MostGroups = 3;

    private readonly MoodHistory _history = new();
    private readonly CustomerValues? _values = values is null ? null : new CustomerValues(values);
    private readonly MoodGroupColumn? _told = control is null ? null : new MoodGroupColumn(control);
    private readonly Interner _groups = new();
    private readonly MoodScale _scale = MoodScale.Of(scale);
    private string? _name;
    private int _column = -1;
    private bool _isGroup = true;
    private int _controlBits;

    internal static bool IsControl(string value) => string.Equals(value, ControlValue, StringComparison.OrdinalIgnoreCase);

    internal void Locate(TableFile file)
    {
        values?.Locate(file);
        _told?.Locate(new ColumnFinder(file.Name, file.Columns));
        string[] candidates = [.. UsualNames.Programme.SelectMany(name => file.Columns.Where(column => UsualNames.Same(column, name)))];
        _name ??= candidates.FirstOrDefault();

        // A column that one file lacks, or has twice, tells no groups of the whole.
        int[] places = [.. Enumerable.Range(0, file.Columns.Count).Where(place => file.Columns[place] == _name)];
        _isGroup &= places.Length == 1;
        _column = _isGroup ? places[0] : -1;
    }

    internal void Count(TableFile file, in AnswerRow row)
    {
        if (row.Fate == RowFate.Answered && row.Customer != AnswerRow.Nobody && row.Date == DateReading.Day)
        {
            _values?.Add(row.Customer, file);

            // The numbers of the two enumerations are the same.
            _history.Add(row.Customer, row.Instant, (Mood)scale.CategoryOf(row.Score), row.Score, _told is not null ? _told.Read(file) : _isGroup ? GroupOf(file) : 0);
        }
    }

    internal InputException? Missing(string files) => _told is { Met: > 0 } ? _told.Missing(files) : null;

    internal MoodSummary Summarise(RowLedger ledger, string definition)
    {
        HistoryTally all = _history.Tally(_ => true);
        int leftAlone = _told is null ? _controlBits : MoodGroupColumn.Untreated;
        bool isControlled = _told is not null || (_isGroup && _controlBits != 0 && BitOperations.PopCount((uint)_controlBits) < _groups.Count);
        string words = _told?.Words ?? $"{Shown.Plain(_name ?? "")} = {ControlValue}";
        return new MoodSummary
        {
            Scale = _scale,
            All = all.Transitions,
            History = all,
            Groups = !isControlled ? null : new MoodGroups
            {
                Control = words,
                Untreated = _history.Tally(IsLeftAlone).Transitions,
                Treated = _history.Tally(IsTreated).Transitions,
                Unnamed = _history.Count(groups => groups == 0),
                InBoth = _history.Count(groups => (groups & leftAlone) != 0 && !IsLeftAlone(groups)),
            },
            Values = _values?.Of(_history, isControlled ? IsTreated : _ => true, isControlled ? IsLeftAlone : null, customers.Text),
            Ledger = ledger,
            Definition = (isControlled ? $"{definition}; first answer against last; control group where {words}" : $"{definition}; first answer against last")
                + (values is null ? "" : $"; values in column {Shown.Quoted(values.Name)}"),
        };

        bool IsLeftAlone(int groups) => groups != 0 && (groups & ~leftAlone) == 0;

        bool IsTreated(int groups) => groups != 0 && (groups & leftAlone) == 0;
    }

    private int GroupOf(TableFile file)
    {
        ReadOnlySpan<byte> text = file.Field(_column);
        if (text.IsEmpty)
        {
            return 0;
        }

        if (!_groups.TryGet(text, out int id))
        {
            if (_groups.Count == MostGroups)
            {
                _isGroup = false;
                return 0;
            }

            id = _groups.Add(text);
            _controlBits |= Ascii.EqualsIgnoreCase(text, ControlValue) ? 1 << id : 0;
        }

        return 1 << id;
    }
}
