using Microsoft.CodeAnalysis.CSharp;

namespace CareMetrics.Tests.Docs;

// In one collection with the pages: both hold the console's output while they run.
[Collection("Console output")]
public class PageRunnerTests
{
    private const string Start = "# Page\n\n```csharp\nusing CareMetrics.Periods;\nvar period = Period.Parse(\"2026-Q1\");\n```\n\nMore:\n\n";

    [Theory]
    [InlineData("Console.WriteLine(period.Next()); // -> 2026-Q2")]
    [InlineData("period.Next() // -> 2026-Q2")]
    [InlineData("period\n    .Next() // -> 2026-Q2\nperiod.Previous() // -> 2025-Q4")]
    [InlineData("for (int i = 0; i < 2; i++)\n{\n    Console.WriteLine(i);\n}\n// -> 0\n// -> 1")]
    [InlineData("Console.WriteLine(0.5); // -> 0.5")]
    [InlineData("int quiet = 1;")]
    public async Task Output_that_is_as_shown_passes(string code) => Assert.Null(await Fault(code));

    [Theory]
    [InlineData("Console.WriteLine(period.Next()); // -> 2026-Q3", "page.md:11: the shown output is stale\n  expected: 2026-Q3\n  found:    2026-Q2")]
    [InlineData("int a = 1;\nint b = a; // -> 1", "page.md:12: the shown output is stale\n  expected: 1\n  found:    (nothing more is printed)")]
    [InlineData("Console.WriteLine(period);", "page.md:11: the block prints a line that it does not show\n  found:    2026-Q1")]
    [InlineData("int a = 1;\nint b = \"x\";", "page.md:12: CS0029 Cannot implicitly convert type 'string' to 'int'")]
    public async Task A_stale_example_is_found_with_its_line(string code, string fault) => Assert.Equal(fault, await Fault(code));

    [Fact]
    public async Task An_example_that_throws_is_found_with_its_line()
    {
        string? fault = await Fault("int a = 1;\nPeriod.Parse(\"2026-Q5\");");
        Assert.StartsWith("page.md:11: the block throws FormatException: \"2026-Q5\" is not a period; quarters run from Q1 to Q4", fault);
        Assert.Contains("page.md:line 12", fault);
    }

    [Theory]
    [InlineData("cs")]
    [InlineData("c#")]
    [InlineData("csharp no-run")]
    public async Task No_block_of_code_escapes_by_its_mark(string mark) => Assert.Equal(
        $"page.md:2: the block is marked '{mark}'; C# is marked 'csharp' alone, and run",
        await PageRunner.Fault("page.md", $"```{mark}\nnonsense\n```", LanguageVersion.CSharp12));

    [Fact]
    public async Task Other_languages_are_left_alone() =>
        Assert.Null(await PageRunner.Fault("page.md", "```console\n$ caremetrics nps\n```\n```csv\na,b\n```", LanguageVersion.CSharp12));

    private static Task<string?> Fault(string code) =>
        PageRunner.Fault("page.md", $"{Start}```csharp\n{code}\n```\n", LanguageVersion.CSharp12);
}
