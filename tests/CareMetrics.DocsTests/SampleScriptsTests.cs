using CareMetrics.Tests.Packages;

namespace CareMetrics.Tests.Docs;

/// <summary>Every script that a page shows at work, run as the page says; what it shows is what the script prints.</summary>
public class SampleScriptsTests
{
    private const string Run = "$ dotnet run ";

    public static TheoryData<string, int> Blocks
    {
        get
        {
            var blocks = new TheoryData<string, int>();
            foreach (string file in Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                foreach (MarkdownBlock block in MarkdownBlock.Read(File.ReadAllText(file)).Where(block => block.Language == "console" && block.Code.StartsWith(Run, StringComparison.Ordinal)))
                {
                    blocks.Add(Repository.Relative(file), block.FirstLine);
                }
            }

            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task What_a_page_shows_is_what_the_script_prints(string page, int line)
    {
        MarkdownBlock block = MarkdownBlock.Read(await File.ReadAllTextAsync(Repository.PathOf(page))).Single(found => found.FirstLine == line);
        string[] shown = block.Code.Split('\n', 2);
        string printed = await Command.Run(Repository.Root, Command.DotNet, ["run", .. shown[0][Run.Length..].Split(' ')]);
        Assert.Equal(shown[1], printed.TrimEnd('\n'));
    }
}
