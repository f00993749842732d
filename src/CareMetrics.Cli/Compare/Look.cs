namespace CareMetrics.Cli;

/// <summary>When one looks, and how long answers still come in.</summary>
/// <param name="AsOf">Null for the day after the last row.</param>
/// <param name="AnswerWindow">How many days after a period answers of it come in.</param>
/// <param name="IncludeIncomplete">Whether periods with missing days are compared all the same.</param>
internal sealed record Look(DateOnly? AsOf = null, int AnswerWindow = 0, bool IncludeIncomplete = false);
