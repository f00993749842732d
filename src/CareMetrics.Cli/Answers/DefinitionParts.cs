using CareMetrics.Baseline;

namespace CareMetrics.Cli;

/// <summary>Takes a definition in words apart, so that what differs between two can be named.</summary>
internal static class DefinitionParts
{
    private const string Scored = "NPS of answers on the ";
    private const string InColumn = " in column ";
    private const string Dated = "dated by \"";
    private const string InZone = "\" in ";
    private const string Only = "only rows where ";
    private const string Usual = "0–10 scale (detractors 0–6, promoters 9–10)";

    private static readonly (string Start, string Untold)[] Choices =
        [("customers by ", "no customers told apart"), (Dated, "not dated"), ("missing are ", "missing are blanks alone"), (Only, "all rows"), ("latest answer per ", "every answer")];

    /// <summary>What holds in a definition where it leaves out a choice that another one tells.</summary>
    public static IEnumerable<string> Untold(IReadOnlyList<string> parts, IReadOnlyList<string> others) =>
        Choices.Where(choice => Tells(others, choice.Start) && !Tells(parts, choice.Start)).Select(choice => choice.Untold);

    private static bool Tells(IReadOnlyList<string> parts, string start) => parts.Any(part => part.StartsWith(start, StringComparison.Ordinal));

    /// <summary>The parts, which stand between semicolons; one in quotes is none.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var parts = new List<string>();
        (int start, bool isQuoted) = (0, false);
        for (int at = 0; at < text.Length; at++)
        {
            isQuoted ^= text[at] == '"';
            if (!isQuoted && text.AsSpan(at).StartsWith("; "))
            {
                parts.Add(text[start..at].Trim());
                start = at + 2;
            }
        }

        parts.Add(text[start..].Trim());
        return [.. parts.Where(part => part.Length > 0)];
    }

    /// <summary>A text of the user in a definition: in quotes where it would part it.</summary>
    public static string Whole(string text) => text.AsSpan().ContainsAny(';', '"') ? Quoted(text) : text;

    /// <summary>A name of the user in a definition: in quotes, with none inside that would end them.</summary>
    public static string Quoted(string text) => Shown.Quoted(text.Replace('"', '\''));

    /// <summary>What is none of the parts that a definition has belongs to what is counted.</summary>
    public static MetricDefinition Of(string text)
    {
        var definition = new MetricDefinition { Metric = "NPS" };
        var counted = new List<string>();
        foreach (string part in Split(text))
        {
            if (part.StartsWith(Scored, StringComparison.Ordinal) && part.IndexOf(InColumn, StringComparison.Ordinal) is > 0 and var column)
            {
                string scale = part[Scored.Length..column];
                definition = definition with { Scale = scale == Usual ? "0–10" : scale.Replace(" scale (", " (", StringComparison.Ordinal) };
                counted.Add("answers" + part[column..]);
            }
            else if (part.StartsWith(Dated, StringComparison.Ordinal) && part.LastIndexOf(InZone, StringComparison.Ordinal) is > 0 and var zone)
            {
                definition = definition with { DatedBy = part[Dated.Length..zone], Zone = part[(zone + InZone.Length)..] };
            }
            else if (part.StartsWith(Only, StringComparison.Ordinal))
            {
                definition = definition with { Filter = part[Only.Length..] };
            }
            else
            {
                counted.Add(part);
            }
        }

        return counted.Count == 0 ? definition : definition with { Counted = string.Join(", ", counted) };
    }
}
