using System.Text;

namespace CareMetrics.Cli.Output;

/// <summary>A file that is written whole or not at all: beside it first, then moved over it.</summary>
internal sealed class OutputFile
{
    private readonly string target;
    private readonly string named;

    private OutputFile(string target, string named)
    {
        this.target = target;
        this.named = named;
    }

    /// <summary>Finds out whether the file can be written, and leaves nothing behind.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    public static OutputFile Open(string path, IReadOnlyList<string> inputs)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new UsageException("--output needs the name of a file");
        }

        try
        {
            string full = Path.GetFullPath(path);
            string target = new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
            if (Directory.Exists(target) || Path.EndsInDirectorySeparator(path))
            {
                throw new UsageException($"cannot write {path}: it is a folder; --output takes the name of a file");
            }

            if (!IsDevice(target) && !Directory.Exists(Path.GetDirectoryName(target)))
            {
                throw new UsageException($"cannot write {path}: there is no folder {Path.GetDirectoryName(path)}");
            }

            if (inputs.Any(input => input != "-" && Path.GetFullPath(input) == full))
            {
                throw new UsageException($"cannot write {path}: it is also a file to read");
            }

            var file = new OutputFile(target, path);
            file.Probe();
            return file;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CannotWrite(path, problem);
        }
    }

    public void Write(string content)
    {
        byte[] bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(content);
        try
        {
            if (IsDevice(target))
            {
                File.WriteAllBytes(target, bytes);
                return;
            }

            string beside = Beside();
            try
            {
                using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
                {
                    stream.Write(bytes);
                    stream.Flush(flushToDisk: true);
                }

                KeepMode(beside);
                File.Move(beside, target, overwrite: true);
            }
            finally
            {
                File.Delete(beside);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(named, problem);
        }
    }

    private void Probe()
    {
        if (IsDevice(target))
        {
            return;
        }

        if (File.Exists(target))
        {
            using FileStream existing = File.Open(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        }

        using var made = new FileStream(Beside(), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
    }

    private void KeepMode(string beside)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
        }
    }

    private string Beside() =>
        Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");

    // Devices and pipes are written straight: a file moved over one would take its place.
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal)
        || path.StartsWith(@"\\.\", StringComparison.Ordinal);

    private static UsageException CannotWrite(string path, Exception problem) => new(
        $"cannot write {path}: " + (problem is UnauthorizedAccessException ? "no permission" : problem.Message));
}
