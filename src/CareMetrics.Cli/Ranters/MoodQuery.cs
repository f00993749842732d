using CareMetrics.Conversion;
using CareMetrics.Nps;

namespace CareMetrics.Cli;

/// <summary>What a row of a file about ranters is.</summary>
internal enum MoodInput
{
    /// <summary>One answer of a customer at an instant.</summary>
    History,

    /// <summary>One case, with what was said before and after.</summary>
    Cases,

    /// <summary>A count of the cases with one mood before and one after.</summary>
    Counts,
}

/// <summary>What to read of ranters and ravers, and how.</summary>
internal sealed record MoodQuery
{
    /// <summary>Files, columns, filters, dates and texts, as for any answers; its breakdowns and its scale are not used.</summary>
    public required AnswerQuery Source { get; init; }

    public required MoodInput Input { get; init; }

    public MoodScale Scale { get; init; } = MoodScale.ZeroToTen;

    /// <summary>Null only where counts are read, whose columns have usual names.</summary>
    public string? BeforeColumn { get; init; }

    public string? AfterColumn { get; init; }

    /// <summary>Which customers were left alone; null without a control group.</summary>
    public ColumnFilter? Control { get; init; }

    /// <summary>The column of each customer's contact; null to set the first answer against the last.</summary>
    public string? ContactColumn { get; init; }

    /// <summary>The column of what each customer is worth; null where nobody asks.</summary>
    public string? ValueColumn { get; init; }

    /// <summary>How long before and after the contact an answer counts.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.MaxValue;

    /// <summary>Scores as whole numbers, where they are.</summary>
    internal NpsScale? WholeScale => Scale is { WholeNumbers: true, Minimum: var minimum, Maximum: var maximum }
        ? new NpsScale((int)minimum, (int)maximum, (int)Scale.RanterMaximum, (int)Scale.RaverMinimum)
        : null;
}
