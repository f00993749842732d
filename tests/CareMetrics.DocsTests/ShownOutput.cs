using System.Text.RegularExpressions;

namespace CareMetrics.Tests.Docs;

/// <summary>A line of output that a block of code shows after <c>// -></c>, and where.</summary>
internal sealed partial record ShownOutput(int Line, string Text)
{
    /// <summary>The output a block shows: at the end of the line that prints it, or on lines of its own where several are printed.</summary>
    internal static IEnumerable<ShownOutput> Of(MarkdownBlock block) =>
        from pair in block.Code.Split('\n').Select((text, index) => (text, index))
        let match = Shown().Match(pair.text)
        where match.Success
        select new ShownOutput(block.FirstLine + pair.index, match.Groups[1].Value);

    /// <summary>The first difference between what is shown and what was printed, or null.</summary>
    internal static string? Difference(string page, MarkdownBlock block, string printed)
    {
        ShownOutput[] shown = [.. Of(block)];
        string[] found = printed.Length == 0 ? [] : [.. printed.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
        for (int i = 0; i < Math.Max(shown.Length, found.Length); i++)
        {
            if (i >= shown.Length)
            {
                return $"{page}:{block.FirstLine}: the block prints a line that it does not show\n  found:    {found[i]}";
            }

            string actual = i < found.Length ? found[i] : "(nothing more is printed)";
            if (shown[i].Text != actual)
            {
                return $"{page}:{shown[i].Line}: the shown output is stale\n  expected: {shown[i].Text}\n  found:    {actual}";
            }
        }

        return null;
    }

    [GeneratedRegex(@"//\s*->\s*(.*?)\s*$")]
    private static partial Regex Shown();
}
