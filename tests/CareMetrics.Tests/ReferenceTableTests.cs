namespace CareMetrics.Tests;

public class ReferenceTableTests
{
    [Fact]
    public void A_quoted_field_keeps_its_commas_quotes_and_line_ends()
    {
        ReferenceTable table = ReferenceTable.Parse("t.csv", "a,b\r\n\"{\"\"x\"\": [1, 2]}\",\"two\nlines\"\r\n,1e-300\r\n");

        Assert.Equal(2, table.Count);
        Assert.Equal("{\"x\": [1, 2]}", table[0]["a"]);
        Assert.Equal("two\nlines", table[0]["b"]);
        Assert.Null(table[1].NumberOrNull("a"));
        Assert.Equal(1e-300, table[1].Number("b"));
        Assert.Equal("t.csv:4", table[1].ToString());
    }

    [Fact]
    public void A_last_line_without_an_end_counts_and_blank_lines_do_not()
    {
        ReferenceTable table = ReferenceTable.Parse("t.csv", "\uFEFFa,b\n\n1,2\n\n3,");

        Assert.Equal(2, table.Count);
        Assert.Equal(1, table[0].Whole("a"));
        Assert.Equal("", table[1]["b"]);
    }

    [Fact]
    public void What_cannot_be_read_says_where()
    {
        Assert.Equal("t.csv:3 has 1 fields; its header has 2",
            Assert.Throws<InvalidDataException>(() => ReferenceTable.Parse("t.csv", "a,b\n1,2\n3\n")).Message);
        Assert.Equal("t.csv:2 has a quote that never closes",
            Assert.Throws<InvalidDataException>(() => ReferenceTable.Parse("t.csv", "a,b\n\"1,2\n3,4\n")).Message);

        ReferenceRow row = ReferenceTable.Parse("t.csv", "a,b\nx,2\n")[0];
        Assert.StartsWith("t.csv:2 has 'x' in column 'a'", Assert.Throws<FormatException>(() => row.Number("a")).Message);
        Assert.StartsWith("t.csv:2 has no column 'c'", Assert.Throws<KeyNotFoundException>(() => row["c"]).Message);
    }

    [Fact]
    public void Every_table_under_reference_reads()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "reference");
        string[] files = Directory.GetFiles(folder, "*.csv", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.NotEmpty(ReferenceTable.Read(Path.GetRelativePath(folder, file))));
    }
}
