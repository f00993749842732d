using System.Diagnostics;
using System.Text.RegularExpressions;
using CareMetrics.Tests;
using CareMetrics.Tests.Docs;

namespace CareMetrics.Cli.Tests;

/// <summary>The nightly job of docs/guide-pipeline.md, run by a shell that finds the tool as <c>caremetrics</c>.</summary>
public sealed class PipelineTests : IDisposable
{
    private const string Prompt = "$ sh ";

    private readonly Folder _folder = new();

    public PipelineTests()
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(_folder.File("docs"), Repository.PathOf("docs"));
            string tool = _folder.File("caremetrics", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "CareMetrics.Cli.dll")}' \"$@\"\n");
            File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    public static TheoryData<int> Blocks =>
        [.. MarkdownBlock.Read(Page()).Where(block => block.Code.StartsWith(Prompt, StringComparison.Ordinal)).Select(block => block.FirstLine)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void What_the_guide_shows_is_what_the_job_prints(int line)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string[] shown = MarkdownBlock.Read(Page()).Single(block => block.FirstLine == line).Code.Split('\n', 2);
        ToolRun run = Sh(shown[0][Prompt.Length..].Split(' '));
        Assert.Equal(shown[1], run.Output.TrimEnd('\n'));
        Assert.Equal(shown[1].Contains("below the target", StringComparison.Ordinal) ? 3 : 0, run.ExitCode);
        Assert.Equal(["change.txt", "channels.json", "quarters.csv", "report.md", "said.txt"], Directory.EnumerateFiles(_folder.File("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, "caremetrics: docs/none.csv: no such file\n", "docs/none.csv")]
    [InlineData(1, "caremetrics: bad.csv: line 2, column \"score\"", "bad.csv")]
    public void A_bad_night_says_why_and_leaves_the_files_of_the_last(int exitCode, string said, string answers)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.File("bad.csv", "answered_at,customer_id,channel,score\n2026-01-05,C1,chat,11\n");
        string kept = Path.Combine(Directory.CreateDirectory(_folder.File("out")).FullName, "quarters.csv");
        File.WriteAllText(kept, "last night");
        ToolRun run = Sh("docs/samples/nightly.sh", answers, "out");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(said, run.Error);
        Assert.EndsWith("nightly: caremetrics nps ended with 1; the file of last night stays\n", run.Error);
        Assert.Equal("last night", File.ReadAllText(kept));
    }

    [Fact]
    public void The_score_its_change_and_the_alarm_are_of_the_same_answers()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string said = Sh("docs/samples/nightly.sh", "docs/samples/answers.csv", "out").Output;

        Match score = Regex.Match(said, @"^(\S+): NPS (\S+) \((\S+) to (\S+)\), (\S+) answers\n");
        Match compared = Regex.Match(File.ReadAllText(Path.Combine(_folder.File("out"), "change.txt")), @"\n(2026-Q1) .*  +(\S+)  +(\S+) to (\S+)  +(\S+)\n");
        Assert.True(score.Success && compared.Success, said);
        Assert.Equal(score.Groups.Values.Skip(1).Select(group => group.Value), compared.Groups.Values.Skip(1).Select(group => group.Value));
        Assert.DoesNotContain("latest", File.ReadAllText(Path.Combine(_folder.File("out"), "channels.json")));
    }

    [Fact]
    public void A_quarter_without_answers_is_no_alarm()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.File("blank.csv", "answered_at,customer_id,channel,score\n2026-01-05,C1,chat,\n");
        Assert.Equal(0, Sh("docs/samples/nightly.sh", "blank.csv", "out", "40").ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private static string Page() => File.ReadAllText(Repository.PathOf("docs", "guide-pipeline.md"));

    private ToolRun Sh(params string[] arguments)
    {
        var start = new ProcessStartInfo("sh", arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ToolRun(process.ExitCode, output, error.Result);
    }
}
