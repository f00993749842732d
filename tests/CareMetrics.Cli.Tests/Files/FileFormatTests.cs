using System.Text;
using CareMetrics.Nps;

namespace CareMetrics.Cli.Tests;

public sealed class FileFormatTests : IDisposable
{
    private readonly Desk _desk = new();

    [Theory]
    [InlineData("score,channel\n9,phone\n3,chat\n")]
    [InlineData("\uFEFFscore,channel\n9,phone\n3,chat\n")]
    [InlineData("\uFEFF\"score\",channel\r\n9,phone\r\n3,chat")]
    [InlineData("score\tchannel\n9\tphone\n3\tchat\n")]
    [InlineData("score;channel\r\n9;phone\r\n3;chat\r\n")]
    [InlineData("score|channel\n9|phone\n3|chat\n")]
    [InlineData("channel;score\nphone;9\nchat;3\n")]
    [InlineData("  score , channel \n 9 , phone \n\t3,chat\n")]
    [InlineData("\"score\",\"channel\"\n\"9\",\"phone\"\n\"3\",\"chat\"\n")]
    [InlineData("\n\nscore,channel\n\n9,phone\n\r\n   \n3,chat\n\n\n")]
    [InlineData("sep=;\nscore;channel\n9;phone\n3;chat\n")]
    [InlineData("score,\"a,b;c;d;e\",channel\n9,x,phone\n3,\"y,\ny\",chat\n")]
    [InlineData("score\rchannel\r", false)]
    public void A_table_reads_the_same_however_it_is_written(string text, bool hasChannel = true)
    {
        if (!hasChannel)
        {
            Assert.Contains("not scores", _desk.Error(text + "x\r"), StringComparison.Ordinal);
            return;
        }

        AnswerSummary read = _desk.Read(text, query => query with { Breakdowns = [new Breakdown { By = ["channel"] }] });

        Assert.Equal(["- chat 1/0/0", "- phone 0/0/1", "- total 1/0/1"], Cells.Of(read));
    }

    [Theory]
    [InlineData("score;comment\n7;a,b,c\n8;d,e,f,g\n")]
    [InlineData("score\tcomment\n7\ta;b,c,d\n8\td,e,f,g\n")]
    [InlineData("score;\"how, likely, are, you\"\n7;1\n8;2\n")]
    public void The_delimiter_is_found_in_the_header(string text) =>
        Assert.Equal(2, _desk.Read(text).Ledger.Answered);

    [Fact]
    public void A_delimiter_that_is_given_is_not_looked_for()
    {
        const string Text = "score:a,b,c\n7:1,2\n";

        Assert.Equal(1, _desk.Read(Text, query => query with { Delimiter = ':' }).Ledger.Answered);
    }

    [Theory]
    [InlineData('é')]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData('7')]
    public void A_delimiter_that_cannot_be_one_is_a_usage_error(char delimiter) =>
        Assert.StartsWith("--delimiter ", _desk.UsageError("score\n1\n", query => query with { Delimiter = delimiter }), StringComparison.Ordinal);

    [Fact]
    public void Quoted_fields_hold_line_ends_and_doubled_quotes()
    {
        AnswerSummary read = _desk.Read(
            "score,channel\n9,\"a \"\"b\"\"\nc\"\r\n3,\"x,y\"\n", query => query with { Breakdowns = [new Breakdown { By = ["channel"] }] });

        Assert.Equal(["a \"b\"\nc", "x,y", null], read.Breakdowns[0]!.Select(cell => cell.Group));
    }

    [Fact]
    public void A_line_number_counts_the_lines_of_the_file()
    {
        const string Text = "score,comment\n\n9,\"one\r\ntwo\nthree\"\n\n11,x\n";

        Assert.Equal(
            "answers.csv: line 7, column \"score\": found \"11\"; allowed are whole numbers from 0 to 10", _desk.Error(Text));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_wide_file_is_known_by_its_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("score,channel\n9,café\n")];

        AnswerSummary read = _desk.Read(bytes, query => query with { Breakdowns = [new Breakdown { By = ["channel"] }] });

        Assert.Equal(["- café 0/0/1", "- total 0/0/1"], Cells.Of(read));
    }

    [Fact]
    public void A_file_in_another_encoding_is_read_when_told()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("score,größe\n9,café\n");

        AnswerSummary read = _desk.Read(
            bytes, query => query with { Encoding = Encoding.Latin1, Breakdowns = [new Breakdown { By = ["größe"] }] });

        Assert.Equal(["- café 0/0/1", "- total 0/0/1"], Cells.Of(read));
    }

    [Fact]
    public void A_bad_byte_in_a_column_that_is_not_used_does_not_matter()
    {
        byte[] bytes = [.. "score,comment\n9,caf"u8, 0xE9, .. "\n3,x\n"u8];

        Assert.Equal(2, _desk.Read(bytes).Ledger.Answered);
    }

    [Theory]
    [InlineData("channel", "line 3, column \"channel\": found \"caf\uFFFD\"")]
    [InlineData("CHANNEL", "line 3, column \"channel\": found \"caf\uFFFD\"")]
    public void A_bad_byte_in_a_group_is_an_error(string by, string place)
    {
        byte[] bytes = [.. "score,channel\n9,x\n9,caf"u8, 0xE9, .. "\n"u8];

        Assert.Equal(
            $"answers.csv: {place}, which is not valid UTF-8; name the file's encoding with --encoding, such as --encoding windows-1252",
            _desk.Error(bytes, query => query with { Breakdowns = [new Breakdown { By = [by] }] }));
    }

    [Theory]
    [InlineData("score")]
    [InlineData("customer_id")]
    [InlineData("date")]
    [InlineData("channel")]
    public void A_bad_byte_in_any_column_used_is_an_error(string column)
    {
        string[] columns = ["score", "customer_id", "date", "channel"];
        string[] fields = ["9", "c", "2026-01-01", "phone"];
        IEnumerable<byte> bytes = Encoding.UTF8.GetBytes(string.Join(',', columns) + "\n");
        for (int i = 0; i < columns.Length; i++)
        {
            bytes = [.. bytes, .. Encoding.UTF8.GetBytes(fields[i]), .. columns[i] == column ? [(byte)0xFF] : Array.Empty<byte>(), (byte)(i < 3 ? ',' : '\n')];
        }

        string error = _desk.Error([.. bytes], query => query with
        {
            Invalid = CareMetrics.Statistics.InvalidAnswers.Count,
            DateColumn = "date",
            Where = [new ColumnFilter("channel", "phone")],
            Breakdowns = [new Breakdown { Every = Periods.PeriodKind.Month }],
        });

        // A row that the filter leaves out has no score or date to look at, but the filter's own column is used.
        Assert.StartsWith($"answers.csv: line 2, column \"{column}\": found \"", error, StringComparison.Ordinal);
        Assert.Contains("not valid UTF-8", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_byte_in_another_encoding_is_an_error_too()
    {
        byte[] bytes = [.. "score,channel,comment\n9,phone,caf"u8, 0xE9, .. "\n9,caf"u8, 0xE9, .. ",x\n"u8];

        Assert.Contains("line 3, column \"channel\": found \"caf\uFFFD\", which is not valid us-ascii", _desk.Error(
            bytes, query => query with { Encoding = Encoding.ASCII, Breakdowns = [new Breakdown { By = ["channel"] }] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_letter_of_UTF_16_is_an_error()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("score,channel\n9,"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("x\n")];

        Assert.Contains("not valid UTF-16", _desk.Error(bytes, query => query with { Breakdowns = [new Breakdown { By = ["channel"] }] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_replacement_character_that_is_in_the_file_is_text_like_any_other()
    {
        AnswerSummary read = _desk.Read("score,channel\n9,caf\uFFFD\n", query => query with { Breakdowns = [new Breakdown { By = ["channel"] }] });

        Assert.Equal("caf\uFFFD", read.Breakdowns[0]![0].Group);
    }

    [Fact]
    public void Several_files_are_one_table_by_the_names_of_their_columns()
    {
        string a = _desk.Put("a.csv", "score,channel\n9,phone\n3,chat\n");
        string b = _desk.Put("b.csv", "when;Channel;Score\r\nx;chat;10\r\n");

        AnswerSummary read = Desk.Read([a, b], query => query with { Breakdowns = [new Breakdown { By = ["channel"] }] });

        Assert.Equal(["- chat 1/0/1", "- phone 0/0/1", "- total 1/0/2"], Cells.Of(read));
        Assert.Equal("3 = 3 + 0 + 0 + 0 + []", Cells.Ledger(read));
    }

    [Fact]
    public void Standard_input_is_read_where_a_dash_is_named()
    {
        AnswerQuery query = Desk.Plain with { Files = ["-", _desk.Put("b.csv", "score\n3\n")] };

        AnswerSummary read = AnswerReader.Read(query, null, () => new MemoryStream("score\n9\n"u8.ToArray()), CancellationToken.None);

        Assert.Equal(new NpsTally(1, 0, 1), read.Breakdowns[0]![0].Tally);
    }

    [Fact]
    public void Standard_input_has_its_name_in_messages()
    {
        AnswerQuery query = Desk.Plain with { Files = ["-"] };

        string message = Assert.Throws<InputException>(
            () => AnswerReader.Read(query, null, () => new MemoryStream("score\n11\n"u8.ToArray()), CancellationToken.None)).Message;

        Assert.StartsWith("standard input: line 2, column \"score\"", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_at_a_time_is_enough()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("score,channel\r\n9,\"a\nb\"\r\n3,é\r\n")];
        AnswerQuery query = Desk.Plain with { Files = ["-"], Breakdowns = [new Breakdown { By = ["channel"] }] };

        AnswerSummary read = AnswerReader.Read(query, null, () => new Dripping(bytes), CancellationToken.None);

        Assert.Equal(["a\nb", "é", null], read.Breakdowns[0]!.Select(cell => cell.Group));
    }

    public void Dispose() => _desk.Dispose();

    private sealed class Dripping(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
