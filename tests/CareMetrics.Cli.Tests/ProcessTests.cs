using System.Diagnostics;

namespace CareMetrics.Cli.Tests;

/// <summary>The tool as a process of its own: what only a process has.</summary>
public class ProcessTests
{
    private const string Answers = "score,channel\n10,phone\n9,phone\n0,chat\n";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static Process Start(IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CareMetrics.Cli.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static ToolRun Run(string input, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        using Process process = Start(environment, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return new ToolRun(process.ExitCode, output.Result, error.Result);
    }

    [Fact]
    public void Standard_input_in_standard_output_out()
    {
        ToolRun run = Run(Answers, null, "nps", "-", "--by", "channel", "--format", "csv");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("measure,group,period,value", run.Output);
        Assert.Contains("\nnps,chat,,-100,", run.Output);
        Assert.Contains("\nnps,,,33.3333333333333", run.Output);
    }

    [Fact]
    public void No_setting_of_a_build_server_brings_colour_into_a_pipe()
    {
        var server = new Dictionary<string, string> { ["CI"] = "true", ["GITHUB_ACTIONS"] = "true", ["TEAMCITY_VERSION"] = "2026", ["TERM"] = "xterm-256color", ["COLORTERM"] = "truecolor" };

        Assert.DoesNotContain('\u001b', Run(Answers, server, "report", "-").Output);
    }

    [Theory]
    [InlineData(1, "score\nabc\n", "nps", "-")]
    [InlineData(1, "", "nps", "-")]
    [InlineData(2, "", "nps")]
    [InlineData(2, "", "nps", "-", "--zone", "Nowhere/Land")]
    public void Exit_codes_reach_the_shell(int exitCode, string input, params string[] arguments)
    {
        ToolRun run = Run(input, null, arguments);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Matches(@"^caremetrics: [^\n]+\n$", run.Error);
    }

    [Fact]
    public void A_full_disk_behind_standard_output_is_one_line()
    {
        if (File.Exists("/dev/full"))
        {
            using Process shell = Process.Start(new ProcessStartInfo("sh")
            {
                ArgumentList = { "-c", "dotnet \"$0\" nps - >/dev/full", Path.Combine(AppContext.BaseDirectory, "CareMetrics.Cli.dll") },
                RedirectStandardInput = true,
                RedirectStandardError = true,
            })!;
            shell.StandardInput.Write(Answers);
            shell.StandardInput.Close();
            string error = shell.StandardError.ReadToEnd();
            shell.WaitForExit();

            Assert.Equal(2, shell.ExitCode);
            Assert.StartsWith("caremetrics: cannot write to standard output: ", error);
        }
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task An_interrupted_process_leaves_no_output(string signal, int exitCode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new Folder();
        using Process process = Start(null, "nps", "-", "--output", folder.File("out.txt"));
        // More than a pipe holds: once it is written, the process reads, and has been listening to signals before.
        await process.StandardInput.WriteAsync(Answers + string.Concat(Enumerable.Repeat("8,phone\n", 100_000)));
        await process.StandardInput.FlushAsync();
        using (Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill();
            Assert.Fail($"SIG{signal} does not end the process; whoever started the tests may ignore it, as a script does for what it starts with &");
        }

        Assert.Equal(exitCode, process.ExitCode);
        Assert.Equal("caremetrics: interrupted; nothing was written\n", await process.StandardError.ReadToEndAsync());
        Assert.Empty(folder.Names);
    }
}
