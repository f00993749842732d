using System.IO.Compression;
using System.Xml.Linq;

namespace CareMetrics.Tests.Packages;

[Collection(PackedPackages.Collection)]
public class LibraryPackageTests(PackedPackages packages)
{
    private static readonly string[] Frameworks = ["net8.0", "net10.0"];

    [Fact]
    public void It_depends_on_MathNet_Numerics_alone()
    {
        XElement[] groups = [.. packages.Metadata("CareMetrics").Element("dependencies")!.Elements("group")];
        Assert.Equal(Frameworks.Order(StringComparer.Ordinal), groups.Select(group => group.Attribute("targetFramework")!.Value).Order(StringComparer.Ordinal));
        Assert.All(groups, group => Assert.Equal(["MathNet.Numerics"], group.Elements("dependency").Select(dependency => dependency.Attribute("id")!.Value)));
    }

    [Fact]
    public void It_says_what_it_is_and_under_which_licence()
    {
        XElement metadata = packages.Metadata("CareMetrics");
        Assert.Equal("MIT", metadata.Element("license")!.Value);
        Assert.Equal("expression", metadata.Element("license")!.Attribute("type")!.Value);
        Assert.Equal("README.md", metadata.Element("readme")!.Value);
        Assert.NotEmpty(metadata.Element("description")!.Value);
        Assert.Contains("net-promoter-score", metadata.Element("tags")!.Value.Split(' '));
    }

    [Fact]
    public void It_holds_a_build_for_each_framework_with_its_documentation_and_nothing_else()
    {
        using ZipArchive archive = packages.Open("CareMetrics");
        IEnumerable<string> builds = archive.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("lib/", StringComparison.Ordinal));
        Assert.Equal(
            Frameworks.SelectMany(framework => new[] { $"lib/{framework}/CareMetrics.dll", $"lib/{framework}/CareMetrics.xml" }).Order(StringComparer.Ordinal),
            builds.Order(StringComparer.Ordinal));
        Assert.All(archive.Entries.Where(entry => entry.Name is "README.md" or "CareMetrics.xml"), entry => Assert.True(entry.Length > 0, entry.FullName));
        Assert.NotNull(archive.GetEntry("README.md"));
    }

    [Fact]
    public void Its_symbols_are_packed_beside_it()
    {
        using ZipArchive archive = packages.Open("CareMetrics", "snupkg");
        Assert.All(Frameworks, framework => Assert.NotNull(archive.GetEntry($"lib/{framework}/CareMetrics.pdb")));
    }

    [Fact]
    public async Task It_works_in_a_project_of_a_user_on_both_frameworks()
    {
        string folder = packages.Folder("consumer");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "consumer")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await Command.Run(folder, Command.DotNet, "build", "--configuration", "Release", $"-p:CareMetricsVersion={packages.Version}");
        string expected = (await File.ReadAllTextAsync(Path.Combine(folder, "expected.txt"))).ReplaceLineEndings("\n");
        foreach (string framework in Frameworks)
        {
            string program = Path.Combine(folder, "bin", "Release", framework, "Consumer.dll");
            Assert.Equal(expected, await Command.Run(folder, Command.DotNet, "exec", "--roll-forward", "Major", program));
        }
    }
}
