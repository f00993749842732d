using System.Globalization;
using System.Text.Json;

namespace CareMetrics.Tests.Docs.FromSql;

/// <summary>Each query of docs/from-sql.md, run on SQLite, counts what the library counts from the same rows.</summary>
public class FromSqlTests(FromSqlTests.Databases databases) : IClassFixture<FromSqlTests.Databases>
{
    private static readonly JsonSerializerOptions WithFields = new() { IncludeFields = true };
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "from-sql.md"));

    public static TheoryData<string> Headings => [.. Queries.All.Keys];

    [Theory]
    [MemberData(nameof(Headings))]
    public void A_query_counts_what_the_library_counts(string heading)
    {
        foreach ((Answer[] rows, Database database) in databases.All)
        {
            Same(Queries.All[heading].OfRows(rows), Queries.All[heading].OfResult(database.Query(Block(heading, "sql")!.Code)));
        }
    }

    [Theory]
    [MemberData(nameof(Headings))]
    public void A_shown_result_is_that_of_the_sample(string heading)
    {
        if (Block(heading, "text") is { } shown)
        {
            Assert.Equal(shown.Code, databases.All[0].Tables.Query(Block(heading, "sql")!.Code).ToString());
        }
    }

    [Fact]
    public void Every_query_of_the_page_is_run() =>
        Assert.Equal(MarkdownBlock.Read(Page).Count(block => block.Language == "sql"), Queries.All.Count);

    [Fact]
    public void The_counts_by_channel_and_period_are_those_of_the_sample_file() => Assert.Equal(
        File.ReadLines(Repository.PathOf("docs", "samples", "answers-tallied.csv")).Skip(1).Select(line => line.Replace(",", " | ", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        ((string)Queries.All["Every channel and period at once"].OfRows([.. Answer.Sample()])).Split('\n').Skip(1).Order(StringComparer.Ordinal));

    private static MarkdownBlock? Block(string heading, string language)
    {
        string[] lines = Page.ReplaceLineEndings("\n").Split('\n');
        int first = Array.IndexOf(lines, $"## {heading}");
        int next = Array.FindIndex(lines, first + 1, line => line.StartsWith("## ", StringComparison.Ordinal));
        return MarkdownBlock.Read(Page).FirstOrDefault(block => block.Language == language && block.FirstLine > first && (next < 0 || block.FirstLine <= next));
    }

    private static void Same(object counted, object found)
    {
        // Counts are the same; sums of real numbers are, but for the order in which they were added.
        Assert.Equal(counted.GetType(), found.GetType());
        foreach ((string ours, string theirs) in Leaves(counted).Zip(Leaves(found), (one, other) => (one, other)))
        {
            if (ours != theirs)
            {
                double expected = double.Parse(ours, CultureInfo.InvariantCulture);
                double error = Math.Abs(double.Parse(theirs, CultureInfo.InvariantCulture) - expected);
                Assert.True(error <= 1e-11 * Math.Abs(expected), $"expected {counted}, found {found}");
            }
        }
    }

    private static IEnumerable<string> Leaves(object value)
    {
        static IEnumerable<string> Of(JsonElement element) => element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(member => Of(member.Value))
            : [element.ToString()];
        return Of(JsonSerializer.SerializeToElement(value, WithFields));
    }

    /// <summary>The sample, what the sample does not hold, and both.</summary>
#pragma warning disable CA1034, CA1515 // The framework makes it, by being public.
    public sealed class Databases : IDisposable
#pragma warning restore CA1034, CA1515
    {
        internal (Answer[] Rows, Database Tables)[] All { get; } =
        [
            .. new[] { Answer.Sample(), Answer.Awkward(), Answer.Sample().Concat(Answer.Awkward()) }
                .Select(rows => rows.ToArray())
                .Select(rows => (rows, new Database(rows))),
        ];

        public void Dispose() => Array.ForEach(All, one => one.Tables.Dispose());
    }
}
