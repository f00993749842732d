
namespace CareMetrics.Cli.Tests;

public sealed class FileErrorTests : IDisposable
{
    private readonly Desk _desk = new();

    [Fact]
    public void A_file_that_is_not_there() =>
        Assert.Equal("none.csv: no such file", _desk.Error([_desk.Nothing("none.csv")]));

    [Fact]
    public void A_file_in_a_folder_that_is_not_there() =>
        Assert.Equal($"no{Path.DirectorySeparatorChar}none.csv: no such file", _desk.Error([_desk.Nothing(Path.Combine("no", "none.csv"))]));

    [Fact]
    public void A_folder() =>
        Assert.Equal("data: is a folder; name the files in it", _desk.Error([_desk.Folder("data")]));

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\r\n")]
    [InlineData("  \n")]
    public void An_empty_file(string text) =>
        Assert.Equal("answers.csv: the file is empty; needed is a header line, then a row for each answer", _desk.Error(text));

    [Theory]
    [InlineData("score,channel")]
    [InlineData("score,channel\n")]
    [InlineData("score,channel\r\n\r\n  \r\n")]
    public void A_header_and_nothing_else(string text) =>
        Assert.Equal("answers.csv: a header and no rows; needed is a row for each answer", _desk.Error(text));

    [Theory]
    [InlineData("9", "1 field found; the header has 3")]
    [InlineData("9,x", "2 fields found; the header has 3")]
    [InlineData("9,x,y,z", "4 fields found; the header has 3")]
    public void A_row_with_too_few_or_too_many_fields(string row, string found) =>
        Assert.Equal($"answers.csv: line 3: {found}", _desk.Error($"score,a,b\n9,x,y\n{row}\n", Counting));

    [Fact]
    public void A_quote_that_never_closes_would_swallow_rows() =>
        Assert.Equal(
            "answers.csv: line 3: a quote opens in this row and never closes", _desk.Error("score,comment\n9,x\n9,\"oh\n3,y\n2,z\n", Counting));

    [Fact]
    public void A_quote_that_never_closes_in_the_header() =>
        Assert.Equal("answers.csv: line 1: a quote opens in this row and never closes", _desk.Error("\"score,comment\n9,x\n"));

    [Fact]
    public void A_quote_that_never_closes_in_a_large_file_ends_the_reading_early()
    {
        string text = "score,comment\n9,x\n9,\"oh\n" + string.Concat(Enumerable.Repeat("3,and so on\n", 2_000_000));

        Assert.Equal("answers.csv: line 3: a row of more than 16 MiB; does a quote in it never close?", _desk.Error(text));
    }

    [Fact]
    public void A_stray_quote_in_a_column_that_is_not_used_does_not_matter() =>
        Assert.Equal(2, _desk.Read("score,comment\n9,a 5\" screen\n3,\"so\" she said\n").Ledger.Answered);

    [Fact]
    public void Standard_input_twice_is_a_usage_error() =>
        Assert.Equal(
            "standard input (-) is named more than once; it can be read only once",
            Assert.Throws<UsageException>(() => Desk.Read(["-", "-"])).Message);

    [Theory]
    [InlineData("nps", "")]
    [InlineData("diff", "", "a.csv")]
    [InlineData("look", "")]
    public void A_blank_name_of_a_file_is_a_usage_error(params string[] command) =>
        Assert.Equal(new ToolRun(2, "", "caremetrics: the name of a file is blank\n"), ToolRun.Of(command));

    [Fact]
    public void A_file_named_twice_would_count_twice_and_is_a_usage_error()
    {
        string one = _desk.Put("one.csv", "score\n9\n");
        string folder = Path.GetDirectoryName(one)!;
        string link = _desk.Nothing("link.csv");
        File.CreateSymbolicLink(link, "one.csv");
        string around = Path.Combine(folder, "..", Path.GetFileName(folder), "one.csv");

        Fails($"{one} is named more than once", one, one);
        Fails($"{one} and {around} are the same file", one, around);
        Fails($"{one} and {link} are the same file", one, _desk.Put("two.csv", "score\n1\n"), link);
        Assert.Equal(2, Desk.Read([one, _desk.Nothing("two.csv")]).Ledger.Answered);

        static void Fails(string message, params string[] files) => Assert.Equal(
            message + "; its rows would be counted more than once", Assert.Throws<UsageException>(() => Desk.Read(files)).Message);
    }

    [Fact]
    public void A_file_that_may_not_be_read()
    {
        Assert.Equal(
            "answers.csv: no permission to read it", InputErrors.Unreadable("answers.csv", new UnauthorizedAccessException("Access to the path is denied.")).Message);
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return;
        }

        string path = _desk.Put("locked.csv", "score\n9\n");
        File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.Equal("locked.csv: no permission to read it", _desk.Error([path]));
    }

    [Fact]
    public void A_disk_that_fails_while_reading()
    {
        AnswerQuery query = Desk.Plain with { Files = ["-"] };

        string message = Assert.Throws<InputException>(() => AnswerReader.Read(query, null, () => new Failing(), CancellationToken.None)).Message;

        Assert.Equal("standard input: cannot be read: the disk is gone", message);
    }

    [Fact]
    public void Text_of_a_file_in_a_message_is_short_and_free_of_control_codes()
    {
        string error = _desk.Error("score\n\"\u001b[31m" + new string('x', 60) + "\na\"\n");

        Assert.Equal("answers.csv: line 2, column \"score\": found \" [31m" + new string('x', 35) + "…\"; allowed are whole numbers from 0 to 10", error);
    }

    public void Dispose() => _desk.Dispose();

    private static AnswerQuery Counting(AnswerQuery query) => query with { Invalid = CareMetrics.Statistics.InvalidAnswers.Count };

    private sealed class Failing() : MemoryStream("score\n9\n"u8.ToArray())
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = base.Read(buffer, offset, count);
            return read > 0 ? read : throw new IOException("the disk is gone");
        }
    }
}
