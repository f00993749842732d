using System.Globalization;
using System.Text;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli.Tests;

/// <summary>Random tables counted here a second time, row by row with lists, and compared cell by cell.</summary>
public sealed class LedgerLawTests : IDisposable
{
    private readonly Desk _desk = new();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Every_cell_agrees_with_a_plain_count_and_every_row_is_accounted_for(bool latest, bool filtered)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            List<Row> rows = Rows(new Random(seed));
            AnswerSummary read = _desk.Read(Table(rows), query => query with
            {
                Latest = latest,
                Where = filtered ? [new ColumnFilter("kind", "k0")] : [],
                Invalid = InvalidAnswers.Count,
                Breakdowns =
                [
                    new Breakdown(),
                    new Breakdown { By = ["channel"] },
                    new Breakdown { Every = PeriodKind.Month },
                    new Breakdown { By = ["channel", "kind"], Every = PeriodKind.Quarter },
                ],
            });

            Check(seed, read, 0, rows, null, _ => null, latest, filtered);
            Check(seed, read, 1, rows, null, row => row.Channel, latest, filtered);
            Check(seed, read, 2, rows, PeriodKind.Month, _ => null, latest, filtered);
            Check(seed, read, 3, rows, PeriodKind.Quarter, row => $"{row.Channel} / {row.Kind}", latest, filtered);
            Assert.Equal(rows.Count, read.Ledger.Read);
            Assert.Equal(
                read.Ledger.Read,
                read.Ledger.Answered + read.Ledger.Missing + read.Ledger.Invalid + read.Ledger.Superseded + read.Ledger.Excluded);
            Assert.Equal(read.Breakdowns[0]![^1].Tally, read.Distribution!.Tally);
        }
    }

    public void Dispose() => _desk.Dispose();

    private static void Check(
        int seed, AnswerSummary read, int breakdown, List<Row> rows, PeriodKind? every, Func<Row, string?> groupOf, bool latest, bool filtered)
    {
        bool needsDate = every is not null || latest;
        bool IsOut(Row row) => (filtered && row.Kind != "k0") || (needsDate && row.Date is null);
        Period? PeriodOf(Row row) => every is { } kind && row.Date is { } date ? Period.Containing(DateOnly.FromDateTime(date), kind) : null;
        List<Row> superseded = !latest ? [] :
        [
            .. rows.Where(row => !IsOut(row) && row.IsScore && row.Customer.Length > 0)
                .GroupBy(row => (row.Customer, PeriodOf(row)))
                .SelectMany(same => same.OrderBy(row => row.Date).ThenBy(row => row.Index).SkipLast(1)),
        ];
        IReadOnlyList<AnswerCell> cells = read.Breakdowns[breakdown]!;

        foreach (AnswerCell cell in cells)
        {
            List<Row> own = [.. rows.Where(row => Nullable.Equals(PeriodOf(row), cell.Period) && (cell.Group is null || groupOf(row) == cell.Group))];
            List<Row> counted = [.. own.Where(row => !IsOut(row) && !superseded.Contains(row))];
            NpsCustomerTally expected = NpsCustomerTally.Of(counted.Where(row => row.IsScore)
                .Select(row => (row.Customer.Length > 0 ? row.Customer : $"nobody {row.Index}", int.Parse(row.Score, CultureInfo.InvariantCulture))));
            string where = $"seed {seed}, breakdown {breakdown}, {Cells.Of(cell)}";

            Assert.True(expected.Answers + new NpsTally(0, 0, 0, counted.Count(row => row.Score == ""), counted.Count(row => row.Score == "x")) == cell.Tally, where);
            Assert.True(
                (expected.Customers, expected.SumOfSquaredScores, expected.SumOfScoresTimesAnswers, expected.SumOfSquaredAnswers)
                == (cell.Customers!.Value.Customers, cell.Customers.Value.SumOfSquaredScores, cell.Customers.Value.SumOfScoresTimesAnswers, cell.Customers.Value.SumOfSquaredAnswers),
                where);
            Assert.True(own.Count(superseded.Contains) == cell.Superseded, where);
            Assert.True(own.Count(IsOut) == cell.Excluded, where);
        }

        IEnumerable<AnswerCell> totals = cells.Where(cell => cell.Group is null);
        Assert.Equal(
            rows.Count, totals.Sum(cell => cell.Tally.Answered + cell.Tally.Missing + cell.Tally.Invalid + cell.Superseded + cell.Excluded));
    }

    private static List<Row> Rows(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(1, 120)).Select(index => new Row(
            index,
            random.Next(8) == 0 ? "" : $"c{random.Next(12)}",
            random.Next(9) == 0 ? null : new DateTime(2025, 10, 1).AddDays(random.Next(200)).AddHours(random.Next(3)),
            $"ch{random.Next(3)}",
            $"k{random.Next(2)}",
            random.Next(10) switch { 0 => "", 1 => "x", _ => random.Next(11).ToString(CultureInfo.InvariantCulture) })),
    ];

    private static string Table(List<Row> rows)
    {
        var table = new StringBuilder("date,customer,channel,kind,score\n");
        foreach (Row row in rows)
        {
            table.Append(CultureInfo.InvariantCulture, $"{row.Date:yyyy-MM-dd'T'HH:mm},{row.Customer},{row.Channel},{row.Kind},{row.Score}\n");
        }

        return table.ToString();
    }

    private sealed record Row(int Index, string Customer, DateTime? Date, string Channel, string Kind, string Score)
    {
        internal bool IsScore => Score is not ("" or "x");
    }
}
