using System.Globalization;
using CareMetrics.Conversion;
using CareMetrics.Retention;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>Counts a file whose rows say both what was before and what was after: of one case, or of as many as a count says.</summary>
internal sealed class CaseCounter(MoodQuery query) : MoodCounter(query)
{
    private const int Sides = 4;
    private const int Unseen = 3;
    private const int GroupStates = 3;

    // By group (none, control, treated), mood before (fourth: none), mood after (fourth: unseen).
    private readonly long[] _cells = new long[GroupStates * Sides * Sides];
    private readonly KeptValueTally[] _values = new KeptValueTally[GroupStates];
    private string[]? _columns;
    private int _before;
    private int _after;
    private int _count;
    private BadValues _badBefore = null!;
    private BadValues _badAfter = null!;
    private MeanTally _scores;
    private bool _hasNamedMoods;

    public override void Count(TableFile file)
    {
        long cases = _count < 0 ? 1 : ReadCount(file);
        try
        {
            Add(file, cases);
        }
        catch (OverflowException)
        {
            throw InputErrors.CountsTooLarge(file.Name, file.Line);
        }
    }

    protected override void Locate(TableFile file, ColumnFinder finder)
    {
        bool counts = Query.Input == MoodInput.Counts;
        if (_columns is null)
        {
            List<int> found =
            [
                finder.Require(Query.BeforeColumn, UsualNames.Before, "before", "--before"),
                finder.Require(Query.AfterColumn, UsualNames.After, "after", "--after"),
            ];
            if (counts)
            {
                found.Add(finder.Require(null, UsualNames.Count, "count", null, "--tallied"));
            }

            _columns = [.. found.Select(column => file.Columns[column])];
            _badBefore = Bad(_columns[0], "moods", Texts.Allowed);
            _badAfter = Bad(_columns[1], "moods", Texts.Allowed);
        }

        (_before, _after, _count) = (finder.Require(_columns[0]), finder.Require(_columns[1]), counts ? finder.Require(_columns[2]) : -1);
    }

    protected override MoodSummary Summarise() => new()
    {
        Scale = Query.Scale,
        All = Tally(0) + Tally(MoodGroupColumn.Untreated) + Tally(MoodGroupColumn.Treated),
        Groups = Groups is null ? null : new MoodGroups
        {
            Control = Groups.Words,
            Untreated = Tally(MoodGroupColumn.Untreated),
            Treated = Tally(MoodGroupColumn.Treated),
            Unnamed = Tally(0).Customers,
            InBoth = 0,
        },
        Values = Values is null ? null
            : Groups is null ? new MoodValues(Values.Name, _values[0], null)
            : new MoodValues(Values.Name, _values[MoodGroupColumn.Treated], _values[MoodGroupColumn.Untreated]),
        Before = _hasNamedMoods ? MeanTally.Empty : _scores,
        Ledger = Ledger(),
        Definition = Definition(_count < 0
            ? $"a row a case, before in column {Shown.Quoted(_columns![0])}, after in {Shown.Quoted(_columns[1])}"
            : $"counts in column {Shown.Quoted(_columns![2])}, before in column {Shown.Quoted(_columns[0])}, after in {Shown.Quoted(_columns[1])}"),
    };

    private void Add(TableFile file, long cases)
    {
        checked
        {
            Total += cases;
            if (IsFiltered(file, cases))
            {
                return;
            }

            bool isBefore = Side(file, _before, _badBefore, out Mood? before, out double score);
            bool isAfter = Side(file, _after, _badAfter, out Mood? after, out _);
            if (!isBefore || !isAfter)
            {
                Invalid += cases;
                return;
            }

            if (before is null)
            {
                Missing += cases;
            }
            else
            {
                Answered += cases;
                _hasNamedMoods |= double.IsNaN(score);
                _scores = double.IsNaN(score) || cases == 0 ? _scores : _scores + new MeanTally(cases, score, 0);
            }

            int group = Groups?.Read(file) ?? 0;
            AddValue(file, group, before, after);
            _cells[(group * Sides + Place(before)) * Sides + Place(after)] += cases;
        }

        static int Place(Mood? mood) => mood is { } known ? known - Mood.Ranter : Unseen;
    }

    private void AddValue(TableFile file, int group, Mood? before, Mood? after)
    {
        if (Values is null)
        {
            return;
        }

        // Who is in neither group is set against nobody, and needs no value.
        bool counts = before == Mood.Ranter && (Groups is null || group != 0);
        bool turned = after == Mood.Raver;
        decimal? value = Values.Read(file, isNeeded: counts && turned);
        if (counts)
        {
            try
            {
                _values[group] = _values[group].Add(turned, value ?? 0);
            }
            catch (OverflowException problem)
            {
                throw new InputException(problem.Message);
            }
        }
    }

    private bool Side(TableFile file, int column, BadValues bad, out Mood? mood, out double score)
    {
        (mood, score) = (null, double.NaN);
        ReadOnlySpan<byte> text = file.Field(column);
        if (Texts.IsMissing(text))
        {
            return true;
        }

        ScoreReading reading = Texts.Read(text, out Mood found, out score);
        if (reading != ScoreReading.Score)
        {
            Note(bad, Texts.Kind(reading), file, column);
            return false;
        }

        mood = found;
        return true;
    }

    private TransitionTally Tally(int group)
    {
        ReadOnlySpan<long> cells = _cells.AsSpan(group * Sides * Sides, Sides * Sides);
        return new(Row(cells), Row(cells[Sides..]), Row(cells[(2 * Sides)..]), NoBefore(cells[(3 * Sides)..]));

        static TransitionRow Row(ReadOnlySpan<long> row) => new(row[0], row[1], row[2], row[Unseen]);
        static long NoBefore(ReadOnlySpan<long> row) => checked(row[0] + row[1] + row[2] + row[Unseen]);
    }

    private long ReadCount(TableFile file) =>
        long.TryParse(file.Field(_count), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out long count)
            ? count
            : throw InputErrors.Count(file.Name, file.Line, file.Columns[_count], file.Text(_count));
}
