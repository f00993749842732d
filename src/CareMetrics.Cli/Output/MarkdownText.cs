using System.Text;

namespace CareMetrics.Cli.Output;

/// <summary>Text of a file or an argument as Markdown shows it literally.</summary>
internal static class MarkdownText
{
    private const string Special = @"\|*_`<>[]#~";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            if (Special.Contains(letter, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
