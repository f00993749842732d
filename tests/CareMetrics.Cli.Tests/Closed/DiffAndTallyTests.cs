namespace CareMetrics.Cli.Tests;

/// <summary>What diff and tally say where there is little to say: no common period, the same file, nothing closed.</summary>
public sealed class DiffAndTallyTests : IDisposable
{
    private const string Header = "period,detractors,passives,promoters,missing,invalid,superseded,customers,sum_ss,sum_sm,sum_mm,also_before,sum_s0_s1,sum_s0_m1,sum_m0_s1,sum_m0_m1,definition\n";
    private const string January = Header + "2025-01,1,1,3,2,0,0,3,2,3,9,,,,,,NPS\n";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2025-01,1,1,3,2,", "2025-01,1,1,3,4,", "1 of 1 period changed, in missing alone: ")]
    [InlineData("2025-01,1,1,3,2,0,0", "2025-01,1,1,3,2,1,5", "1 of 1 period changed, in invalid, superseded alone: ")]
    [InlineData("0,3,2,3,9", "0,3,2,4,9", "1 of 1 period changed, in whose answers they are: ")]
    [InlineData("0,3,2,3,9", "0,3,2,3,9", "No number changed in 1 period: ")]
    [InlineData("2025-01,1,1,3,2,0,0,3,2,3,9", "2025-01,1,1,4,2,0,0,,,,", "1 of 1 period changed, by 1 answer: ")]
    [InlineData("2025-01", "2025-03", "No period is in both files: ")]
    public void What_moved_is_named_also_where_no_answer_did(string from, string to, string headline)
    {
        string changed = January.Replace(from, to, StringComparison.Ordinal);

        ToolRun run = ToolRun.Of("diff", _folder.File("old.csv", January), _folder.File("new.csv", changed));

        Assert.Equal("", run.Error);
        Assert.StartsWith(headline, run.Output);
    }

    [Fact]
    public void A_file_is_not_compared_with_itself()
    {
        string file = _folder.File("old.csv", January);

        Assert.Equal(new ToolRun(2, "", $"caremetrics: OLD and NEW are the same file, {file}; nothing can have changed\n"), ToolRun.Of("diff", file, Path.Combine(_folder.Path, ".", "old.csv")));
    }

    [Fact]
    public void Nothing_is_written_where_nothing_would_be_closed()
    {
        string file = _folder.File("a.csv", "score,date\n9,2025-01-02\n");
        string blank = _folder.File("b.csv", "score,date\n9,\n");
        string closed = _folder.File("closed.csv");

        Assert.Equal(
            new ToolRun(1, "", $"caremetrics: {file}: the first period is 2025-01, and --through 2024-12 is before it; nothing would be closed\n"), ToolRun.Of("tally", file, "--through", "2024-12", "-o", closed));
        Assert.Equal(new ToolRun(1, "", $"caremetrics: {blank}: no row has a date, so there is no period to close\n"), ToolRun.Of("tally", blank, "-o", closed));
        Assert.False(File.Exists(closed));
        Assert.Contains("nps, report and compare read such files", ToolRun.Of("tally", "--help").Output.ReplaceLineEndings(" "));
        Assert.Contains("\n  seen ", ToolRun.Of("tally", "--help").Output);
    }

    [Fact]
    public void A_value_with_a_semicolon_is_one_part_of_the_definition()
    {
        string file = _folder.File("a.csv", "score,date,note\n9,2025-01-31,a; b\n8,2025-02-28,a; b\n8,2025-02-28,\"say \"\"no\"\"; c\"\n");
        string closed = _folder.File("closed.csv");
        Assert.Equal(0, ToolRun.Of("tally", file, "--where", "note=a; b", "-o", closed).ExitCode);

        Assert.Contains("zone UTC, filter note = \"a; b\"; as of", ToolRun.Of("compare", "--closed", closed, "--period", "2025-02").Output.ReplaceLineEndings(" "));
        Assert.Contains("filter note = \"say 'no'; c\"; as of", ToolRun.Of("compare", file, "--score", "score", "--where", "note=say \"no\"; c", "--period", "2025-02").Output.ReplaceLineEndings(" "));
        Assert.Equal(["only rows where a = \"b; c\"", "d"], DefinitionParts.Split("only rows where a = \"b; c\"; d; "));
    }

    [Fact]
    public void A_column_name_with_quotes_and_a_semicolon_is_one_part_of_the_definition()
    {
        string file = _folder.File("a.csv", "\"our \"\"score; 0-10\",\"the \"\"sent; at\"\n9,2025-01-31\n8,2025-02-28\n");
        string closed = _folder.File("closed.csv");
        Assert.Equal(0, ToolRun.Of("tally", file, "--score", "our \"score; 0-10", "--date", "the \"sent; at", "-o", closed).ExitCode);

        Assert.Contains("answers in column \"our 'score; 0-10\"; scale 0–10, dated by the 'sent; at, zone UTC;", ToolRun.Of("compare", "--closed", closed, "--period", "2025-02").Output.ReplaceLineEndings(" "));
    }
}
