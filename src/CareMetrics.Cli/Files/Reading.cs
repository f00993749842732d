
namespace CareMetrics.Cli;

/// <summary>Runs the reader so that it can be watched and interrupted.</summary>
internal static class Reading
{
    private static readonly TimeSpan BeforeProgress = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(1);

    public static AnswerSummary Run(Host host, AnswerQuery query) => Run(host, (progress, token) => host.Read(query, progress, token));

    public static TSummary Run<TSummary>(Host host, Func<ReadProgress, CancellationToken, TSummary> read)
    {
        var progress = new ReadProgress();
        return Watch(host, () => read(progress, host.Interruption.Token), wait => ProgressBar.Show(host, progress, wait));
    }

    /// <summary>Runs work that may take long: after a second it is shown on a terminal, and an interruption is obeyed at once.</summary>
    public static TResult Watch<TResult>(Host host, Func<TResult> work, Action<Func<TimeSpan, bool>> show)
    {
        CancellationToken token = host.Interruption.Token;

        // On a thread of its own, left behind where it is stuck in a pipe that gives nothing.
        Task<TResult> reading = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        bool Wait(TimeSpan time) => Task.WaitAny([reading, Interrupted(token)], time) >= 0;
        if (!Wait(BeforeProgress) && host.ErrorIsTerminal)
        {
            show(Wait);
        }

        while (!Wait(Timeout.InfiniteTimeSpan))
        {
        }

        if (token.IsCancellationRequested)
        {
            Task.WaitAny([reading], ToStop);
            token.ThrowIfCancellationRequested();
        }

        return reading.GetAwaiter().GetResult();
    }

    private static Task Interrupted(CancellationToken token) => Task.Delay(Timeout.Infinite, token);
}
