using System.Text.Json;

namespace CareMetrics.Cli.Tests;

/// <summary>The flat rows that a command printed as JSON.</summary>
internal static class Rows
{
    internal static JsonElement[] Of(ToolRun run)
    {
        Assert.True(run.ExitCode == 0, run.Error);
        return [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];
    }

    internal static JsonElement Row(this IEnumerable<JsonElement> rows, string measure, string? group = null, string? period = null) => Assert.Single(
        rows, row => row.Text("measure") == measure && row.Text("group") == group && row.Text("period") == period);

    internal static string? Text(this JsonElement row, string name) => row.GetProperty(name).GetString();

    internal static double? Number(this JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
