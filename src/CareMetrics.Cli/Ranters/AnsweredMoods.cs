using CareMetrics.Conversion;
using CareMetrics.Nps;

namespace CareMetrics.Cli;

/// <summary>Gathers ranters and ravers while answers are counted for something else, with a control group where the file shows one.</summary>
/// <param name="scale">Of the answers.</param>
/// <param name="values">The column of what each customer is worth, or null.</param>
/// <param name="customers">The customers by number.</param>
internal sealed class AnsweredMoods(NpsScale scale, ValueColumn? values, Interner customers)
{
    internal const string ControlValue = "control";
    internal const int MostGroups = 3;

    private readonly MoodHistory _history = new();
    private readonly CustomerValues? _values = values is null ? null : new CustomerValues(values);
    private readonly Interner _groups = new();
    private readonly MoodScale _scale = MoodScale.Of(scale);
    private string? _name;
    private int _column = -1;
    private bool _isGroup = true;
    private int _controlBit;

    internal void Locate(TableFile file)
    {
        values?.Locate(file);
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
            _history.Add(row.Customer, row.Instant, (Mood)scale.CategoryOf(row.Score), row.Score, _isGroup ? GroupOf(file) : 0);
        }
    }

    internal MoodSummary Summarise(RowLedger ledger, string definition)
    {
        HistoryTally all = _history.Tally(_ => true);
        bool isControlled = _isGroup && _controlBit != 0 && _groups.Count > 1;
        return new MoodSummary
        {
            Scale = _scale,
            All = all.Transitions,
            History = all,
            Groups = !isControlled ? null : new MoodGroups
            {
                Control = $"{Shown.Plain(_name!)} = {ControlValue}",
                Untreated = _history.Tally(groups => groups == _controlBit).Transitions,
                Treated = _history.Tally(IsTreated).Transitions,
                Unnamed = _history.Count(groups => groups == 0),
                InBoth = _history.Count(groups => groups != _controlBit && (groups & _controlBit) != 0),
            },
            Values = _values?.Of(_history, isControlled ? IsTreated : _ => true, isControlled ? groups => groups == _controlBit : null, customers.Text),
            Ledger = ledger,
            Definition = (isControlled ? $"{definition}; first answer against last; control group where {Shown.Plain(_name!)} = {ControlValue}" : $"{definition}; first answer against last")
                + (values is null ? "" : $"; values in column {Shown.Quoted(values.Name)}"),
        };

        bool IsTreated(int groups) => groups != 0 && (groups & _controlBit) == 0;
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
            _controlBit |= text.SequenceEqual("control"u8) ? 1 << id : 0;
        }

        return 1 << id;
    }
}
