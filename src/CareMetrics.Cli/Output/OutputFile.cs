using System.Text;

namespace CareMetrics.Cli;

/// <summary>A file that is written whole or not at all: beside it first, then moved over it.</summary>
internal sealed class OutputFile
{
    private readonly string target;
    private readonly string named;
    private readonly bool isDevice;

    private OutputFile(string target, string named, bool isDevice) => (this.target, this.named, this.isDevice) = (target, named, isDevice);

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
            string target = RealPath.Of(full);

            // Devices and pipes are written straight: a file moved over one would take its place.
            bool isDevice = RealPath.IsDevice(full) || RealPath.IsDevice(target);
            if (Directory.Exists(target) || Path.EndsInDirectorySeparator(path))
            {
                throw new UsageException($"cannot write {path}: it is a folder; --output takes the name of a file");
            }

            if (!isDevice && !Directory.Exists(Path.GetDirectoryName(target)))
            {
                throw new UsageException($"cannot write {path}: there is no folder {Path.GetDirectoryName(path)}");
            }

            if (!RealPath.IsDevice(target) && inputs.Select(RealPath.OfInput).Contains(target, RealPath.Comparer))
            {
                throw new UsageException($"cannot write {path}: it is also a file to read");
            }

            var file = new OutputFile(isDevice ? full : target, path, isDevice);
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
            if (isDevice)
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
        if (isDevice)
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

    private static UsageException CannotWrite(string path, Exception problem) => new(
        $"cannot write {path}: " + (problem is UnauthorizedAccessException ? "no permission" : problem.Message));
}
