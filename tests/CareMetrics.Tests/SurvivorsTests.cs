using System.Text.Json;

namespace CareMetrics.Tests;

/// <summary>What is said of a line that no mutation of it is noticed is said of a line that is there.</summary>
public class SurvivorsTests
{
    [Fact]
    public void Every_line_that_has_a_reason_stands_in_its_file()
    {
        using JsonDocument listed = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "mutation", "survivors.json")));
        string[] stale =
        [
            .. from file in listed.RootElement.EnumerateObject()
               let path = Repository.PathOf("src", "CareMetrics", file.Name)
               let lines = File.Exists(path) ? File.ReadLines(path).Select(line => line.Trim()).ToHashSet() : []
               from reason in file.Value.EnumerateArray()
               from change in reason.GetProperty("changes").EnumerateObject()
               where !lines.Contains(change.Name)
               select $"{file.Name} has no line {change.Name}",
        ];
        Assert.True(stale.Length == 0, string.Join('\n', stale));
    }
}
