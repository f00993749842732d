using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>What the ways of reading ranters and ravers have in common: filters, groups, bad values, and the ledger.</summary>
internal abstract class MoodCounter : ITableVisitor
{
    private readonly RowFilter[] _filters;
    private readonly Exclusions _exclusions;
    private readonly List<BadValues> _bad = [];

    protected MoodCounter(MoodQuery query, params string[] reasons)
    {
        Query = query;
        Texts = new MoodText(query);
        _filters = [.. query.Source.Where.Select(filter => new RowFilter(filter))];
        _exclusions = new Exclusions([.. _filters.Select(filter => filter.Reason), .. reasons]);
        Values = query.ValueColumn is { } value ? new ValueColumn(value, query.Source.MissingTexts) : null;
        Groups = query.Control is { } control ? new MoodGroupColumn(control) : null;
    }

    protected MoodQuery Query { get; }

    protected MoodText Texts { get; }

    protected MoodGroupColumn? Groups { get; }

    protected ValueColumn? Values { get; }

    /// <summary>The number of the first reason that is not a filter.</summary>
    protected int FirstReason => _filters.Length;

    /// <summary>How many customers, or rows, were read and how many of them were not counted.</summary>
    protected long Total { get; set; }

    protected long Answered { get; set; }

    protected long Missing { get; set; }

    protected long Invalid { get; set; }

    private bool FailsOnBad => Query.Source.Invalid == InvalidAnswers.Fail;

    public void Begin(TableFile file)
    {
        var finder = new ColumnFinder(file.Name, file.Columns);
        foreach (RowFilter filter in _filters)
        {
            filter.Locate(finder);
        }

        Groups?.Locate(finder);
        Values?.Locate(file);
        Locate(file, finder);
    }

    public abstract void Count(TableFile file);

    internal MoodSummary Finish()
    {
        InputException? error = BadValues.Error([.. Query.Source.Files.Select(AnswerReader.Name)], [.. _bad, .. Values is null ? [] : new[] { Values.Bad }])
            ?? Groups?.Missing(string.Join(", ", Query.Source.Files.Select(AnswerReader.Name)));
        return error is null ? Summarise() : throw error;
    }

    protected abstract void Locate(TableFile file, ColumnFinder finder);

    protected abstract MoodSummary Summarise();

    protected bool IsFiltered(TableFile file, long rows)
    {
        int failed = RowFilter.FirstFailed(_filters, file);
        if (failed >= 0)
        {
            _exclusions.Add(failed, rows);
        }

        return failed >= 0;
    }

    protected void Exclude(int reason, long rows = 1) => _exclusions.Add(FirstReason + reason, rows);

    /// <summary>Keeps the bad values of one column, to be told at the end.</summary>
    protected BadValues Bad(string column, string things, string allowed)
    {
        var values = new BadValues(column, things, allowed, "--invalid count counts them apart");
        _bad.Add(values);
        return values;
    }

    protected void Note(BadValues values, string kind, TableFile file, int column)
    {
        string found = file.Text(column);
        if (FailsOnBad)
        {
            values.Add(kind, file.Name, file.Line, found);
        }
    }

    protected RowLedger Ledger() => new()
    {
        Read = Total,
        Answered = Answered,
        Missing = Missing,
        Invalid = Invalid,
        Superseded = 0,
        ExcludedByReason = _exclusions.ByReason,
    };

    protected string Definition(string what)
    {
        List<string> parts = [what, $"scale {Query.Scale}"];
        if (Groups is not null)
        {
            parts.Add($"control group where {Groups.Words}");
        }

        if (Values is not null)
        {
            parts.Add($"values in column {Shown.Quoted(Values.Name)}");
        }

        if (Query.Source.MissingTexts.Count > 0)
        {
            parts.Add($"missing are blanks and {string.Join(", ", Query.Source.MissingTexts.Select(Shown.Quoted))}");
        }

        if (_filters.Length > 0)
        {
            parts.Add($"only rows where {string.Join(" and ", _filters.Select(filter => filter.Words))}");
        }

        return string.Join("; ", parts);
    }
}
