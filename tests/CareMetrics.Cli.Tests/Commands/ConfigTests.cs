using System.Text.RegularExpressions;
using CareMetrics.Tests;

namespace CareMetrics.Cli.Tests;

/// <summary>One definition in a file says what the options say, and what is typed wins.</summary>
public sealed class ConfigTests : IDisposable
{
    private const string Answers =
        "mark,who,team,region,when\n9,A,x,north,25.02.2026\n3,B,y,north,26.02.2026\n8,A,x,south,27.02.2026\nNA,C,y,north,01.03.2026\n10,D,x,north,02.03.2026\n11,D,x,north,02.03.2026\n2,A,y,north,03.03.2026\n";

    private const string Care = """
        {
          // The definition of 2026.
          "score": "mark", "customer": "who", "date": "when", "dateFormat": "d.M.yyyy", "zone": "Europe/Berlin",
          "by": ["team"], "every": "month", "where": { "region": "north" }, "scale": "1-10", "invalid": "count", "missing": ["NA", "n/a"],
          "level": 0.9, "method": "wald", "csatScale": "1-10:8", "cesScale": "1-10:7", "latest": true,
        }
        """;

    private static readonly string[] Typed =
    [
        "--score", "mark", "--customer", "who", "--date", "when", "--date-format", "d.M.yyyy", "--zone", "Europe/Berlin", "--by", "team", "--every", "month",
        "--where", "region=north", "--invalid", "count", "--missing", "NA,n/a", "--level", "0.9", "--latest",
    ];

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_docs_say_which_commands_take_it()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "the-tool.md"));
        string sentence = Regex.Match(page, @"One file serves the commands that count answers,[^.]*\.").Value;
        string[] parts = sentence.Split(';');

        Assert.All(Names(parts[0]), command => Assert.Contains("--config FILE", Help(command)));
        Assert.All(Names(parts[1]).Where(name => name != "--config"), command => Assert.DoesNotContain("--config", Help(command)));
        IEnumerable<string> all = Regex.Matches(ToolRun.Of("--help").Output.Split("Commands:")[1].Split("Options:")[0], @"^  ([a-z]+) ", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
        Assert.Equal(all.Append("nps plan").Append("--config").Order(StringComparer.Ordinal), Names(sentence).Order(StringComparer.Ordinal));

        static string[] Names(string text) => [.. Regex.Matches(text, "`([^`]+)`").Select(match => match.Groups[1].Value)];

        static string Help(string command) => ToolRun.Of([.. command.Split(' '), "--help"]).Output;
    }

    [Theory]
    [InlineData("nps", "--scale", "1-10", "--method", "wald")]
    [InlineData("csat", "--scale", "1-10:8")]
    [InlineData("ces", "--scale", "1-10:7")]
    [InlineData("report", "--scale", "1-10")]
    [InlineData("tally", "--scale", "1-10")]
    public void It_says_what_the_options_say_and_the_definition_is_the_same(string command, params string[] own)
    {
        (string file, string config) = (_folder.File("a.csv", Answers), _folder.File("care.json", Care));
        string[] typed = [.. command == "tally" ? Typed.Where((_, i) => i is not (20 or 21)) : Typed, .. own];
        string[] last = command == "tally" ? [] : ["--format", "csv"];

        ToolRun expected = ToolRun.Of([command, file, .. typed, .. last]);

        Assert.Equal(0, expected.ExitCode);
        Assert.Equal(Counted(expected), Counted(ToolRun.Of([command, file, "--config", config, .. last])));
        Assert.Contains("only rows where region = north", expected.Output);
    }

    // The command, the files it names and what it leaves out of one are not the same.
    private static ToolRun Counted(ToolRun run) => run with
    {
        Output = Without(run.Output, line => line.StartsWith("basis,command", StringComparison.Ordinal) || line.StartsWith("basis,sha-256", StringComparison.Ordinal)),
        Error = Without(run.Error, line => line.EndsWith(" leaves out here", StringComparison.Ordinal)),
    };

    private static string Without(string text, Func<string, bool> line) => string.Join('\n', text.Split('\n').Where(found => !line(found)));

    [Theory]
    [InlineData("report", "NPS 26", "latest, method")]
    [InlineData("report --latest", "NPS 23", "method, baseline, period")]
    [InlineData("compare --score score", "NPS: inconclusive", "latest, method, control")]
    [InlineData("compare --rate resolved=yes", "share of resolved = yes: inconclusive", "customer, latest, method, control")]
    [InlineData("compare --score score --changed-on 2026-01-01", "NPS: inconclusive", "latest, method, control")]
    [InlineData("nps", "NPS", "control, baseline, period")]
    [InlineData("csat --scale 0-10:9", "CSAT", "method, control, baseline, period")]
    [InlineData("ranters", "", "latest, method, baseline, period")]
    [InlineData("tally", "period,", "level, method, control, baseline, period")]
    public void What_a_command_leaves_out_is_named_in_one_line(string command, string starts, string leftOut)
    {
        string config = _folder.File(
            "care.json", """{ "latest": true, "customer": "customer_id", "level": 0.95, "method": "wald", "control": "programme=control", "baseline": "2025-Q4", "period": "2026-Q1", "csatScale": "0-10:9" }""");
        string[] typed = command.Split(' ');

        ToolRun run = ToolRun.Of([typed[0], SampleFile.Answers, .. typed[1..], "--config", config]);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(starts, run.Output);
        Assert.Equal($"caremetrics: warning: {config} says {leftOut}, which {typed[0]} leaves out here", Assert.Single(run.Error.Split('\n'), line => line.Contains("leaves out", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_baseline_without_a_period_waits_for_one()
    {
        string config = _folder.File("care.json", """{ "baseline": "last-year", "asOf": "2026-04-20", "answerWindow": 30 }""");

        ToolRun alone = ToolRun.Of("report", SampleFile.Answers, "--config", config, "--line");
        ToolRun named = ToolRun.Of("report", SampleFile.Answers, "--config", config, "--line", "--period", "2026-Q1");

        Assert.Contains("on 2025-Q4, provisional (2026-Q1: answers still due until 2026-04-30)", alone.Output);
        Assert.Equal($"caremetrics: warning: {config} says baseline, which report leaves out here\n", alone.Error);
        Assert.Contains("on 2025-Q1, provisional (2026-Q1: answers still due until 2026-04-30)", named.Output);
        Assert.Equal("", named.Error);
    }

    [Fact]
    public void Ranters_take_what_they_have_an_option_for()
    {
        (string file, string config) = (_folder.File("a.csv", Answers), _folder.File("care.json", Care.Replace("\"latest\": true", "\"control\": \"team=y\"", StringComparison.Ordinal)));

        ToolRun expected = ToolRun.Of(
            "ranters", file, "--score", "mark", "--customer", "who", "--date", "when", "--date-format", "d.M.yyyy", "--zone", "Europe/Berlin", "--where", "region=north", "--scale", "1-10",
            "--invalid", "count", "--missing", "NA,n/a", "--level", "0.9", "--control", "team=y", "--format", "json");

        Assert.Equal(Counted(expected), Counted(ToolRun.Of("ranters", file, "--config", config, "--format", "json")));
    }

    [Fact]
    public void What_is_typed_wins()
    {
        (string file, string config) = (_folder.File("a.csv", Answers), _folder.File("care.json", Care));

        string output = ToolRun.Of("nps", file, "--config", config, "--where", "region=south", "--scale", "0-10", "--every", "quarter").Output.ReplaceLineEndings(" ");

        Assert.Contains("on the 0–10 scale", output);
        Assert.Contains("only rows where region = south;", output);
        Assert.Contains("2026-Q1", output);
        Assert.DoesNotContain("region = north", output);
    }

    [Fact]
    public void Counts_and_closed_periods_alone_are_not_asked_for_columns_of_answers()
    {
        string config = _folder.File("care.json", Care.Replace("\"by\": [\"team\"], \"every\": \"month\", \"where\": { \"region\": \"north\" }, ", "", StringComparison.Ordinal));
        string counts = _folder.File("counts.csv", "detractors,passives,promoters\n1,2,3\n");
        string answers = _folder.File("a.csv", Answers);
        string closed = _folder.File("closed.csv");

        Assert.Equal(0, ToolRun.Of("nps", "--tallied", counts, "--config", config).ExitCode);
        Assert.Equal(0, ToolRun.Of("tally", answers, "--config", config, "-o", closed).ExitCode);
        Assert.Equal(0, ToolRun.Of("report", "--closed", closed, "--config", config).ExitCode);
        Assert.Equal(0, ToolRun.Of("report", answers, "--closed", closed, "--config", config).ExitCode);
    }

    [Fact]
    public void What_a_report_compares_and_values_can_stand_in_the_file()
    {
        string closed = _folder.File("closed.csv");
        Assert.Equal(0, ToolRun.Of("tally", SampleFile.Answers, "--by", "channel", "--every", "quarter", "--through", "2025-Q4", "-o", closed).ExitCode);
        string sizes = CareMetrics.Tests.Repository.PathOf("docs/samples/population.csv");
        string config = _folder.File(
            "care.json",
            $$"""
            { "by": ["channel"], "customer": "customer_id", "score": "score", "baseline": "2025-Q4", "period": "2026-Q1", "asOf": "2026-04-20", "answerWindow": 7, "closed": ["{{closed.Replace("\\", "/", StringComparison.Ordinal)}}"],
              "population": "{{sizes.Replace("\\", "/", StringComparison.Ordinal)}}", "valuePerSave": 450.50, "valueSd": 20, "basis": "margin", "horizon": "2 years", "currency": "EUR", "investment": 12000,
              "costPerContact": 1.5, "costPerSave": 2, "costOfNewCustomer": 99, "control": "programme=control" }
            """);
        string[] ranges = ["--baseline", "2025-Q4", "--period", "2026-Q1", "--as-of", "2026-04-20", "--answer-window", "7"];

        string[] keeping =
        [
            "--value-per-save", "450.50", "--value-sd", "20", "--basis", "margin", "--horizon", "2 years", "--currency", "EUR", "--investment", "12000", "--cost-per-contact", "1.5",
            "--cost-per-save", "2", "--cost-of-new-customer", "99",
        ];

        ToolRun typed = ToolRun.Of(["report", SampleFile.Answers, "--closed", closed, "--by", "channel", "--population", sizes, .. ranges, .. keeping, "--format", "csv"]);
        Assert.Equal(0, typed.ExitCode);
        Assert.Equal(Counted(typed), Counted(ToolRun.Of("report", SampleFile.Answers, "--config", config, "--format", "csv")));

        // One file serves all: what goes with nothing that is asked is left out.
        ToolRun compared = ToolRun.Of(["compare", SampleFile.Answers, "--closed", closed, .. ranges, "--format", "csv"]);
        Assert.Equal(Counted(compared), Counted(ToolRun.Of("compare", SampleFile.Answers, "--config", config, "--format", "csv")));
        Assert.Equal(0, compared.ExitCode);
        string[][] others =
        [
            ["nps", SampleFile.Answers], ["report"], ["compare"], ["compare", SampleFile.Answers, "--rate", "resolved=yes"], ["retention", SampleFile.Answers], ["ranters", SampleFile.Answers], ["csat", SampleFile.Answers, "--scale", "0-10:9"],
            ["report", "--tallied", CareMetrics.Tests.Repository.PathOf("docs/samples/answers-tallied.csv"), "--by", "group", "--population", "100000"],
            ["compare", SampleFile.Answers, "--score", "score", "--changed-on", "2026-02-16", "--weeks", "4"], ["tally", SampleFile.Answers],
        ];
        Assert.All(others, other => Assert.Equal((0, ""), (ToolRun.Of([.. other, "--config", config]) is var run ? run.ExitCode : 0, run.ExitCode == 0 ? "" : run.Error)));
    }

    [Theory]
    [InlineData("{ \"scal\": \"1-10\" }", "there is no key \"scal\"; allowed are score, customer, date, by, every, where, latest, scale, csatScale, cesScale, invalid, missing, dateFormat, zone, delimiter, encoding, level, method, control")]
    [InlineData("{ \"Score\": \"mark\" }", "there is no key \"Score\"; allowed are score, ")]
    [InlineData("{\n \"by\": \"team\" }", "line 2: \"by\" takes a list of columns")]
    [InlineData("{ \"latest\": \"yes\" }", "line 1: \"latest\" takes true or false")]
    [InlineData("{ \"where\": { \"region\": 3 } }", "line 1: \"where\" takes an object of columns and values")]
    [InlineData("{ \"level\": \"0.9\" }", "line 1: \"level\" takes a number such as 0.95")]
    [InlineData("score: mark", "line 1: no JSON object of keys; an example is ")]
    [InlineData("[1]", "line 1: no JSON object of keys; an example is ")]
    [InlineData("", "no JSON object of keys; an example is ")]
    [InlineData("{ \"score\": \"mark\", \"score\": \"who\" }", "\"score\" is said twice")]
    [InlineData("{ \"where\": { \"team\": \"x\", \"team\": \"y\" } }", "\"team\" is said twice")]
    [InlineData("{ \"missing\": [\"1,5\"] }", "\"missing\" has \"1,5\"; a value here holds no comma, and the name of a column no = either")]
    [InlineData("{ \"where\": { \"a=b\": \"x\" } }", "\"where\" has \"a=b\"; a value here holds no comma")]
    [InlineData("{ \"by\": [null] }", "\"by\" is blank; it takes a list of columns")]
    [InlineData("{ \"score\": \"\" }", "\"score\" is blank; it takes a column")]
    [InlineData("null", "needed is an object of keys: score, ")]
    public void What_is_not_allowed_is_one_line_and_exit_code_2(string config, string message)
    {
        string file = _folder.File("care.json", config);
        ToolRun run = ToolRun.Of("nps", _folder.File("a.csv", Answers), "--config", file);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith($"caremetrics: {file}: ", run.Error);
        Assert.Contains(message, run.Error);
        Assert.Equal(1, run.Error.Count(letter => letter == '\n'));
    }

    [Fact]
    public void A_bad_value_names_the_file_that_says_it()
    {
        string file = _folder.File("care.json", "{ \"every\": \"fortnight\" }");

        Assert.Equal(
            new ToolRun(2, "", $"caremetrics: --every is fortnight; allowed are week, month, quarter, half, year (said by {file})\n"),
            ToolRun.Of("nps", _folder.File("a.csv", Answers), "--config", file));
        Assert.Equal(new ToolRun(1, "", $"caremetrics: {_folder.File("no.json")}: no such file\n"), ToolRun.Of("nps", "a.csv", "--config", _folder.File("no.json")));
        Assert.Contains("--config needs the name of a file", ToolRun.Of("nps", "a.csv", "--config", "-").Error);
        Assert.Contains("--config needs a value, FILE", ToolRun.Of("nps", "a.csv", "--config").Error);
    }

    [Fact]
    public void A_value_that_starts_with_a_dash_and_files_behind_two_dashes_stay_what_they_are()
    {
        string file = _folder.File("a.csv", "mark,-x\n9,-y\n3,z\n");
        string config = _folder.File("care.json", "{ \"score\": \"mark\", \"where\": { \"-x\": \"-y\" }, \"missing\": [\"-99\"] }");

        Assert.Contains("2 rows read = 1 answered", ToolRun.Of("nps", "--config", config, "--", file).Output);
    }
}
