using System.Text;
using CareMetrics.Tests;
using CareMetrics.Tests.Docs;

namespace CareMetrics.Cli.Tests;

/// <summary>Every example of the tool in the docs, run from the root of the repository; what it shows is what the tool prints.</summary>
[Collection(nameof(WorkingDirectory))]
public class ConsoleExamplesTests
{
    private const string Prompt = "$ ";
    private const string Tool = "$ caremetrics ";

    public static TheoryData<string, int> Blocks
    {
        get
        {
            var blocks = new TheoryData<string, int>();
            foreach (string file in Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.PathOf("README.md")).Order(StringComparer.Ordinal))
            {
                foreach (MarkdownBlock block in MarkdownBlock.Read(File.ReadAllText(file)).Where(IsOfTool))
                {
                    blocks.Add(Repository.Relative(file), block.FirstLine);
                }
            }

            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void What_an_example_shows_is_what_the_tool_prints(string page, int line)
    {
        MarkdownBlock block = MarkdownBlock.Read(File.ReadAllText(Repository.PathOf(page))).Single(found => found.FirstLine == line);
        string before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = Repository.Root;
            var shown = new StringBuilder();
            foreach (string command in block.Code.Split('\n').Where(text => text.StartsWith(Prompt, StringComparison.Ordinal)))
            {
                Assert.StartsWith(Tool, command);
                ToolRun run = ToolRun.Of(Arguments(command[Tool.Length..]));
                shown.Append(command).Append('\n').Append(run.Output).Append(run.Error);
            }

            Assert.Equal(block.Code, shown.ToString().TrimEnd('\n'));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    private static bool IsOfTool(MarkdownBlock block) => block.Language == "console" && block.Code.StartsWith(Tool, StringComparison.Ordinal);

    /// <summary>As a shell takes them apart: at spaces, but for those in single quotes.</summary>
    private static string[] Arguments(string text) =>
        [.. text.Split('\'').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Runs alone: the working directory is the process's.</summary>
    [CollectionDefinition(nameof(WorkingDirectory), DisableParallelization = true)]
#pragma warning disable CA1034, CA1515 // The framework finds it by being public.
    public sealed class WorkingDirectory;
#pragma warning restore CA1034, CA1515
}
