using System.Runtime.InteropServices;

namespace CareMetrics.Cli;

/// <summary>Ctrl-C and the request to end: work stops at the next safe place, and the exit code says by which signal.</summary>
internal sealed class Interruption : IDisposable
{
    internal const int ByCtrlC = 130;
    internal const int ByTermination = 143;

    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];

    public CancellationToken Token => source.Token;

    public int ExitCode { get; private set; } = ByCtrlC;

    public static Interruption OfSignals()
    {
        var made = new Interruption();
        made.registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, made.Stop(ByCtrlC)));
        made.registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, made.Stop(ByTermination)));
        return made;
    }

    public void Raise(int exitCode)
    {
        if (!source.IsCancellationRequested)
        {
            ExitCode = exitCode;
            source.Cancel();
        }
    }

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }

    private Action<PosixSignalContext> Stop(int exitCode) => context =>
    {
        context.Cancel = true;
        Raise(exitCode);
    };
}
