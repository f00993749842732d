namespace CareMetrics.Tests.Docs;

/// <summary>A fenced block of a Markdown page.</summary>
/// <param name="Language">The word after the fence: <c>csharp</c> is run here; <c>console</c> shows the tool at work.</param>
/// <param name="FirstLine">The line of the page, from 1, on which the code begins.</param>
/// <param name="Code">The lines between the fences.</param>
internal sealed record MarkdownBlock(string Language, int FirstLine, string Code)
{
    private const string Fence = "```";

    /// <summary>All fenced blocks of a page, in order.</summary>
    internal static IEnumerable<MarkdownBlock> Read(string page)
    {
        string[] lines = page.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string opening = lines[i].TrimStart();
            if (!opening.StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            int first = i + 1;
            int last = Array.FindIndex(lines, first, line => line.Trim() == Fence);
            if (last < 0)
            {
                throw new FormatException($"line {i + 1}: the block never ends");
            }

            yield return new(opening[Fence.Length..].Trim(), first + 1, string.Join('\n', lines[first..last]));
            i = last;
        }
    }
}
