using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>How far the reading is, on standard error, gone when it is done.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <param name="host">Where it is shown.</param>
    /// <param name="progress">What is shown.</param>
    /// <param name="wait">Waits so long, and says whether the work has ended.</param>
    /// <param name="work">What is done.</param>
    /// <param name="things">What is counted, in the plural.</param>
    public static void Show(Host host, ReadProgress progress, Func<TimeSpan, bool> wait, string work = "reading", string things = "rows")
    {
        IAnsiConsole console = Screen.OfTerminal(host.Error, host.Ansi, Math.Min(host.Width, Host.RedirectedWidth));
        if (!console.Profile.Capabilities.Ansi)
        {
            return;
        }

        console.Profile.Capabilities.Interactive = true;
        console.Progress()
            .AutoClear(true)
            .AutoRefresh(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RowsColumn(progress, things))
            .Start(context =>
            {
                ProgressTask task = context.AddTask(work);
                do
                {
                    task.IsIndeterminate = progress.TotalBytes is null;
                    task.MaxValue = Math.Max(1, progress.TotalBytes ?? 1);
                    task.Value = progress.TotalBytes is null ? 0 : progress.Bytes;
                    context.Refresh();
                }
                while (!wait(Refresh));
            });
    }

    private sealed class RowsColumn(ReadProgress progress, string things) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(Cli.Show.Count(progress.Rows, things[..^1], things));
    }
}
