using System.Globalization;
using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>Adds up rows that hold counts already, as a database returns them.</summary>
internal sealed class CountsCounter(AnswerQuery query) : ITableCounter
{
    private readonly MissingTexts _missing = new(query.MissingTexts);
    private readonly long[] _byScore = new long[query.Scale.Length];
    private CountsPlan? _plan;
    private CountsLayout _layout = null!;
    private Exclusions _exclusions = null!;
    private BadValues _badScores = null!;
    private long _answered;
    private long _missed;
    private long _invalid;
    private long _superseded;

    public void Begin(TableFile file)
    {
        if (_plan is null)
        {
            _plan = new CountsPlan(query, file);
            _exclusions = new Exclusions(_plan.Reasons);
            _badScores = new BadValues(_plan.Score ?? "", "scores", InputErrors.Allowed(query.Scale), "--invalid count counts them apart");
        }

        _layout = _plan.Locate(file);
    }

    public void Count(TableFile file)
    {
        try
        {
            RowCounts row = _layout.Score >= 0 ? ReadScore(file) : _layout.Closed is { } closed ? ReadClosed(file, closed) : ReadCategories(file);
            int failed = _plan!.FirstFailed(file);
            if (failed >= 0)
            {
                _exclusions.Add(failed, row.Total);
                row = new RowCounts { Excluded = row.Total };
            }
            else if (row.Score is { } score)
            {
                _byScore[score - query.Scale.Minimum] += row.Answered;
            }
            else if (row.Reading != ScoreReading.Score)
            {
                NoteBadScore(file, row.Reading);
            }

            // What is part of a total is in it already.
            if (!row.IsPart)
            {
                checked
                {
                    _answered += row.Answered;
                    _missed += row.Missing;
                    _invalid += row.Invalid;
                    _superseded += row.Superseded;
                }
            }

            _plan.Add(file, row);
        }
        catch (OverflowException)
        {
            throw InputErrors.CountsTooLarge(file.Name, file.Line);
        }
    }

    public AnswerSummary Finish()
    {
        if (BadValues.Error([.. query.Files.Select(AnswerReader.Name)], _badScores) is { } error)
        {
            throw error;
        }

        IReadOnlyList<(string Reason, long Rows)> excluded = _exclusions.ByReason;
        return new AnswerSummary
        {
            Columns = new AnswerColumns { Score = _plan!.Score },
            Breakdowns = _plan.Breakdowns(),
            Ledger = new RowLedger
            {
                Read = checked(_answered + _missed + _invalid + _superseded + excluded.Sum(part => part.Rows)),
                Answered = _answered,
                Missing = _missed,
                Invalid = _invalid,
                Superseded = _superseded,
                ExcludedByReason = excluded,
            },
            Closed = _plan.Closed,
            PanelOf = _plan.Closed is { } known ? known.PanelOf : null,
            Seen = _plan.Seen,
            FirstDay = _plan.Closed?.First.Start,
            LastDay = _plan.Closed?.Last.End,
            Distribution = _plan.Score is null ? null : new ScoreDistribution(query.Scale, [.. _byScore], _missed, _invalid),
            Definition = _plan.Definition,
        };
    }

    private RowCounts ReadCategories(TableFile file) => new()
    {
        Detractors = ReadCount(file, _layout.Detractors),
        Passives = ReadCount(file, _layout.Passives),
        Promoters = ReadCount(file, _layout.Promoters),
        Missing = _layout.Missing >= 0 ? ReadCount(file, _layout.Missing) : 0,
    };

    private RowCounts ReadClosed(TableFile file, ClosedLayout closed)
    {
        RowCounts counts = ReadCategories(file);
        int named = closed.Groups.Count(column => !file.Field(column).IsEmpty);
        return counts with
        {
            Invalid = ReadCount(file, closed.Invalid),
            Superseded = ReadCount(file, closed.Superseded),
            Customers = ClosedRows.Customers(file, closed, counts),
            IsPart = named > 0,
        };
    }

    private RowCounts ReadScore(TableFile file)
    {
        long count = ReadCount(file, _layout.Count);
        long missing = _layout.Missing >= 0 ? ReadCount(file, _layout.Missing) : 0;
        ReadOnlySpan<byte> text = file.Field(_layout.Score);
        if (text.IsEmpty || _missing.Contains(text))
        {
            return new RowCounts { Missing = checked(missing + count) };
        }

        ScoreReading reading = ScoreText.Read(text, query.Scale, out int score);
        if (reading != ScoreReading.Score)
        {
            return new RowCounts { Missing = missing, Invalid = count, Reading = reading };
        }

        return query.Scale.CategoryOf(score) switch
        {
            NpsCategory.Detractor => new RowCounts { Missing = missing, Detractors = count, Score = score },
            NpsCategory.Passive => new RowCounts { Missing = missing, Passives = count, Score = score },
            _ => new RowCounts { Missing = missing, Promoters = count, Score = score },
        };
    }

    private void NoteBadScore(TableFile file, ScoreReading reading)
    {
        string found = file.Text(_layout.Score);
        if (query.Invalid == InvalidAnswers.Fail)
        {
            _badScores.Add(ScoreText.Kind(reading, query.Scale), file.Name, file.Line, found);
        }
    }

    internal static long ReadCount(TableFile file, int column)
    {
        ReadOnlySpan<byte> text = file.Field(column);
        return long.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out long count)
            ? count
            : throw InputErrors.Count(file.Name, file.Line, file.Columns[column], file.Text(column));
    }
}

/// <summary>The counts of one row.</summary>
internal readonly record struct RowCounts
{
    internal long Detractors { get; init; }

    internal long Passives { get; init; }

    internal long Promoters { get; init; }

    internal long Missing { get; init; }

    internal long Invalid { get; init; }

    internal long Superseded { get; init; }

    internal long Excluded { get; init; }

    /// <summary>Of closed periods, the same answers by customer.</summary>
    internal NpsCustomerTally? Customers { get; init; }

    /// <summary>Whether it is a group of closed periods, whose answers are in the total too.</summary>
    internal bool IsPart { get; init; }

    /// <summary>The score that they all gave, where that is known.</summary>
    internal int? Score { get; init; }

    /// <summary>Why there is no score.</summary>
    internal ScoreReading Reading { get; init; }

    internal long Answered => checked(Detractors + Passives + Promoters);

    internal long Total => checked(Answered + Missing + Invalid);
}
