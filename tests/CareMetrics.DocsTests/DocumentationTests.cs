using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace CareMetrics.Tests.Docs;

[Collection("Console output")]
public partial class DocumentationTests
{
    // What a project for .NET 8 and one for .NET 10 compile by default: examples run for both.
    private static readonly LanguageVersion[] Languages = [LanguageVersion.CSharp12, LanguageVersion.CSharp14];

    public static TheoryData<string> Pages => [.. Files().Select(Repository.Relative).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_example_compiles_runs_and_prints_what_it_shows(string page)
    {
        string text = File.ReadAllText(Repository.PathOf(page));
        foreach (LanguageVersion language in Languages)
        {
            string? fault = await PageRunner.Fault(page, text, language);
            Assert.True(fault is null, $"{fault}\n(as {language})");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        string path = Repository.PathOf(page);
        IEnumerable<string> dead = Links().Matches(File.ReadAllText(path))
            .Select(link => link.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, link)));
        Assert.Empty(dead);
    }

    [Fact]
    public void Every_page_has_its_door_in_the_README_or_the_index()
    {
        IEnumerable<string> doors = new[] { Repository.PathOf("README.md"), Repository.PathOf("docs", "README.md") }
            .SelectMany(door => Links().Matches(File.ReadAllText(door)).Select(link => Path.GetFileName(link.Groups[1].Value)));
        IEnumerable<string> pages = Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Select(page => Path.GetFileName(page));
        Assert.Empty(pages.Except(doors));
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Links();

    private static IEnumerable<string> Files()
    {
        string docs = Repository.PathOf("docs");
        return Directory.Exists(docs)
            ? Directory.EnumerateFiles(docs, "*.md", SearchOption.AllDirectories).Append(Repository.PathOf("README.md"))
            : [Repository.PathOf("README.md")];
    }
}
