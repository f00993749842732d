using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>The page on a file that was looked at.</summary>
internal static class LookSections
{
    private const int LongestName = 20;
    private const int Gap = 2;

    /// <summary>With less room what a column holds is left to the other formats.</summary>
    private const int FewestLetters = 16;
    private const int ValuesToShow = 3;
    private const int MonthsOfAGap = 2;

    public static IReadOnlyList<ReportSection> Of(LookFindings found, int width) =>
    [
        Heading(found),
        Columns(found, width),
        .. Lines("Odd values", found.Odds.Count == 0 ? ["Nothing odd was found."] : found.Odds.Select(odd => Line(odd, found.Counted.File)), isList: found.Odds.Count > 0),
        .. Lines("Days", Days(found), isList: false),
        .. Lines("Repeats", Repeated(found), isList: false),
        .. Lines("Scale", Scale(found), isList: false),
        Next(found),
    ];

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ReportSection Heading(LookFindings found)
    {
        LookCounter counted = found.Counted;
        string strong = Show.OneLine(counted.File);
        string rest = $": {Show.Count(counted.Rows, "row", "rows")} of {Show.Count(counted.Columns.Count, "column", "columns")}, separated by {Separator(counted.Separator)}, {counted.Encoding}";
        return new ReportSection(null, new Markup($"[bold]{Markup.Escape(strong)}[/]{Markup.Escape(rest)}"), $"**{MarkdownText.Escape(strong)}**{rest}");
    }

    private static ReportSection Columns(LookFindings found, int width)
    {
        FigureTable screen = Table(found, width);
        return new ReportSection("Columns", screen.OnScreen(), Table(found, int.MaxValue).InMarkdown());
    }

    private static FigureTable Table(LookFindings found, int width)
    {
        string[][] cells = [.. found.Roles.Select(role => new[]
        {
            Shown.Plain(role.Column.Name), role.Words + (IsRival(found, role) ? "?" : ""), Show.Count(role.Column.Blank), role.Why, Contents(role.Column),
        })];
        var table = new FigureTable();
        int name = cells.Select(row => row[0].Length).Append("column".Length).Max();
        table.Column("column", isNumber: false, width == int.MaxValue ? null : Math.Min(LongestName, name));
        table.Column("seems to be", isNumber: false);
        table.Column("blank");
        table.Column("because", isNumber: false);
        int taken = Math.Min(LongestName, name) + Widest(1, "seems to be") + Widest(2, "blank") + Widest(3, "because") + 4 * Gap;
        int room = width == int.MaxValue ? int.MaxValue : width - taken;
        bool hasContents = room >= FewestLetters;
        if (hasContents)
        {
            table.Column("holds", isNumber: false);
        }

        foreach (string[] row in cells)
        {
            table.Row([row[0], new FigureCell(row[1], new Style(decoration: Decoration.Bold)), row[2], row[3], .. hasContents ? [Cut(row[4], room)] : Array.Empty<FigureCell>()]);
        }

        return table;

        int Widest(int at, string heading) => cells.Select(row => row[at].Length).Append(heading.Length).Max();
    }

    private static bool IsRival(LookFindings found, ColumnRole role) => role.Role is Role.Score or Role.Customer or Role.Date && found.Candidates(role.Role).Count > 1;

    /// <summary>What stands in a column, in a few words.</summary>
    private static string Contents(ColumnProfile column)
    {
        string values = (column.HasMore ? "more than " : "") + Show.Count(column.Distinct, "value", "values");
        bool isOfNumbers = column.Share(ValueKind.Whole, ValueKind.Fraction) >= Roles.Nearly;
        return column.Filled == 0 ? "nothing"
            : column.Days is { } days && column.Share(ValueKind.Day) >= Roles.Nearly ? $"{Day(days.First)} to {Day(days.Last)}"
            : isOfNumbers && column.Numbers is { } numbers ? $"{Number(numbers.Least)} to {Number(numbers.Most)}, {values}"
            : column is { IsListed: true, Distinct: <= 12 } ? string.Join(", ", column.Values.OrderByDescending(value => value.Count).Select(value => $"{value.Text} {Show.Count(value.Count)}"))
            : values;
    }

    private static string Number(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Cut(string text, int room) => text.Length <= room ? text : text[..(room - 1)].TrimEnd() + "…";

    private static string Line(Odd odd, string file)
    {
        string where = odd.First is { } first ? $"first in {(first.File == file ? "" : first.File + ", ")}line {Show.Count(first.Line)}" : "";
        string examples = string.Join(", ", odd.Values.Take(ValuesToShow).Select(value => $"{Shown.Quoted(value.Text)} {Show.Count(value.Count)}")) + (odd.Values.Count > ValuesToShow ? ", …" : "");
        return $"{Shown.Plain(odd.Column)}: {Show.Count(odd.Count)} {odd.What} ({string.Join("; ", new[] { examples, where }.Where(part => part.Length > 0))})";
    }

    private static IEnumerable<string> Days(LookFindings found)
    {
        if (found.Date?.Column is not { Filled: > 0 } column)
        {
            yield break;
        }

        if (column.Days is { } days && column.Count(ValueKind.Day) >= column.Count(ValueKind.OtherDate))
        {
            int span = 12 * (days.Last.Year - days.First.Year) + days.Last.Month - days.First.Month + 1;
            string gaps = span == column.Months ? "every month has rows" : $"{Show.Count(column.Months)} of {Show.Count(span)} months have rows"
                + (span > MonthsOfAGap * column.Months ? ": is a year mistyped?" : "");
            yield return $"{Day(days.First)} to {Day(days.Last)}; {gaps}.";
            if (column.HasInstants && column.HasOwnTimes)
            {
                yield return "Some times say how far they are from UTC and some do not: those that do not are taken for the time of --zone, else UTC.";
            }
        }
        else if (column.Shape.IsAny)
        {
            DateShape shape = column.Shape;
            yield return shape.IsContradictory ? $"The day comes first in {Shown.Quoted(shape.DayFirst!)} and the month in {Shown.Quoted(shape.MonthFirst!)}: no one format reads both."
                : shape.IsSettled ? $"The dates are no ISO 8601; --date-format {shape.Format} reads them" + (shape.DayFirst ?? shape.MonthFirst) switch
                {
                    null => ".",
                    { } proof => $": {(shape.DayFirst is null ? "the month" : "the day")} comes first, as {Shown.Quoted(proof)} shows.",
                }
                : $"The dates are no ISO 8601, and whether the day or the month comes first cannot be told from them: give --date-format, such as {shape.Format}.";
        }
    }

    private static IEnumerable<string> Repeated(LookFindings found)
    {
        LookCounter counted = found.Counted;
        if (Repeats.Of(counted) is { } repeats)
        {
            yield return $"{Show.Count(repeats.Customers, "customer", "customers")}: {Show.Count(repeats.Again)} with several rows, the most {Show.Count(repeats.Most)}.";
        }

        string among = counted.IsWhole ? "" : $" among the first {Show.Count(LookCounter.MostRows)}";
        yield return counted.FirstRepeated is { } first
            ? $"{Show.Count(counted.Repeated, "row is", "rows are")} the same as an earlier one{among}, to the last letter; the first in {(first.File == counted.File ? "" : first.File + ", ")}line {Show.Count(first.Line)}."
            : $"No two rows are the same{among}.";
    }

    private static IEnumerable<string> Scale(LookFindings found)
    {
        if (found.Answers is not { } answers)
        {
            yield break;
        }

        string[] rivals = [.. found.Candidates(answers.Role).Select(role => Shown.Quoted(role.Column.Name))];
        if (rivals.Length > 1)
        {
            yield return $"{string.Join(" and ", rivals)} could {(rivals.Length == 2 ? "both" : "all")} be the score; taken here is {Shown.Quoted(answers.Column.Name)}.";
        }

        yield return found.Scale is { } scale ? $"{scale}{(scale.IsSure ? "" : ", as it seems")}: {scale.Why}."
            : $"The values of {Shown.Quoted(answers.Column.Name)} are not whole numbers of a usual scale.";
    }

    private static ReportSection Next(LookFindings found)
    {
        (string What, string Command)[] next = [.. found.Next.Select(command => (command.What, Show.OneLine(command.Command)))];
        return new ReportSection(
            "Next",
            new Rows(next.SelectMany(command => new IRenderable[]
            {
                new Text(command.What + ":"),
                new Verbatim(width => ShellText.Folded(command.Command, "  ", width), new Style(decoration: Decoration.Bold)),
            })),
            string.Join("\n\n", next.Select(command => $"{MarkdownText.Escape(command.What)}:\n\n```sh\n{command.Command}\n```")));
    }

    private static IEnumerable<ReportSection> Lines(string title, IEnumerable<string> lines, bool isList)
    {
        string[] all = [.. lines.Select(Show.OneLine)];
        if (all.Length > 0)
        {
            yield return new ReportSection(
                title,
                new Rows(all.Select(line => isList ? Footing.Bullet(line) : new Text(line))),
                string.Join(isList ? "\n" : "\n\n", all.Select(line => (isList ? "- " : "") + MarkdownText.Escape(line))));
        }
    }

    private static string Separator(char separator) => separator switch
    {
        ',' => "commas",
        ';' => "semicolons",
        '\t' => "tabs",
        '|' => "bars",
        _ => $"\"{separator}\"",
    };
}
