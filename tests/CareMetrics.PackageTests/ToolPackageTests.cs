using System.IO.Compression;
using System.Xml.Linq;

namespace CareMetrics.Tests.Packages;

[Collection(PackedPackages.Collection)]
public class ToolPackageTests(PackedPackages packages)
{
    [Fact]
    public void It_is_a_dotnet_tool_under_the_same_licence_with_a_README()
    {
        XElement metadata = packages.Metadata("CareMetrics.Cli");
        Assert.Equal("DotnetTool", metadata.Element("packageTypes")!.Elements("packageType").Single().Attribute("name")!.Value);
        Assert.Equal("MIT", metadata.Element("license")!.Value);
        using ZipArchive archive = packages.Open("CareMetrics.Cli");
        Assert.NotNull(archive.GetEntry("README.md"));
    }

    [Fact]
    public async Task It_installs_and_answers()
    {
        string folder = packages.Folder("tools");
        await Command.Run(
            folder, Command.DotNet, "tool", "install", "CareMetrics.Cli", "--version", packages.Version, "--tool-path", folder, "--add-source", packages.Feed);
        await Command.Run(folder, Path.Combine(folder, OperatingSystem.IsWindows() ? "caremetrics.exe" : "caremetrics"), "--version");
    }
}
