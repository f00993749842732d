using System.Text.RegularExpressions;

namespace CareMetrics.Tests;

/// <summary>Which family of the library may know which, and what a source file says against it.</summary>
internal static partial class Layering
{
    /// <summary>A family and the families it may use. Doors open downward only; the root namespace is open to all.</summary>
    internal static readonly Dictionary<string, string[]> Doors = new()
    {
        ["Statistics"] = [],
        ["Periods"] = [],
        ["Nps"] = ["Statistics", "Periods"],
        ["Satisfaction"] = ["Statistics", "Periods"],
        ["Conversion"] = ["Statistics", "Periods", "Nps", "Satisfaction"],
        ["Roi"] = ["Statistics"],
        ["Retention"] = ["Statistics", "Periods", "Nps", "Satisfaction", "Conversion", "Roi"],
        ["Baseline"] = ["Statistics", "Periods"],
    };

    /// <summary>What is wrong with a file of the library, one line each.</summary>
    /// <param name="path">The path from src/CareMetrics, with forward slashes.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="types">The names of the types of each family.</param>
    internal static IEnumerable<string> Faults(string path, string text, ILookup<string, string> types)
    {
        string[] folders = path.Split('/')[..^1];
        // The folders within a family only put together what is read together.
        string home = string.Join('.', folders.Take(1).Prepend("CareMetrics"));
        string code = CommentsAndText().Replace(text, match => match.Value.StartsWith('/') ? "" : "\"\"");
        foreach (Match declared in Namespace().Matches(code).Where(match => match.Groups[1].Value != home))
        {
            yield return $"{path}: namespace {declared.Groups[1].Value} is not that of its family, {home}";
        }

        if (folders.Length == 0)
        {
            yield break;
        }

        if (!Doors.TryGetValue(folders[0], out string[]? open))
        {
            yield return $"{path}: {folders[0]} is no family; give it its doors in Layering.Doors";
            yield break;
        }

        IEnumerable<string> used = Using().Matches(code).Select(match => match.Groups[1].Value);
        IEnumerable<string> named = Qualified().Matches(code)
            .Where(match => match.Groups[1].Success || types[match.Groups[2].Value].Contains(match.Groups[3].Value))
            .Select(match => match.Groups[2].Value);
        foreach (string family in used.Concat(named).Distinct().Where(family => family != folders[0] && Doors.ContainsKey(family) && !open.Contains(family)))
        {
            yield return $"{path}: {folders[0]} knows {family}; its doors open to {(open.Length == 0 ? "no family" : string.Join(", ", open))}";
        }
    }

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?(?:global::)?CareMetrics\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    // CareMetrics.Nps.X from anywhere, or Nps.X, which the enclosing namespace makes the same.
    [GeneratedRegex(@"(?<![\w.])((?:global::)?CareMetrics\.)?(\w+)\.(\w+)")]
    private static partial Regex Qualified();

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*" """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CommentsAndText();
}
