using Microsoft.CodeAnalysis.CSharp;

namespace CareMetrics.Tests.Docs;

// In one collection with the pages: all hold the console's output while they run.
[Collection("Console output")]
public class NotebookTests
{
    private const string Two = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "source": [
            "# Title"
           ]
          },
          {
           "cell_type": "code",
           "outputs": [],
           "source": [
            "#r \"nuget: CareMetrics\"\n",
            "using CareMetrics.Periods;"
           ]
          },
          {
           "cell_type": "code",
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "2026-Q2\n"
             ]
            }
           ],
           "source": [
            "var period = Period.Parse(\"2026-Q1\");\n",
            "Console.WriteLine(period.Next());"
           ]
          }
         ]
        }
        """;

    public static TheoryData<string> Notebooks =>
        [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.ipynb", SearchOption.AllDirectories).Select(Repository.Relative).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Every_cell_runs_and_prints_what_the_notebook_shows(string page)
    {
        string path = Repository.PathOf(page);
        string text = await File.ReadAllTextAsync(path);
        string before = Environment.CurrentDirectory;
        try
        {
            // A notebook runs in its own folder.
            Environment.CurrentDirectory = Path.GetDirectoryName(path)!;
            Assert.True(Notebook.LoadsPackage(text), $"{page} does not begin by loading the package");
            Assert.Null(await PageRunner.Fault(page, Notebook.Read(text), LanguageVersion.CSharp14));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    [Fact]
    public async Task What_is_as_shown_passes()
    {
        Assert.True(Notebook.LoadsPackage(Two));
        Assert.Null(await PageRunner.Fault("two.ipynb", Notebook.Read(Two), LanguageVersion.CSharp14));
    }

    [Fact]
    public async Task A_stale_output_is_found() => Assert.Equal(
        "two.ipynb:31: the shown output is stale\n  expected: 2026-Q3\n  found:    2026-Q2",
        await PageRunner.Fault("two.ipynb", Notebook.Read(Two.Replace("2026-Q2", "2026-Q3", StringComparison.Ordinal)), LanguageVersion.CSharp14));

    [Fact]
    public async Task A_cell_that_does_not_compile_is_found_with_its_line() => Assert.StartsWith(
        "two.ipynb:30: CS",
        await PageRunner.Fault("two.ipynb", Notebook.Read(Two.Replace("period.Next()", "period.Nest()", StringComparison.Ordinal)), LanguageVersion.CSharp14));

    [Fact]
    public void Another_first_cell_is_found() =>
        Assert.False(Notebook.LoadsPackage(Two.Replace("nuget: CareMetrics", "nuget: Other", StringComparison.Ordinal)));
}
