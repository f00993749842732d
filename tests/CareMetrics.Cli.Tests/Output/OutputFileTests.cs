namespace CareMetrics.Cli.Tests;

public class OutputFileTests
{
    [Fact]
    public void The_file_holds_what_standard_output_would()
    {
        using var folder = new Folder();
        string file = folder.File("out.txt");
        ToolRun direct = ToolRun.On(Made.Report(), "nps", "a.csv");

        ToolRun run = ToolRun.On(Made.Report(), "nps", "a.csv", "--output", file);

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Equal(direct.Output, File.ReadAllText(file));
        Assert.NotEqual(0xEF, File.ReadAllBytes(file)[0]);
        Assert.Equal(["out.txt"], folder.Names);
    }

    [Fact]
    public void On_a_terminal_too_the_file_gets_no_control_codes()
    {
        using var folder = new Folder();
        string file = folder.File("out.txt");

        ToolRun.OnTerminal(Made.Report(), 60, Spectre.Console.AnsiSupport.Yes, "report", "a.csv", "--output", file);

        string content = File.ReadAllText(file);
        Assert.DoesNotContain('\u001b', content);
        Assert.Contains(new string('─', 80), content);
    }

    [Fact]
    public void An_older_file_is_replaced_as_a_whole()
    {
        using var folder = new Folder();
        string file = folder.File("out.json", new string('x', 100_000));

        ToolRun.On(Made.Report(), "nps", "a.csv", "--format", "json", "--output", file);

        Assert.EndsWith("]\n", File.ReadAllText(file));
    }

    [Fact]
    public void A_failed_run_leaves_an_older_file_as_it_was()
    {
        using var folder = new Folder();
        string file = folder.File("out.txt", "before");

        ToolRun run = ToolRun.With(host => host with { Read = (_, _, _) => throw new InputException("bad") }, "nps", "a.csv", "--output", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("before", File.ReadAllText(file));
        Assert.Equal(["out.txt"], folder.Names);
    }

    [Fact]
    public void A_link_stays_a_link_to_the_file_that_is_written()
    {
        using var folder = new Folder();
        string file = folder.File("real.txt", "before");
        string link = folder.File("link.txt");
        File.CreateSymbolicLink(link, file);

        ToolRun.On(Made.Report(), "nps", "a.csv", "--output", link);

        Assert.Equal(file, new FileInfo(link).LinkTarget);
        Assert.Contains("NPS", File.ReadAllText(file));
    }

    [Fact]
    public void A_device_is_written_and_not_replaced()
    {
        if (File.Exists("/dev/null"))
        {
            Assert.Equal(0, ToolRun.On(Made.Report(), "nps", "a.csv", "--output", "/dev/null").ExitCode);
            Assert.Equal("", File.ReadAllText("/dev/null"));
        }
    }

    [Theory]
    [InlineData("one.csv", "link.csv")]
    [InlineData("link.csv", "one.csv")]
    [InlineData("link.csv", "second.csv")]
    [InlineData("real/a.csv", "folder/a.csv")]
    [InlineData("folder/a.csv", "real/a.csv")]
    [InlineData("folder/a.csv", "deep/a.csv")]
    [InlineData("real/../one.csv", "link.csv")]
    public void No_name_of_a_file_to_read_is_written_to(string input, string output)
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder.File("real"));
        foreach (string name in new[] { "one.csv", "real/a.csv" })
        {
            folder.File(name, "score\n9\n");
        }

        File.CreateSymbolicLink(folder.File("link.csv"), "one.csv");
        File.CreateSymbolicLink(folder.File("second.csv"), folder.File("link.csv"));
        Directory.CreateSymbolicLink(folder.File("folder"), folder.File("real"));
        Directory.CreateSymbolicLink(folder.File("deep"), "real/../folder/.");

        ToolRun run = ToolRun.Of("nps", folder.File(input), "--output", folder.File(output));

        Assert.Equal(new ToolRun(2, "", $"caremetrics: cannot write {folder.File(output)}: it is also a file to read\n"), run);
        Assert.All(["one.csv", "link.csv", "real/a.csv"], name => Assert.Equal("score\n9\n", File.ReadAllText(folder.File(name))));
    }

    [Fact]
    public void Links_that_go_round_are_no_file()
    {
        using var folder = new Folder();
        File.CreateSymbolicLink(folder.File("a.txt"), "b.txt");
        File.CreateSymbolicLink(folder.File("b.txt"), "a.txt");

        Assert.StartsWith("caremetrics: a.txt: ", ToolRun.Of("nps", folder.File("a.txt")).Error.Replace(folder.Path + "/", ""));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("/dev/stdout")]
    public void Standard_output_has_names_of_its_own(string name)
    {
        ToolRun run = ToolRun.On(Made.Report(), "nps", "a.csv", "--output", name);

        Assert.Equal(ToolRun.On(Made.Report(), "nps", "a.csv"), run);
        Assert.False(File.Exists("-"));
    }

    [Fact]
    public void What_cannot_be_written_is_found_before_the_read()
    {
        using var folder = new Folder();
        string file = folder.File("taken", "x");
        string missing = Path.Combine(folder.Path, "no", "out.txt");

        Fails($"cannot write {folder.Path}: it is a folder; --output takes the name of a file", folder.Path);
        Fails($"cannot write {missing}: there is no folder {Path.GetDirectoryName(missing)}", missing);
        Fails($"cannot write {file}/: it is a folder; --output takes the name of a file", file + "/");
        Fails($"cannot write {file}: it is also a file to read", file);
        Fails($"cannot write {file}/out.txt: there is no folder {file}", file + "/out.txt");
        Assert.Equal(["taken"], folder.Names);

        void Fails(string message, string output)
        {
            ToolRun run = ToolRun.With(
                host => host with { Read = (_, _, _) => throw new InputException("was read") }, "nps", folder.File("taken"), "--output", output);
            Assert.Equal((2, $"caremetrics: {message}\n"), (run.ExitCode, run.Error));
        }
    }

    [Fact]
    public void A_folder_without_permission_is_named()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return;
        }

        using var folder = new Folder();
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        ToolRun run = ToolRun.On(Made.Report(), "nps", "a.csv", "--output", folder.File("out.txt"));
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal((2, $"caremetrics: cannot write {folder.File("out.txt")}: no permission\n"), (run.ExitCode, run.Error));
    }
}
