using System.Text;

namespace CareMetrics.Cli;

/// <summary>Text of a file as it may stand in a message: quoted, short, on one line, free of control codes.</summary>
internal static class Shown
{
    private const int LongestText = 40;
    private const int MostNames = 30;

    internal static string Quoted(string text) => $"\"{Plain(text)}\"";

    internal static string Plain(string text) => Plain(text, LongestText);

    /// <summary>A path in full: it is what the reader of a message looks for.</summary>
    internal static string Path(string path) => Plain(path, int.MaxValue);

    private static string Plain(string text, int longest)
    {
        var shown = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes().Take(longest))
        {
            bool control = Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029;
            _ = control ? shown.Append(' ') : shown.Append(rune.ToString());
        }

        return text.EnumerateRunes().Skip(longest).Any() ? shown.Append('…').ToString() : shown.ToString();
    }

    internal static string Names(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(Quoted))
        + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");
}
