using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli.Tests;

public sealed class LatestTests : IDisposable
{
    private readonly Desk _desk = new();

    [Fact]
    public void Only_the_latest_answer_of_a_customer_counts_whatever_its_group()
    {
        AnswerSummary read = _desk.Read(
            "score,customer,date,channel\n9,a,2026-01-05,phone\n3,a,2026-02-05,chat\n8,a,2026-01-20,chat\n10,b,2026-01-01,phone\n",
            query => Latest(query) with { Breakdowns = [new Breakdown { By = ["channel"] }] });

        Assert.Equal(["- chat 1/0/0 1 superseded", "- phone 0/0/1 1 superseded", "- total 1/0/1 2 superseded"], Cells.Of(read));
        Assert.Equal("4 = 2 + 0 + 0 + 2 + []", Cells.Ledger(read));
        Assert.Equal(new NpsTally(1, 0, 1), read.Distribution!.Tally);
        Assert.Equal(1, read.MostAnswersOfACustomer);
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 5)), (read.FirstDay, read.LastDay));
    }

    [Fact]
    public void By_period_each_period_has_its_own_latest()
    {
        AnswerSummary read = _desk.Read(
            "score,customer,date\n9,a,2026-01-05\n3,a,2026-02-05\n8,a,2026-01-20\n",
            query => Latest(query) with { Breakdowns = [new Breakdown { Every = PeriodKind.Month }, new Breakdown()] });

        Assert.Equal(["2026-01 total 0/1/0 1 superseded", "2026-02 total 1/0/0"], Cells.Of(read));
        Assert.Equal(["- total 1/0/0 2 superseded"], Cells.Of(read, 1));
        Assert.Equal("3 = 2 + 0 + 0 + 1 + []", Cells.Ledger(read));
        Assert.EndsWith(
            "latest answer per customer, by month per customer and month, of equal times the later row", read.Definition, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-05T10:00Z", "2026-01-05T11:30+02:00", "0/0/1")]
    [InlineData("2026-01-05T10:00Z", "2026-01-05T12:30+02:00", "1/0/0")]
    [InlineData("2026-01-05T10:00", "2026-01-05T10:00:00.0000001", "1/0/0")]
    [InlineData("2026-01-05", "2026-01-05", "1/0/0")]
    [InlineData("2026-01-05T12:00", "2026-01-05", "0/0/1")]
    public void Instants_decide_and_of_equal_ones_the_later_row(string first, string second, string counts)
    {
        AnswerSummary read = _desk.Read($"score,customer,date\n9,a,{first}\n3,a,{second}\n", Latest);

        Assert.Equal([$"- total {counts} 1 superseded"], Cells.Of(read));
    }

    [Fact]
    public void Local_times_are_instants_of_the_zone()
    {
        AnswerSummary read = _desk.Read(
            "score,customer,date\n9,a,2026-07-05T10:00\n3,a,2026-07-05T08:30Z\n",
            query => Latest(query) with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") });

        Assert.Equal(["- total 1/0/0 1 superseded"], Cells.Of(read));
    }

    [Fact]
    public void A_blank_score_or_a_blank_customer_supersedes_nothing()
    {
        AnswerSummary read = _desk.Read(
            "score,customer,date\n9,a,2026-01-05\n,a,2026-02-05\n3,,2026-03-05\n2,,2026-03-06\n7,b,\n", Latest);

        Assert.Equal(["- total 2/0/1 1 missing 1 excluded"], Cells.Of(read));
        Assert.Equal("5 = 3 + 1 + 0 + 0 + [1 no date]", Cells.Ledger(read));
        Assert.Equal(3, read.Breakdowns[0]![0].Customers!.Value.Customers);
    }

    [Fact]
    public void A_row_that_a_filter_leaves_out_supersedes_nothing()
    {
        AnswerSummary read = _desk.Read(
            "score,customer,date,channel\n9,a,2026-01-05,phone\n3,a,2026-02-05,chat\n",
            query => Latest(query) with { Where = [new ColumnFilter("channel", "phone")] });

        Assert.Equal(["- total 0/0/1 1 excluded"], Cells.Of(read));
    }

    public void Dispose() => _desk.Dispose();

    private static AnswerQuery Latest(AnswerQuery query) => query with { Latest = true };
}
