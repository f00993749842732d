using CareMetrics.Periods;

namespace CareMetrics.Tests;

public class PublicApiTests
{
    private static readonly string Approved = Repository.PathOf("tests", "CareMetrics.Tests", "PublicApi.txt");

    /// <summary>A change of the public API is seen in review. CAREMETRICS_ACCEPT=1 writes the file anew.</summary>
    [Fact]
    public void The_public_API_is_the_one_in_PublicApi_txt()
    {
        string actual = PublicApiText.Of(typeof(Period).Assembly);
        if (Environment.GetEnvironmentVariable("CAREMETRICS_ACCEPT") == "1")
        {
            File.WriteAllText(Approved, actual);
        }

        string[] was = [.. Lines(File.Exists(Approved) ? File.ReadAllText(Approved).ReplaceLineEndings("\n") : "")];
        string[] now = [.. Lines(actual)];
        string[] changes = [.. was.Except(now).Select(line => $"- {line}"), .. now.Except(was).Select(line => $"+ {line}")];
        Assert.True(was.SequenceEqual(now), $"The public API is not that of PublicApi.txt:\n{string.Join('\n', changes)}\nIf it is meant, run this test with CAREMETRICS_ACCEPT=1.");
    }

    // A member's line names its type too, so that the same line under two types is not taken for one.
    private static IEnumerable<string> Lines(string text)
    {
        string type = "";
        foreach (string line in text.Split('\n'))
        {
            type = line.StartsWith(' ') ? type : line;
            yield return line.StartsWith(' ') ? $"{type.Split(" : ")[0]}: {line.Trim()}" : line;
        }
    }
}
