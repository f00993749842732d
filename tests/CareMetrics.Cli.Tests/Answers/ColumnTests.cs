using CareMetrics.Periods;

namespace CareMetrics.Cli.Tests;

public sealed class ColumnTests : IDisposable
{
    private readonly Desk _desk = new();

    public static TheoryData<string> ScoreNames => [.. UsualNames.Score];

    [Theory]
    [MemberData(nameof(ScoreNames))]
    [InlineData("NPS Score")]
    [InlineData("LikelihoodToRecommend")]
    [InlineData("likelihood-to-recommend")]
    [InlineData(" Score ")]
    public void A_score_is_found_by_its_usual_names(string name) =>
        Assert.Equal(name.Trim(), _desk.Read($"x,{name}\n1,9\n").Columns.Score);

    [Fact]
    public void No_usual_name_is_in_two_lists_or_twice_in_one()
    {
        string[] all = [.. UsualNames.Score, .. UsualNames.Customer, .. UsualNames.Date];

        Assert.Equal(all.Length, all.Select(name => name.Replace("_", "")).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Two_candidates_are_an_error_that_names_both() =>
        Assert.Equal(
            "answers.csv: \"NPS\" and \"rating\" could both be the score; choose one with --score COLUMN", _desk.Error("NPS,x,rating\n1,2,3\n"));

    [Fact]
    public void Two_candidates_for_the_customer_are_an_error_too() =>
        Assert.Equal(
            "answers.csv: \"customer_id\" and \"respondent\" could both be the customer; choose one with --customer COLUMN",
            _desk.Error("score,customer_id,respondent\n1,2,3\n"));

    [Fact]
    public void Three_candidates_are_named_in_full() =>
        Assert.Equal(
            "answers.csv: \"date\" and \"created_at\" and \"Time\" could all be the date; choose one with --date COLUMN",
            _desk.Error("score,date,created_at,Time\n1,2,3,4\n", ByMonth));

    [Fact]
    public void Dates_are_not_looked_for_where_nothing_needs_them() =>
        Assert.Null(_desk.Read("score,date,created_at\n1,03/02/2026,x\n").Columns.Date);

    [Fact]
    public void A_named_column_decides_between_candidates() =>
        Assert.Equal("rating", _desk.Read("NPS,x,rating\n11,2,3\n", query => query with { ScoreColumn = "rating" }).Columns.Score);

    [Fact]
    public void No_score_is_an_error_that_lists_the_columns() =>
        Assert.Equal(
            "answers.csv: no score column found; name it with --score COLUMN; the columns are \"row\", \"Qrecommend\"", _desk.Error("row,Qrecommend\n1,5\n"));

    [Fact]
    public void A_named_column_that_is_not_there_is_an_error_that_lists_the_columns() =>
        Assert.Equal(
            "answers.csv: no column \"scor\"; the columns are \"score\", \"channel\"",
            _desk.Error("score,channel\n1,5\n", query => query with { ScoreColumn = "scor" }));

    [Fact]
    public void A_long_list_of_columns_is_cut() =>
        Assert.EndsWith(
            "\"c30\" and 10 more", _desk.Error(string.Join(',', Enumerable.Range(1, 40).Select(i => $"c{i}")) + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("customer")]
    [InlineData("date")]
    [InlineData("by")]
    [InlineData("where")]
    public void Every_named_column_must_be_there(string role)
    {
        string error = _desk.Error("score,a\n1,5\n", query => role switch
        {
            "customer" => query with { CustomerColumn = "nope" },
            "date" => query with { DateColumn = "nope" },
            "by" => query with { Breakdowns = [new Breakdown { By = ["a", "nope"] }] },
            _ => query with { Where = [new ColumnFilter("nope", "x")] },
        });

        Assert.Equal("answers.csv: no column \"nope\"; the columns are \"score\", \"a\"", error);
    }

    [Fact]
    public void A_used_name_that_repeats_is_an_error() =>
        Assert.Equal(
            "answers.csv: 2 columns are named \"score\"; a column that is used needs a name of its own", _desk.Error("score,score\n1,2\n"));

    [Fact]
    public void A_repeated_name_that_is_not_used_does_not_matter() =>
        Assert.Equal(1, _desk.Read("score,note,note,,\n1,2,3,4,5\n").Ledger.Answered);

    [Fact]
    public void A_named_column_is_found_but_for_case_and_spaces() =>
        Assert.Equal("Would you recommend us", _desk.Read(
            "Would you recommend us,x\n9,1\n", query => query with { ScoreColumn = "would_you_recommend_us" }).Columns.Score);

    [Fact]
    public void An_exact_name_goes_before_a_like_one() =>
        Assert.Equal(new Nps.NpsTally(1, 0, 0), _desk.Read(
            "Score A,score_a\n9,1\n", query => query with { ScoreColumn = "score_a" }).Breakdowns[0]![0].Tally);

    [Fact]
    public void A_name_like_two_others_must_be_exact() =>
        Assert.Equal(
            "answers.csv: \"SCORE A\" could be \"Score A\" or \"score_a\"; name the column exactly",
            _desk.Error("Score A,score_a\n9,1\n", query => query with { ScoreColumn = "SCORE A" }));

    [Fact]
    public void Latest_needs_a_customer() =>
        Assert.Equal(
            "answers.csv: no customer column found, which --latest needs; name it with --customer COLUMN; the columns are \"score\", \"date\"",
            _desk.Error("score,date\n1,2026-01-01\n", query => query with { Latest = true }));

    [Fact]
    public void Latest_needs_a_date() =>
        Assert.Equal(
            "answers.csv: no date column found, which --latest needs; name it with --date COLUMN; the columns are \"score\", \"customer\"",
            _desk.Error("score,customer\n1,c\n", query => query with { Latest = true }));

    [Fact]
    public void Periods_need_a_date() =>
        Assert.Equal(
            "answers.csv: no date column found, which --every needs; name it with --date COLUMN; the columns are \"score\"", _desk.Error("score\n1\n", ByMonth));

    [Fact]
    public void An_optional_breakdown_is_left_out_where_its_column_is_not_there()
    {
        AnswerSummary read = _desk.Read("score,channel\n1,phone\n", query => query with
        {
            Breakdowns =
            [
                new Breakdown { By = ["agent"], IsOptional = true },
                new Breakdown { By = ["channel"], IsOptional = true },
                new Breakdown { Every = PeriodKind.Month, IsOptional = true },
            ],
        });

        Assert.Null(read.Breakdowns[0]);
        Assert.Equal(["- phone 1/0/0", "- total 1/0/0"], Cells.Of(read, 1));
        Assert.Null(read.Breakdowns[2]);
        Assert.Null(read.Columns.Date);
        Assert.Equal("1 = 1 + 0 + 0 + 0 + []", Cells.Ledger(read));
    }

    [Fact]
    public void Rows_are_accounted_for_even_where_no_breakdown_is_left() =>
        Assert.Equal("2 = 1 + 1 + 0 + 0 + []", Cells.Ledger(_desk.Read(
            "score\n1\n\"\"\n", query => query with { Breakdowns = [new Breakdown { By = ["agent"], IsOptional = true }] })));

    [Fact]
    public void A_later_file_must_have_the_columns_of_the_first()
    {
        string a = _desk.Put("a.csv", "score,customer\n9,c\n");
        string b = _desk.Put("b.csv", "nps\n9\n");

        Assert.Equal("b.csv: no column \"score\"; the columns are \"nps\"", _desk.Error([a, b]));
    }

    [Fact]
    public void A_header_in_another_encoding_raises_the_question() =>
        Assert.EndsWith("; is the encoding right (--encoding)?", _desk.Error(
            [.. "note"u8, 0xE9, .. ",x\n1,2\n"u8], query => query with { ScoreColumn = "noteé" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Utf_16_without_its_mark_is_told_by_its_zeros(string name)
    {
        var encoding = System.Text.Encoding.GetEncoding(name);
        byte[] bytes = encoding.GetBytes("score,channel\n9,phone\n");

        Assert.EndsWith($"; is it in UTF-16 (--encoding {name})?", _desk.Error(bytes), StringComparison.Ordinal);
        Assert.Equal(1, _desk.Read(bytes, query => query with { Encoding = encoding }).Ledger.Answered);
    }

    public void Dispose() => _desk.Dispose();

    private static AnswerQuery ByMonth(AnswerQuery query) => query with { Breakdowns = [new Breakdown { Every = PeriodKind.Month }] };
}
