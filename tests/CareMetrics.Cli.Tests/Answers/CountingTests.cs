using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli.Tests;

public sealed class CountingTests : IDisposable
{
    private const string Answers = """
        customer_id,answered_at,channel,kind,score
        a,2026-01-05,phone,x,9
        a,2026-01-20,chat,x,3
        b,2026-03-01,phone,y,10
        b,2026-03-02,phone,y,9
        c,2026-03-02,,x,7
        ,2026-03-03,chat,y,2
        ,2026-03-03,chat,x,10
        d,2026-03-04,email,x,

        """;

    private readonly Desk _desk = new();

    [Fact]
    public void Groups_stand_in_order_with_the_total_last()
    {
        AnswerSummary read = _desk.Read(Answers, query => query with { Breakdowns = [new Breakdown { By = ["channel"] }] });

        Assert.Equal(
            ["- (blank) 0/1/0", "- chat 2/0/1", "- email 0/0/0 1 missing", "- phone 0/0/3", "- total 2/1/4 1 missing"], Cells.Of(read));
    }

    [Fact]
    public void Several_columns_make_one_group()
    {
        AnswerSummary read = _desk.Read(Answers, query => query with { Breakdowns = [new Breakdown { By = ["channel", "kind"] }] });

        Assert.Equal(
            [
                "- (blank) / x 0/1/0", "- chat / x 1/0/1", "- chat / y 1/0/0", "- email / x 0/0/0 1 missing", "- phone / x 0/0/1",
                "- phone / y 0/0/2", "- total 2/1/4 1 missing",
            ],
            Cells.Of(read));
    }

    [Fact]
    public void Periods_stand_in_order_and_a_gap_is_an_empty_total()
    {
        AnswerSummary read = _desk.Read(
            Answers, query => query with { Breakdowns = [new Breakdown { By = ["channel"], Every = PeriodKind.Month }] });

        Assert.Equal(
            [
                "2026-01 chat 1/0/0", "2026-01 phone 0/0/1", "2026-01 total 1/0/1",
                "2026-02 total 0/0/0",
                "2026-03 (blank) 0/1/0", "2026-03 chat 1/0/1", "2026-03 email 0/0/0 1 missing", "2026-03 phone 0/0/2", "2026-03 total 1/1/3 1 missing",
            ],
            Cells.Of(read));
        Assert.Equal(NpsCustomerTally.Empty, read.Breakdowns[0]![3].Customers);
    }

    [Theory]
    [InlineData(PeriodKind.Week, "2026-W02", 9)]
    [InlineData(PeriodKind.Quarter, "2026-Q1", 1)]
    [InlineData(PeriodKind.HalfYear, "2026-H1", 1)]
    [InlineData(PeriodKind.Year, "2026", 1)]
    public void Every_length_of_period(PeriodKind every, string first, int cells)
    {
        AnswerSummary read = _desk.Read(Answers, query => query with { Breakdowns = [new Breakdown { Every = every }] });

        Assert.Equal(first, read.Breakdowns[0]![0].Period.ToString());
        Assert.Equal(cells, read.Breakdowns[0]!.Count);
    }

    [Fact]
    public void Each_cell_knows_its_customers_and_a_blank_one_is_nobody_else()
    {
        AnswerSummary read = _desk.Read(Answers, query => query with { Breakdowns = [new Breakdown { By = ["channel"] }] });

        NpsCustomerTally total = NpsCustomerTally.Of<string, int>(
            [("a", 9), ("a", 3), ("b", 10), ("b", 9), ("c", 7), ("nobody 1", 2), ("nobody 2", 10), ("d", (int?)null)]);
        NpsCustomerTally phone = NpsCustomerTally.Of<string, int>([("a", 9), ("b", 10), ("b", 9)]);
        Assert.Equal(total, read.Breakdowns[0]![^1].Customers);
        Assert.Equal(phone, read.Breakdowns[0]!.Single(cell => cell.Group == "phone").Customers);
        Assert.Equal(2, read.MostAnswersOfACustomer);
    }

    [Fact]
    public void Without_a_customer_column_customers_are_unknown()
    {
        AnswerSummary read = _desk.Read("score\n9\n");

        Assert.Null(read.Breakdowns[0]![0].Customers);
        Assert.Null(read.MostAnswersOfACustomer);
        Assert.Null(read.Columns.Customer);
    }

    [Fact]
    public void A_customer_with_spaces_around_is_the_same_customer() =>
        Assert.Equal(1, _desk.Read("score,customer\n9,a\n9, a \n").Breakdowns[0]![0].Customers!.Value.Customers);

    [Fact]
    public void A_filter_leaves_rows_out_by_reason_and_does_not_look_at_their_scores()
    {
        AnswerSummary read = _desk.Read(
            "score,date,channel,kind\n9,2026-01-01,phone,x\n99,2026-01-01,chat,x\nabc,nonsense,chat,x\n5,2026-02-01,phone,y\n,,phone,z\n",
            query => query with
            {
                Where = [new ColumnFilter("channel", "phone"), new ColumnFilter("kind", "x")],
                Breakdowns = [new Breakdown { By = ["channel"], Every = PeriodKind.Month }],
            });

        Assert.Equal(
            [
                "2026-01 chat 0/0/0 1 excluded", "2026-01 phone 0/0/1", "2026-01 total 0/0/1 1 excluded",
                "2026-02 phone 0/0/0 1 excluded", "2026-02 total 0/0/0 1 excluded",
                "- total 0/0/0 2 excluded",
            ],
            Cells.Of(read));
        Assert.Equal("5 = 1 + 0 + 0 + 0 + [2 channel is not phone, 2 kind is not x]", Cells.Ledger(read));
    }

    [Fact]
    public void Reasons_stand_in_the_order_first_met() =>
        Assert.Equal("3 = 1 + 0 + 0 + 0 + [1 kind is not x, 1 channel is not phone]", Cells.Ledger(_desk.Read(
            "score,channel,kind\n9,phone,y\n9,phone,x\n9,chat,x\n",
            query => query with { Where = [new ColumnFilter("channel", "phone"), new ColumnFilter("kind", "x")] })));

    [Fact]
    public void A_filter_may_ask_for_blanks() =>
        Assert.Equal("2 = 1 + 0 + 0 + 0 + [1 channel is not blank]", Cells.Ledger(_desk.Read(
            "score,channel\n9,\n9,x\n", query => query with { Where = [new ColumnFilter("channel", "")] })));

    [Fact]
    public void The_definition_says_what_was_counted()
    {
        Assert.Equal(
            "NPS of answers on the 0–10 scale (detractors 0–6, promoters 9–10) in column \"score\"; " +
            "customers by \"customer_id\", each row without one a customer of its own",
            _desk.Read(Answers).Definition);
        Assert.Equal(
            "NPS of answers on the 1–5 scale (detractors 1–3, promoters 5) in column \"score\"; customers by \"customer\"; dated by \"date\" in Europe/Berlin; " +
            "missing are blanks and \"NA\", \"-99\"; only rows where channel = phone and kind = x; " +
            "latest answer per customer and month, of equal times the later row",
            _desk.Read("score,customer,date,channel,kind\n5,c,2026-01-01,phone,x\n", query => query with
            {
                Scale = NpsScale.Parse("1-5:3:5"),
                MissingTexts = ["NA", "-99"],
                Where = [new ColumnFilter("channel", "phone"), new ColumnFilter("kind", "x")],
                Latest = true,
                Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
                Breakdowns = [new Breakdown { Every = PeriodKind.Month }],
            }).Definition);
    }

    public void Dispose() => _desk.Dispose();
}
