namespace CareMetrics.Cli;

/// <summary>The file that a path comes to once every link in it is followed, so that two names of one file can be told.</summary>
internal static class RealPath
{
    private const string StandardInput = "-";
    private const int MostLinks = 40;

    /// <summary>As the file system of this machine takes names.</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Follows the links of the file and of its folders; what does not exist stays as it is named.</summary>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path);
        string real = Path.GetPathRoot(full)!;
        var ahead = new Stack<string>(Parts(full[real.Length..]));
        for (int links = 0; ahead.TryPop(out string? part);)
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            string next = Path.Combine(real, part);
            FileSystemInfo found = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            if (found.LinkTarget is not { } target || ++links > MostLinks)
            {
                real = next;
                continue;
            }

            if (Path.IsPathRooted(target))
            {
                target = Path.GetFullPath(target);
                real = Path.GetPathRoot(target)!;
                target = target[real.Length..];
            }

            foreach (string step in Parts(target))
            {
                ahead.Push(step);
            }
        }

        return real;
    }

    /// <summary>The same for a file to read, where "-" is what standard input comes from; one that can be no path is left to the reading.</summary>
    public static string OfInput(string file)
    {
        try
        {
            return file != StandardInput ? Of(file) : OperatingSystem.IsWindows() ? file : Of("/dev/stdin");
        }
        catch (Exception problem) when (problem is ArgumentException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return file;
        }
    }

    /// <summary>Devices and pipes: neither is one file with one content.</summary>
    public static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal)
        || path.StartsWith(@"\\.\", StringComparison.Ordinal);

    // Last first, as they are pushed.
    private static IEnumerable<string> Parts(string path) => path
        .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part != ".")
        .Reverse();
}
