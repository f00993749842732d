namespace CareMetrics.Tests;

/// <summary>The files of this repository, for the tests that read its source and its docs.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    internal static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The path as it is written in a message: from the root, with forward slashes.</summary>
    internal static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CareMetrics.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"CareMetrics.sln is in no folder above {AppContext.BaseDirectory}");
    }
}
