using System.Globalization;
using System.Text;
using CareMetrics.Periods;

namespace CareMetrics.Cli.Tests;

/// <summary>What is held is held by the whole process, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(StreamingTests), DisableParallelization = true)]
[Collection(nameof(StreamingTests))]
public sealed class StreamingTests
{
    private static readonly AnswerQuery ReportLike = new()
    {
        Files = ["-"],
        Breakdowns = [new Breakdown(), new Breakdown { By = ["channel"] }, new Breakdown { Every = PeriodKind.Month }],
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_million_rows_take_no_more_memory_than_two_hundred_thousand(bool latest)
    {
        AnswerQuery query = ReportLike with { Latest = latest };
        _ = Measure(query, 50_000, out _);

        _ = Measure(query, 200_000, out long few);
        AnswerSummary read = Measure(query, 2_000_000, out long many);

        Assert.Equal(2_000_000, read.Ledger.Read);
        Assert.True(many - few < 1_000_000, $"{few:N0} bytes held after 200,000 rows, {many:N0} after 2,000,000");
    }

    [Fact]
    public void A_reading_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var rows = new RowStream(long.MaxValue, 50_000, cancellation.Cancel);

        Assert.ThrowsAny<OperationCanceledException>(() => AnswerReader.Read(ReportLike, null, () => rows, cancellation.Token));
    }

    [Fact]
    public void A_reading_that_is_cancelled_before_it_starts_opens_nothing() =>
        Assert.ThrowsAny<OperationCanceledException>(() => AnswerReader.Read(
            ReportLike, null, () => throw new InvalidOperationException("opened"), new CancellationToken(canceled: true)));

    [Fact]
    public void Progress_ends_at_all_rows_and_bytes()
    {
        using var desk = new Desk();
        const string Table = "score,x\n9,1\n8,2\n";
        string[] files = [desk.Put("a.csv", Table), desk.Put("b.csv", Table)];
        var progress = new ReadProgress();
        Assert.Equal((0L, 0L, null), (progress.Rows, progress.Bytes, progress.TotalBytes));

        _ = AnswerReader.Read(Desk.Plain with { Files = files }, progress, CancellationToken.None);

        Assert.Equal((4L, 2L * Table.Length, 2L * Table.Length), (progress.Rows, progress.Bytes, progress.TotalBytes));
    }

    [Fact]
    public void Progress_grows_while_reading_and_standard_input_has_no_size()
    {
        var progress = new ReadProgress();
        long rowsHalfWay = 0;
        using var rows = new RowStream(100_000, 50_000, () => rowsHalfWay = progress.Rows);

        _ = AnswerReader.Read(ReportLike, progress, () => rows, CancellationToken.None);

        Assert.InRange(rowsHalfWay, 1, 99_999);
        Assert.Equal(100_000, progress.Rows);
        Assert.Null(progress.TotalBytes);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void Every_culture_reads_the_same(string culture)
    {
        const string Text = "SCORE;LIKELY ID;Datum;Kanal\n7.0;i;03/02/2026;Chat\n10;I;28/02/2026;chat\n;ı;01/03/2026;phone\n";
        AnswerQuery query = ReportLike with
        {
            ScoreColumn = "score",
            CustomerColumn = "likely_id",
            DateColumn = "datum",
            DateFormat = "dd/MM/yyyy",
            Breakdowns = [new Breakdown { By = ["kanal"], Every = PeriodKind.Month }],
        };
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            AnswerSummary read = AnswerReader.Read(query, null, () => new MemoryStream(Encoding.UTF8.GetBytes(Text)), CancellationToken.None);

            Assert.Equal(
                ["2026-02 Chat 0/1/0", "2026-02 chat 0/0/1", "2026-02 total 0/1/1", "2026-03 phone 0/0/0 1 missing", "2026-03 total 0/0/0 1 missing"],
                Cells.Of(read));
            Assert.Equal(2, read.Breakdowns[0]![2].Customers!.Value.Customers);
            Assert.Equal(
                "standard input: column \"SCORE\": 2 values are not scores: 1 below 1 (line 2 \"-1\"), 1 above 10 (line 3 \"1000\"); " +
                "allowed are whole numbers from 1 to 10 (--invalid count counts them apart)",
                Assert.Throws<InputException>(() => AnswerReader.Read(
                    Desk.Plain with { Files = ["-"], Scale = Nps.NpsScale.OneToTen }, null, () => new MemoryStream("SCORE\n-1\n1000\n"u8.ToArray()), CancellationToken.None)).Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static AnswerSummary Measure(AnswerQuery query, long rows, out long held)
    {
        long peak = 0;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using var stream = new RowStream(rows, rows, () => peak = GC.GetTotalMemory(forceFullCollection: true) - before);
        AnswerSummary read = AnswerReader.Read(query, null, () => stream, CancellationToken.None);
        held = peak;
        return read;
    }

    /// <summary>Answers of 1,500 customers over 15 months, made while they are read; it tells when some of them are gone.</summary>
    private sealed class RowStream(long rows, long tellAfter, Action tell) : MemoryStream
    {
        private const int RowsOfBlock = 10_000;

        private readonly byte[] _block = Block();
        private long _given;
        private int _at = -1;
        private bool _told;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_at < 0)
            {
                _at = 0;
                ReadOnlySpan<byte> header = "answered_at,customer_id,channel,score\n"u8;
                header.CopyTo(buffer);
                return header.Length;
            }

            if (_given >= tellAfter && !_told)
            {
                _told = true;
                tell();
            }

            if (_given >= rows)
            {
                return 0;
            }

            int taken = Math.Min(buffer.Length, _block.Length - _at);
            _block.AsSpan(_at, taken).CopyTo(buffer);
            _at += taken;
            if (_at == _block.Length)
            {
                _at = 0;
                _given += RowsOfBlock;
            }

            return taken;
        }

        private static byte[] Block()
        {
            var random = new Random(7);
            var text = new StringBuilder();
            for (int i = 0; i < RowsOfBlock; i++)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{new DateTime(2025, 1, 1).AddMinutes(random.Next(455 * 24 * 60)):yyyy-MM-dd'T'HH:mm'Z'},c{random.Next(1500)},ch{random.Next(4)},{random.Next(11)}\n");
            }

            return Encoding.ASCII.GetBytes(text.ToString());
        }
    }
}
