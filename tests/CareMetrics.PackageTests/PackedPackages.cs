using System.IO.Compression;
using System.Xml.Linq;

namespace CareMetrics.Tests.Packages;

/// <summary>
/// Both packages, packed once for all tests into a folder outside the tree, under a version nobody has seen: neither a
/// cache nor the tree's own build can stand in for them.
/// </summary>
[CollectionDefinition(Collection)]
public sealed class PackedPackages : IAsyncLifetime, ICollectionFixture<PackedPackages>
{
    internal const string Collection = "Packed packages";

    private readonly string _root = Directory.CreateTempSubdirectory("caremetrics-packages-").FullName;

    /// <summary>The version of both, unique to this run.</summary>
    internal string Version { get; } = $"{BaseVersion()}-test.{Guid.NewGuid():N}";

    internal string Feed => Path.Combine(_root, "feed");

    internal string Folder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    internal string PathOf(string package, string extension) => Path.Combine(Feed, $"{package}.{Version}.{extension}");

    internal ZipArchive Open(string package, string extension = "nupkg") => ZipFile.OpenRead(PathOf(package, extension));

    internal XElement Metadata(string package)
    {
        using ZipArchive archive = Open(package);
        using Stream nuspec = archive.GetEntry($"{package}.nuspec")!.Open();
        XElement metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        foreach (XElement element in metadata.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return metadata;
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        foreach (string project in new[] { "CareMetrics", "CareMetrics.Cli" })
        {
            await Command.Run(
                Repository.Root, Command.DotNet, "pack", Repository.PathOf("src", project), "--configuration", "Release", "--output", Feed,
                "--artifacts-path", Path.Combine(_root, "build"), $"-p:Version={Version}");
        }
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    private static string BaseVersion() =>
        XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;
}
