using System.Text;

namespace CareMetrics.Cli;

/// <summary>Text of a file or an argument as Markdown shows it literally, with no more escapes than that needs.</summary>
internal static class MarkdownText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char before = i > 0 ? text[i - 1] : ' ';
            char after = i + 1 < text.Length ? text[i + 1] : ' ';
            if (IsSpecial(text[i], before, after))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    private static bool IsSpecial(char letter, char before, char after) => letter switch
    {
        '\\' or '|' or '*' or '`' or '[' or ']' or '~' => true,
        '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
        '<' => char.IsLetter(after) || after is '/' or '!' or '?',
        '&' => char.IsLetter(after) || after == '#',
        _ => false,
    };
}
