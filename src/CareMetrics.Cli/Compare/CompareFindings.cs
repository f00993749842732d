using CareMetrics.Baseline;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>A comparison of two periods, and what it rests on.</summary>
internal sealed record CompareFindings
{
    public required PeriodComparison Comparison { get; init; }

    /// <summary>What Poisson says of the same counts; null where they are no counts.</summary>
    public Comparison? Poisson { get; init; }

    public required RowLedger Ledger { get; init; }

    public required string Definition { get; init; }

    /// <summary>What may be wrong with what was asked; null where nothing is.</summary>
    public string? Unseen { get; init; }

    /// <summary>The scores of the two ranges, by group where asked; null where the metric is no score.</summary>
    public ScoredRanges? Scores { get; init; }

    /// <summary>The files with their hashes.</summary>
    public IReadOnlyList<InputFile> Inputs { get; init; } = [];

    /// <summary>What is to be careful of where closed periods are compared.</summary>
    public IReadOnlyList<string> OfClosed { get; init; } = [];

    /// <summary>That answers of one customer were taken as independent; null where no customers are known.</summary>
    public string? TakenApart { get; init; }

    public IReadOnlyList<string> Cautions =>
    [
        .. Unseen is null ? [] : new[] { Unseen },
        .. Comparison.Cautions.Select(caution => char.ToUpperInvariant(caution.Detail[0]) + caution.Detail[1..] + "."),
        .. TakenApart is null ? [] : new[] { TakenApart },
        .. OfClosed,
    ];

    /// <summary>The cautions as a row has them; null where there are none.</summary>
    public string? CautionsOnOneLine
    {
        get
        {
            IEnumerable<string> all = (Unseen is null ? [] : new[] { Unseen }).Concat(Comparison.Cautions.Select(caution => caution.ToString())).Concat(TakenApart is null ? [] : [TakenApart]).Concat(OfClosed).Select(caution => caution.TrimEnd('.'));
            return all.Any() ? string.Join("; ", all) : null;
        }
    }

    /// <exception cref="InputException">The numbers are beyond what can be calculated with.</exception>
    public static CompareFindings Of(ObservedSeries series, CompareQuestions questions)
    {
        try
        {
            PeriodQuestion question = questions.Of(series.Definition, series.DayAfter);
            string look = questions.Look.AsOf is null ? $"the day after the last row, {question.AsOf:yyyy-MM-dd}" : $"{question.AsOf:yyyy-MM-dd}";
            return new CompareFindings
            {
                Comparison = series.Compare(questions.Baseline, questions.Current, question),
                Unseen = series.Unseen,
                Poisson = series.Poisson(questions.Baseline, questions.Current, questions.Level),
                TakenApart = series.CustomersTakenApart is not { } customers ? null
                    : $"Answers of one customer in column {Shown.Quoted(customers)} are taken as independent: where customers answer often the interval is too narrow.",
                Scores = series.Ranges,
                Inputs = series.Inputs,
                OfClosed = series.Closed is not { } closed ? []
                    : [.. series.Ranges!.Cautions, .. Cli.Cautions.ChangedSince([.. closed.Changed.Where(rows => IsIn(rows.Period))]) is { } changed ? new[] { changed } : []],
                Ledger = series.Ledger(questions.Baseline, questions.Current),
                Definition = $"{series.Definition}; as of {look}"
                    + (questions.Look.AnswerWindow > 0 ? $", answers come in for {Show.Count(questions.Look.AnswerWindow, "day", "days")}" : "")
                    + (series.HasQuietDays ? "; a day without rows is one without answers" : "")
                    + (series.Closed is { Periods: var periods } ? "; " + DefinitionText.OfClosed(periods) : ""),
            };

            bool IsIn(Period period) => questions.Current.Contains(period.Start) || questions.Baseline?.Contains(period.Start) == true;
        }
        catch (Exception problem) when (problem is OverflowException or ArgumentException)
        {
            throw new InputException(problem is ArgumentException argument ? OptionText.Problem(argument) : problem.Message);
        }
    }
}
