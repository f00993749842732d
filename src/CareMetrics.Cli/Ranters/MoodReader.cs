namespace CareMetrics.Cli;

/// <summary>Reads what became of ranters and ravers, in one pass.</summary>
internal static class MoodReader
{
    /// <summary>Counts what a query asks for.</summary>
    /// <exception cref="InputException">The data is bad; the message is one line.</exception>
    /// <exception cref="UsageException">The query contradicts itself; the message is one line.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal static MoodSummary Read(MoodQuery query, ReadProgress? progress, CancellationToken cancellation) =>
        Read(query, progress, Console.OpenStandardInput, cancellation);

    /// <param name="query">What to read and count.</param>
    /// <param name="progress">Kept up to date while rows are read.</param>
    /// <param name="standardInput">Opens what "-" stands for.</param>
    /// <param name="cancellation">Stops the pass.</param>
    internal static MoodSummary Read(MoodQuery query, ReadProgress? progress, Func<Stream> standardInput, CancellationToken cancellation)
    {
        QueryRules.Check(query.Source);
        MoodCounter counter = query.Input == MoodInput.History ? new HistoryCounter(query) : new CaseCounter(query);
        AnswerReader.Visit(query.Source, counter, progress, standardInput, cancellation);
        return counter.Finish();
    }
}
