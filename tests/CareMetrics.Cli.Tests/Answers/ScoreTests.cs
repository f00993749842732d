using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Cli.Tests;

public sealed class ScoreTests : IDisposable
{
    private readonly Desk _desk = new();

    [Theory]
    [InlineData("7", 7)]
    [InlineData("7.0", 7)]
    [InlineData("7.000", 7)]
    [InlineData(" 7 ", 7)]
    [InlineData("\"7\"", 7)]
    [InlineData("\" 7\n\"", 7)]
    [InlineData("+7", 7)]
    [InlineData("007", 7)]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("10", 10)]
    [InlineData("00000000000000000000010", 10)]
    public void A_whole_number_on_the_scale_is_a_score(string text, int score)
    {
        ScoreDistribution read = _desk.Read($"score,x\n{text},1\n").Distribution!;

        Assert.Equal(1, read[score]);
        Assert.Equal(1, read.Tally.Answered);
    }

    [Theory]
    [InlineData("11", "above 10")]
    [InlineData("99999999999999999999999999", "above 10")]
    [InlineData("-1", "below 0")]
    [InlineData("-99999999999999999999999999", "below 0")]
    [InlineData("7.5", "not a whole number")]
    [InlineData("7.0000000000000000000000001", "not a whole number")]
    [InlineData("abc", "not a number")]
    [InlineData("1e1", "not a number")]
    [InlineData("NaN", "not a number")]
    [InlineData("Infinity", "not a number")]
    [InlineData("-", "not a number")]
    [InlineData("+", "not a number")]
    [InlineData("7.", "not a number")]
    [InlineData(".5", "not a number")]
    [InlineData("7 0", "not a number")]
    [InlineData("1_0", "not a number")]
    [InlineData("--1", "not a number")]
    [InlineData("٧", "not a number")]
    [InlineData("7\u00A0", "not a number")]
    [InlineData("NA", "not a number")]
    [InlineData("7,0", "not a number")]
    public void Anything_else_is_invalid(string text, string kind)
    {
        string table = $"score;x\n9;1\n{text};1\n{text};1\n";

        Assert.Equal("3 = 1 + 0 + 2 + 0 + []", Cells.Ledger(_desk.Read(table, query => query with { Invalid = InvalidAnswers.Count })));
        Assert.Equal(
            $"answers.csv: column \"score\": 2 values are not scores: 2 {kind} (line 3 \"{text}\", line 4 \"{text}\"); " +
            "allowed are whole numbers from 0 to 10 (--invalid count counts them apart)",
            _desk.Error(table));
    }

    [Fact]
    public void One_bad_value_is_named_with_its_place() =>
        Assert.Equal(
            "answers.csv: line 3, column \"score\": found \"11\"; allowed are whole numbers from 0 to 10", _desk.Error("score\n9\n11\n10\n"));

    [Fact]
    public void Several_are_counted_by_kind_with_their_first_places() =>
        Assert.Equal(
            "answers.csv: column \"score\": 7 values are not scores: 5 above 10 (line 2 \"11\", line 4 \"12\", line 5 \"13\", …), " +
            "1 not a number (line 3 \"abc\"), 1 below 0 (line 8 \"-1\"); allowed are whole numbers from 0 to 10 (--invalid count counts them apart)",
            _desk.Error("score\n11\nabc\n12\n13\n14\n15\n-1\n"));

    [Fact]
    public void In_several_files_each_place_names_its_file()
    {
        string a = _desk.Put("a.csv", "score\n11\n");
        string b = _desk.Put("b.csv", "score\n9\n12\n");
        string c = _desk.Put("c.csv", "score\n9\n");

        string error = _desk.Error([a, b, c]);

        Assert.StartsWith("column \"score\": 2 values are not scores: 2 above 10 (", error, StringComparison.Ordinal);
        Assert.Contains("a.csv line 2 \"11\", ", error, StringComparison.Ordinal);
        Assert.Contains("b.csv line 3 \"12\")", error, StringComparison.Ordinal);
        Assert.Equal("b.csv: line 3, column \"score\": found \"12\"; allowed are whole numbers from 0 to 10", _desk.Error([c, b]));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("   ")]
    [InlineData("NA")]
    [InlineData(" na ")]
    [InlineData("-99")]
    [InlineData("KEINE ANGABE – ä")]
    [InlineData("keine angabe – Ä")]
    public void A_blank_or_a_text_that_is_declared_is_missing(string text) =>
        Assert.Equal("2 = 1 + 1 + 0 + 0 + []", Cells.Ledger(_desk.Read(
            $"score,x\n9,1\n{text},1\n", query => query with { MissingTexts = ["NA", " -99", "keine Angabe – ä"] })));

    [Fact]
    public void A_score_may_be_declared_missing() =>
        Assert.Equal("2 = 1 + 1 + 0 + 0 + []", Cells.Ledger(_desk.Read("score\n9\n0\n", query => query with { MissingTexts = ["0"] })));

    [Fact]
    public void The_scale_decides()
    {
        NpsScale scale = NpsScale.Parse("-1-1:-1:1");

        AnswerSummary read = _desk.Read("score\n-1\n0\n+1\n1\n", query => query with { Scale = scale });

        Assert.Equal(new NpsTally(1, 1, 2), read.Distribution!.Tally);
        Assert.Equal<long>([1, 1, 2], read.Distribution.Counts);
        Assert.Equal(
            "answers.csv: line 2, column \"score\": found \"0\"; allowed are whole numbers from 1 to 10",
            _desk.Error("score\n0\n", query => query with { Scale = NpsScale.OneToTen }));
    }

    public void Dispose() => _desk.Dispose();
}
