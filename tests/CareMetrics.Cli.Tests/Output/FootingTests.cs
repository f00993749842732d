using System.Globalization;

namespace CareMetrics.Cli.Tests;

public class FootingTests
{
    private static readonly string Hash = new('a', 64);

    [Theory]
    [InlineData(100, 26, "SHA-256 HASH  NAME")]
    [InlineData(100, 27, "SHA-256|HASH  NAME")]
    [InlineData(100, 34, "SHA-256|HASH  NAME")]
    [InlineData(100, 35, "SHA-256 HASH|  NAME")]
    [InlineData(100, 200, "SHA-256 HASH|  NAME")]
    [InlineData(80, 6, "SHA-256 HASH  NAME")]
    [InlineData(80, 14, "SHA-256|HASH  NAME")]
    public void A_hash_and_its_file_share_a_line_that_holds_both(int width, int letters, string expected)
    {
        string name = new('n', letters);
        var ledger = new RowLedger { Read = 1, Answered = 1, Missing = 0, Invalid = 0, Superseded = 0, ExcludedByReason = [] };
        ReportSection section = new Footing(ledger, "what is counted", []) { Inputs = [new InputFile(name, Hash)] }.Sections("caremetrics report a.csv").Single();

        string page = Screen.Plain(section.Screen, width);

        string lines = expected.Replace("HASH", Hash, StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal).Replace('|', '\n');
        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"\nDefinition: what is counted\n{lines}\nMade by: caremetrics report a.csv\n"), page);
        Assert.Contains($"\n\nSHA-256 {Hash}  {name}\n\n", section.Markdown);
    }
}
