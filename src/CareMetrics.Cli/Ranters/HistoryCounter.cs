using CareMetrics.Conversion;

namespace CareMetrics.Cli;

/// <summary>Counts a file with a row for each answer: each customer's first answer against the last.</summary>
internal sealed class HistoryCounter : MoodCounter
{
    private const int NoCustomer = 0;
    private const int NoDate = 1;
    private const int UnreadableDate = 2;
    private const int UnreadableContact = 3;

    private readonly AnswerDates _dates;
    private readonly Interner _customers = new();
    private readonly MoodHistory _history = new();
    private readonly ContactHistory? _around;
    private readonly CustomerValues? _values;
    private string[]? _columns;
    private int _score;
    private int _customer;
    private int _date;
    private int _contact;
    private BadValues _badScores = null!;
    private BadValues _badDates = null!;
    private BadValues? _badContacts;

    internal HistoryCounter(MoodQuery query)
        : base(query, "no customer", "no date", "unreadable date", "unreadable contact")
    {
        _dates = new AnswerDates(query.Source.DateFormat, query.Source.Zone);
        _values = Values is null ? null : new CustomerValues(Values);
        _around = query.ContactColumn is null ? null : new ContactHistory(query.Window);
    }

    public override void Count(TableFile file)
    {
        Total++;
        if (IsFiltered(file, 1))
        {
            return;
        }

        DateReading date = _dates.Read(file.Field(_date), out _, out long instant);
        if (date is DateReading.NoSuchDay or DateReading.OtherForm)
        {
            Note(_badDates, date == DateReading.NoSuchDay ? "not in the calendar" : _dates.NotInForm, file, _date);
        }

        ReadOnlySpan<byte> text = file.Field(_score);
        if (Texts.IsMissing(text))
        {
            Missing++;
            return;
        }

        ScoreReading reading = Texts.Read(text, out Mood mood, out double score);
        if (reading != ScoreReading.Score)
        {
            Invalid++;
            Note(_badScores, Texts.Kind(reading), file, _score);
        }
        else if (file.Field(_customer).IsEmpty)
        {
            Exclude(NoCustomer);
        }
        else if (date != DateReading.Day)
        {
            Exclude(date == DateReading.Blank ? NoDate : UnreadableDate);
        }
        else if (_around is not null)
        {
            AddAround(file, instant, mood, score);
        }
        else
        {
            Answered++;
            int customer = ReadCustomer(file);
            _values?.Add(customer, file);
            _history.Add(customer, instant, mood, score, Groups?.Read(file) ?? 0);
        }
    }

    protected override void Locate(TableFile file, ColumnFinder finder)
    {
        if (_columns is null)
        {
            AnswerQuery source = Query.Source;
            int[] found =
            [
                finder.Require(source.ScoreColumn, UsualNames.Score, "score", "--score"),
                finder.Require(source.CustomerColumn, UsualNames.Customer, "customer", "--customer"),
                finder.Require(source.DateColumn, UsualNames.Date, "date", "--date"),
            ];
            _columns = [.. found.Select(column => file.Columns[column])];
            _badScores = Bad(_columns[0], "scores", Texts.Allowed);
            _badDates = Bad(_columns[2], "dates", _dates.Allowed);
        }

        if (Query.ContactColumn is { } contact)
        {
            _contact = finder.Require(contact);
            _badContacts ??= Bad(file.Columns[_contact], "dates", _dates.Allowed);
        }

        (_score, _customer, _date) = (finder.Require(_columns[0]), finder.Require(_columns[1]), finder.Require(_columns[2]));
    }

    protected override MoodSummary Summarise()
    {
        IMoodHistory history = _around is null ? _history : _around;
        HistoryTally all = history.Tally(_ => true);
        var (before, repeat) = history.Scores();
        return new MoodSummary
        {
            Scale = Query.Scale,
            All = all.Transitions,
            History = all,
            Groups = Groups is null ? null : new MoodGroups
            {
                Control = Groups.Words,
                Untreated = history.Tally(groups => groups == MoodGroupColumn.Untreated).Transitions,
                Treated = history.Tally(groups => groups == MoodGroupColumn.Treated).Transitions,
                Unnamed = history.Count(groups => groups == 0),
                InBoth = history.Count(groups => groups == (MoodGroupColumn.Untreated | MoodGroupColumn.Treated)),
            },
            Values = _values?.Of(
                history,
                Groups is null ? _ => true : groups => groups == MoodGroupColumn.Treated,
                Groups is null ? null : groups => groups == MoodGroupColumn.Untreated,
                _customers.Text),
            Before = before,
            Repeat = repeat,
            Ledger = Ledger(),
            Definition = Definition(
                $"{Pairs}, answers in column {Shown.Quoted(_columns![0])}, customers by {Shown.Quoted(_columns[1])}, "
                + $"dated by {Shown.Quoted(_columns[2])} in {Query.Source.Zone.Id}"),
        };
    }

    private string Pairs => Query.ContactColumn is not { } contact ? "each customer's first answer against the last"
        : $"each customer's last answer before the contact in column {Shown.Quoted(contact.Trim())} against the first after it"
            + (Query.Window == TimeSpan.MaxValue ? "" : $", within {MoodText.Number(Query.Window.TotalDays)} days either way");

    private void AddAround(TableFile file, long instant, Mood mood, double score)
    {
        DateReading reading = _dates.Read(file.Field(_contact), out _, out long contact);
        if (reading is DateReading.NoSuchDay or DateReading.OtherForm)
        {
            Exclude(UnreadableContact);
            Note(_badContacts!, reading == DateReading.NoSuchDay ? "not in the calendar" : _dates.NotInForm, file, _contact);
            return;
        }

        Answered++;
        long? at = reading == DateReading.Day ? contact : null;
        int customer = ReadCustomer(file);
        _values?.Add(customer, file);
        if (!_around!.Add(customer, at, instant, mood, score, Groups?.Read(file) ?? 0))
        {
            throw InputErrors.SecondContact(file.Name, file.Line, file.Columns[_contact], file.Text(_customer));
        }
    }

    private int ReadCustomer(TableFile file)
    {
        ReadOnlySpan<byte> text = file.Field(_customer);
        if (!_customers.TryGet(text, out int customer))
        {
            _ = file.Text(_customer);
            customer = _customers.Add(text);
        }

        return customer;
    }
}
