using System.Text.Json;

namespace CareMetrics.Tests.Docs;

/// <summary>A Jupyter notebook with C# cells.</summary>
internal static class Notebook
{
    private const string Package = "#r \"nuget: CareMetrics\"";

    /// <summary>
    /// Its cells of code as blocks that show, after <c>// -></c>, what the notebook shows below them. The first is to load the package; the
    /// runner has the library already, so that line is left blank.
    /// </summary>
    internal static IEnumerable<MarkdownBlock> Read(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        int cellType = -1;
        using JsonDocument notebook = JsonDocument.Parse(text);
        foreach (JsonElement cell in notebook.RootElement.GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("cell_type").GetString() == "code"))
        {
            string code = Text(cell.GetProperty("source"));
            // A notebook is written with a line of the file for each line of the source.
            cellType = Array.FindIndex(lines, cellType + 1, line => line.Contains("\"cell_type\": \"code\"", StringComparison.Ordinal));
            int source = Array.FindIndex(lines, cellType, line => line.Contains("\"source\": [", StringComparison.Ordinal));
            IEnumerable<string> shown = cell.GetProperty("outputs").EnumerateArray()
                .Where(output => output.GetProperty("output_type").GetString() == "stream")
                .SelectMany(output => Text(output.GetProperty("text")).TrimEnd('\n').Split('\n'))
                .Select(line => $"// -> {line}");
            yield return new("csharp", source + 2, string.Join('\n', shown.Prepend(code.Replace(Package, "", StringComparison.Ordinal))));
        }
    }

    /// <summary>Whether the first cell of code loads the package, as a notebook of a user must.</summary>
    internal static bool LoadsPackage(string text)
    {
        using JsonDocument notebook = JsonDocument.Parse(text);
        JsonElement first = notebook.RootElement.GetProperty("cells").EnumerateArray().First(cell => cell.GetProperty("cell_type").GetString() == "code");
        return Text(first.GetProperty("source")).StartsWith($"{Package}\n", StringComparison.Ordinal);
    }

    private static string Text(JsonElement lines) => string.Concat(lines.EnumerateArray().Select(line => line.GetString()));
}
