using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli.Tests;

public sealed class CountsTests : IDisposable
{
    private readonly Desk _desk = new();

    [Fact]
    public void Categories_are_added_up()
    {
        AnswerSummary read = _desk.Read("Detractors;Passives;Promoters;Missing\n131;579;2308;62\n", Tallied);

        Assert.Equal(["- total 131/579/2308 62 missing"], Cells.Of(read));
        Assert.Equal("3080 = 3018 + 62 + 0 + 0 + []", Cells.Ledger(read));
        Assert.Null(read.Distribution);
        Assert.Null(read.Columns.Score);
        Assert.Null(read.Breakdowns[0]![0].Customers);
        Assert.Equal("NPS of counts of detractors, passives and promoters in columns \"Detractors\", \"Passives\", \"Promoters\"", read.Definition);
    }

    [Fact]
    public void Groups_and_periods_that_the_file_has_are_cells_with_totals_and_gaps()
    {
        AnswerSummary read = _desk.Read(
            "period,group,detractors,passives,promoters\n2026-03,phone,1,2,3\n2026-01,chat,4,5,6\n2026-01,phone,7,8,9\n2026-01,chat,1,0,0\n", Tallied);

        Assert.Equal(
            ["2026-01 chat 5/5/6", "2026-01 phone 7/8/9", "2026-01 total 12/13/15", "2026-02 total 0/0/0", "2026-03 phone 1/2/3", "2026-03 total 1/2/3"],
            Cells.Of(read));
    }

    [Fact]
    public void Scores_with_their_counts_keep_the_distribution()
    {
        AnswerSummary read = _desk.Read("score,n,group\n9,10,a\n9,1,b\n7.0,5,a\n,3,a\nNA,2,b\n0,4,b\n", query => Tallied(query) with { MissingTexts = ["na"] });

        Assert.Equal(["- a 0/5/10 3 missing", "- b 4/0/1 2 missing", "- total 4/5/11 5 missing"], Cells.Of(read));
        Assert.Equal("25 = 20 + 5 + 0 + 0 + []", Cells.Ledger(read));
        Assert.Equal<long>([4, 0, 0, 0, 0, 0, 0, 5, 0, 11, 0], read.Distribution!.Counts);
        Assert.Equal(
            "NPS of counts on the 0–10 scale (detractors 0–6, promoters 9–10) in columns \"score\" and \"n\"; missing are blanks and \"na\"", read.Definition);
    }

    [Fact]
    public void A_score_that_is_none_is_an_error_or_counted_with_its_count()
    {
        const string Text = "score,count\n11,3\n9,1\n";

        Assert.Equal("answers.csv: line 2, column \"score\": found \"11\"; allowed are whole numbers from 0 to 10", _desk.Error(Text, Tallied));
        Assert.Equal("4 = 1 + 0 + 3 + 0 + []", Cells.Ledger(_desk.Read(Text, query => Tallied(query) with { Invalid = InvalidAnswers.Count })));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("9223372036854775808")]
    public void A_count_is_a_whole_number_of_0_or_more(string count) =>
        Assert.Equal(
            $"answers.csv: line 3, column \"passives\": found \"{count}\"; a count is a whole number, 0 or more",
            _desk.Error($"detractors,passives,promoters\n1,2.0,3\n1,{count},3\n", Tallied));

    [Fact]
    public void Counts_that_pass_the_largest_number_are_an_error() =>
        Assert.Equal(
            "answers.csv: line 3: the counts together pass 9223372036854775807",
            _desk.Error("detractors,passives,promoters\n9223372036854775807,0,0\n1,0,0\n", Tallied));

    [Fact]
    public void A_blank_group_would_count_twice() =>
        Assert.Equal(
            "answers.csv: line 3, column \"group\": blank; every row of counts needs its group, and totals are made from the groups",
            _desk.Error("group,detractors,passives,promoters\nphone,1,2,3\n,1,2,3\n", Tallied));

    [Theory]
    [InlineData("March")]
    [InlineData("2026-13")]
    [InlineData("")]
    public void A_period_is_one_as_the_tool_writes_it(string period) =>
        Assert.Equal(
            $"answers.csv: line 2, column \"period\": found \"{period}\"; allowed are periods such as 2026-W07, 2026-03, 2026-Q1, 2026-H1 and 2026",
            _desk.Error($"period,detractors,passives,promoters\n{period},1,2,3\n", Tallied));

    [Fact]
    public void Periods_of_two_lengths_would_overlap() =>
        Assert.Equal(
            "answers.csv: line 3, column \"period\": found \"2026-Q1\"; the periods before are of another length (2026-01)",
            _desk.Error("period,detractors,passives,promoters\n2026-01,1,2,3\n2026-Q1,1,2,3\n", Tallied));

    [Fact]
    public void Periods_asked_for_must_be_those_of_the_file()
    {
        AnswerQuery ByMonth(AnswerQuery query) => Tallied(query) with { Breakdowns = [new Breakdown { Every = PeriodKind.Month }] };

        Assert.Equal(["2026-01 total 1/2/3"], Cells.Of(_desk.Read("period,group,detractors,passives,promoters\n2026-01,,1,2,3\n", ByMonth)));
        Assert.Equal(
            "answers.csv: line 2, column \"period\": found \"2026-Q1\"; the periods asked for with --every are months",
            _desk.Error("period,detractors,passives,promoters\n2026-Q1,1,2,3\n", ByMonth));
        Assert.Equal(
            "answers.csv: no period column found, which --every needs; the columns are \"detractors\", \"passives\", \"promoters\"",
            _desk.Error("detractors,passives,promoters\n1,2,3\n", ByMonth));
    }

    [Fact]
    public void Groups_asked_for_are_columns_of_the_file()
    {
        AnswerSummary read = _desk.Read("channel,detractors,passives,promoters\nphone,1,2,3\nchat,4,5,6\n", query => Tallied(query) with
        {
            Breakdowns = [new Breakdown(), new Breakdown { By = ["channel"], IsOptional = true }, new Breakdown { By = ["agent"], IsOptional = true }],
        });

        Assert.Equal(["- total 5/7/9"], Cells.Of(read));
        Assert.Equal(["- chat 4/5/6", "- phone 1/2/3", "- total 5/7/9"], Cells.Of(read, 1));
        Assert.Null(read.Breakdowns[2]);
    }

    [Fact]
    public void A_filter_leaves_out_as_many_as_the_row_counts()
    {
        AnswerSummary read = _desk.Read(
            "channel,score,n\nphone,9,3\nchat,9,5\nchat,11,2\n", query => Tallied(query) with { Where = [new ColumnFilter("channel", "phone")] });

        Assert.Equal("10 = 3 + 0 + 0 + 0 + [7 channel is not phone]", Cells.Ledger(read));
        Assert.Equal(["- total 0/0/3 7 excluded"], Cells.Of(read));
    }

    [Fact]
    public void A_file_without_counts_is_an_error_that_lists_the_columns() =>
        Assert.Equal(
            "answers.csv: no counts found; --tallied needs the columns detractors, passives and promoters, or score and n; " +
            "the columns are \"score\", \"detractors\"",
            _desk.Error("score,detractors\n1,2\n", Tallied));

    [Fact]
    public void Two_kinds_of_counts_are_an_error() =>
        Assert.Equal(
            "answers.csv: has both detractors, passives and promoters, and score and n; --tallied needs one of the two",
            _desk.Error("score,n,detractors,passives,promoters\n1,2,3,4,5\n", Tallied));

    [Fact]
    public void Two_columns_that_could_be_the_count_are_an_error() =>
        Assert.Equal(
            "answers.csv: \"n\" and \"count\" could both be the count; rename one", _desk.Error("score,n,count\n1,2,3\n", Tallied));

    [Fact]
    public void What_needs_single_answers_is_a_usage_error()
    {
        const string Text = "detractors,passives,promoters\n1,2,3\n";

        Assert.StartsWith("--latest needs ", _desk.UsageError(Text, query => Tallied(query) with { Latest = true }), StringComparison.Ordinal);
        Assert.StartsWith("--customer needs ", _desk.UsageError(Text, query => Tallied(query) with { CustomerColumn = "c" }), StringComparison.Ordinal);
        Assert.StartsWith("--date needs ", _desk.UsageError(Text, query => Tallied(query) with { DateColumn = "d" }), StringComparison.Ordinal);
        Assert.StartsWith("--date-format needs ", _desk.UsageError(Text, query => Tallied(query) with { DateFormat = "yyyy" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_files_of_counts_are_one_table()
    {
        string a = _desk.Put("a.csv", "detractors,passives,promoters\n1,2,3\n");
        string b = _desk.Put("b.csv", "promoters\tpassives\tdetractors\n30\t20\t10\n");

        Assert.Equal(new NpsTally(11, 22, 33), Desk.Read([a, b], Tallied).Breakdowns[0]![0].Tally);
    }

    public void Dispose() => _desk.Dispose();

    private static AnswerQuery Tallied(AnswerQuery query) => query with { Tallied = true };
}
