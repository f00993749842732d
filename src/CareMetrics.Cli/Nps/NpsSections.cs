using System.Globalization;
using CareMetrics.Nps;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>The parts of the report that the Net Promoter Score has, beside its breakdowns.</summary>
internal static class NpsSections
{
    private const int LongestBar = 60;
    private const int LongestScale = 21;

    /// <summary>The score, what it rests on, and who is behind it.</summary>
    /// <param name="total">All answers.</param>
    /// <param name="summary">What was read.</param>
    /// <param name="width">Of the screen.</param>
    /// <param name="line">What stands above it: the last period and its change; null where there is none.</param>
    /// <param name="below">Sentences that stand below it.</param>
    public static ReportSection Headline(NpsRow total, AnswerSummary summary, int width, string? line, IReadOnlyList<string> below)
    {
        ReportSection section = Headline(total, summary, width, line);
        return below.Count == 0 ? section : section with
        {
            Screen = new Rows([section.Screen, Text.Empty, .. below.Select(sentence => new Text(Show.OneLine(sentence)))]),
            Markdown = string.Join("\n\n", below.Select(sentence => MarkdownText.Escape(Show.OneLine(sentence))).Prepend(section.Markdown)),
        };
    }

    private static ReportSection Headline(NpsRow total, AnswerSummary summary, int width, string? line)
    {
        if (line is not null)
        {
            return Headline(line, total, summary, width);
        }

        string score = $"NPS {Show.Points(total.Value)}";
        string rest = Rest(total, summary);
        return Drawn([new Markup($"[bold]{Markup.Escape(score)}[/]{Markup.Escape(rest)}")], $"**{score}**{rest}", total, width);
    }

    /// <summary>All answers in one line.</summary>
    public static string Line(NpsRow total, AnswerSummary summary) => $"NPS {Show.Points(total.Value)}{Rest(total, summary)}";

    private static ReportSection Headline(string line, NpsRow total, AnswerSummary summary, int width)
    {
        int end = line.IndexOfAny(['(', ',']);
        (string score, string rest) = (line[..end].TrimEnd(), line[end..]);
        string gap = line[end] == '(' ? " " : "";
        string all = $"All answers: {Line(total, summary)}";
        return Drawn(
            [new Markup($"[bold]{Markup.Escape(score)}[/]{gap}{Markup.Escape(rest)}"), new Text(all)], $"**{score}**{gap}{MarkdownText.Escape(rest)}\n\n{all}", total, width);
    }

    private static string Rest(NpsRow total, AnswerSummary summary) => (total.Lower is null ? "" : $" ({Show.Level(total.Level)} CI {Show.Interval(total.Lower, total.Upper)})")
        + ", " + Show.Count(total.Answered, "answer", "answers")
        + (total.Customers is { } customers ? " of " + Show.Count(customers, "customer", "customers") : "")
        + Days(summary);

    private static ReportSection Drawn(List<IRenderable> lines, string markdown, NpsRow total, int width)
    {
        if (total.Answered > 0)
        {
            int[] shares = Show.Shares([total.Detractors, total.Passives, total.Promoters]);
            lines.AddRange([Text.Empty, Charts.ShareBar(total, Math.Min(LongestBar, width)), Charts.ShareKey(total)]);
            markdown += $"\n\nDetractors {shares[0]}%, passives {shares[1]}%, promoters {shares[2]}%";
        }

        return new ReportSection(null, new Rows(lines), markdown);
    }

    /// <summary>How often each score was given, the highest first; none for a scale too long to draw.</summary>
    public static ReportSection? Distribution(ScoreDistribution? distribution, int width)
    {
        if (distribution is null || distribution.Tally.Answered == 0 || distribution.Scale.Length > LongestScale)
        {
            return null;
        }

        NpsScale scale = distribution.Scale;
        int[] shares = Shares(distribution);
        long most = distribution.Counts.Max();
        var screen = new FigureTable();
        var markdown = new FigureTable();
        screen.Column("score");
        markdown.Column("score");
        screen.Column("", isNumber: false);
        markdown.Column("", isNumber: false);
        screen.Column("answers");
        markdown.Column("answers");
        screen.Column("");
        markdown.Column("share");
        screen.Column("", isNumber: false);
        for (int score = scale.Maximum; score >= scale.Minimum; score--)
        {
            NpsCategory category = scale.CategoryOf(score);
            (string name, Style style) = category switch
            {
                NpsCategory.Detractor => ("detractors", Charts.Detractor),
                NpsCategory.Passive => ("passives", Charts.Passive),
                _ => ("promoters", Charts.Promoter),
            };
            bool isFirst = score == scale.Maximum || scale.CategoryOf(score + 1) != category;
            string number = score.ToString(CultureInfo.InvariantCulture).Replace('-', '−');
            string count = Show.Count(distribution[score]);
            string share = Show.Share(shares[score - scale.Minimum], distribution[score]);
            string bar = Charts.CountBar(distribution[score], most, Math.Min(LongestBar, width) - 24);
            screen.Row([number, new FigureCell(isFirst ? name : "", style), count, share, new FigureCell(bar, style)]);
            markdown.Row([number, isFirst ? name : "", count, share]);
        }

        return new ReportSection("Scores", screen.OnScreen(), markdown.InMarkdown());
    }

    /// <summary>The share of each score, from the lowest: a category's add up to what the headline says of it.</summary>
    private static int[] Shares(ScoreDistribution distribution)
    {
        NpsScale scale = distribution.Scale;
        NpsTally tally = distribution.Tally;
        int[] ofCategories = Show.Shares([tally.Detractors, tally.Passives, tally.Promoters]);
        ReadOnlySpan<long> counts = distribution.Counts.AsSpan();
        int passives = scale.DetractorMaximum + 1 - scale.Minimum;
        int promoters = scale.PromoterMinimum - scale.Minimum;
        return
        [
            .. Show.Shares(counts[..passives], ofCategories[0]),
            .. Show.Shares(counts[passives..promoters], ofCategories[1]),
            .. Show.Shares(counts[promoters..], ofCategories[2]),
        ];
    }

    private static string Days(AnswerSummary summary) => summary is { FirstDay: { } first, LastDay: { } last }
        ? first == last ? ", " + Day(first) : $", {Day(first)} to {Day(last)}"
        : "";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
