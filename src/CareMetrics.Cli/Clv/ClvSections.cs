using CareMetrics.Retention;
using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>A customer at constant retention for people: the value by timing, the value of a save, what it rests on.</summary>
internal sealed class ClvSections(ClvTerms terms, IReadOnlyList<ClvValue> values)
{
    public IReadOnlyList<ReportSection> All() =>
    [
        Headline(),
        Values(),
        .. terms.Ranter is null ? Array.Empty<ReportSection>() : [Save()],
        Prose("What this rests on", [.. Definition()]),
    ];

    internal static ReportSection Prose(string title, IReadOnlyList<string> lines) => new(
        title,
        new Rows(lines.Select(line => new Text(Show.OneLine(line)))),
        string.Join("\n\n", lines.Select(line => MarkdownText.Escape(Show.OneLine(line)))));

    internal static ReportSection Headline(string bold, string rest) => new(
        null,
        new Markup($"[bold]{Markup.Escape(bold)}[/]{Markup.Escape(rest)}"),
        $"**{MarkdownText.Escape(bold)}**{MarkdownText.Escape(rest)}");

    private ReportSection Headline()
    {
        bool isSave = terms.Ranter is not null;
        string[] amounts = [.. values.Select(value => Money(value.Save?.Total ?? value.Raver)).Distinct()];
        string listed = amounts.Length == 1 ? amounts[0] : $"{string.Join(", ", amounts[..^1])} or {amounts[^1]}";
        string rest = values.Count == 1 ? $", the first margin {ClvText.Timing(values[0].Timing)}"
            : amounts.Length > 1 ? ", by when the margins fall" : ", whenever the margins fall";
        return Headline($"{(isSave ? "A save is worth" : "Lifetime value")} {listed}", rest);
    }

    private ReportSection Values()
    {
        var table = new FigureTable();
        table.Column("first margin", isNumber: false);
        table.Column(terms.Ranter is null ? Heading("lifetime value") : Heading("raver"));
        if (terms.Ranter is not null)
        {
            table.Column("ranter");
            table.Column("difference");
            if (terms.ReferralValue != 0)
            {
                table.Column("referrals");
            }

            table.Column("a save");
        }

        foreach (ClvValue value in values)
        {
            List<FigureCell> cells = [ClvText.Timing(value.Timing), Plain(value.Raver)];
            if (value.Save is { } save)
            {
                cells.AddRange([Plain(save.Ranter), Plain(save.Uplift)]);
                if (terms.ReferralValue != 0)
                {
                    cells.Add(Plain(save.ReferralUplift));
                }

                cells.Add(Plain(save.Total));
            }

            table.Row(cells);
        }

        return new ReportSection("Lifetime value", table.OnScreen(), table.InMarkdown());
    }

    private ReportSection Save()
    {
        var lines = new List<string>
        {
            "A save is worth what the raver is worth less what the ranter would have been worth; the rest would have come without it.",
        };
        foreach (ClvValue value in values)
        {
            if (value.Save is { Overstatement: > 1 } save)
            {
                lines.Add($"First margin {ClvText.Timing(value.Timing)}: the whole value of the raver, {Money(save.Raver)}, is {RoiText.Number(save.Overstatement, 1)} times the difference.");
            }
        }

        if (terms.ReferralValue != 0)
        {
            lines.Add($"Referrals: {Number(terms.Referrals)} of a raver less {Number(terms.RanterReferrals)} of a ranter, at {Money(terms.ReferralValue)} each.");
        }

        return Prose("The value of a save", lines);
    }

    private IEnumerable<string> Definition()
    {
        string what = terms.Ranter is null ? "" : "Raver: ";
        yield return $"{what}{Capital(ClvText.Terms(terms.Raver, terms.Currency), what.Length == 0)}";
        if (terms.Ranter is { } ranter)
        {
            yield return $"Ranter: {ClvText.Terms(ranter, terms.Currency)}";
        }

        CustomerTerms raver = terms.Raver;
        if (raver.Period is not null && new[] { raver.Retention, raver.Discount, raver.Growth }.Any(rate => rate.Per is not null && rate.Per != raver.Period))
        {
            yield return $"In {ClvText.Length(raver.Period)}s: {Percent(raver.Retention.Retained(raver.Period))} kept, discounted by {Percent(raver.Discount.Compounded(raver.Period))}"
                + (raver.Growth.Value == 0 ? "" : $", growing by {Percent(raver.Growth.Compounded(raver.Period))}");
        }
    }

    private static string Capital(string text, bool isFirst) => isFirst ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    private string Heading(string name) => terms.Currency is { } currency ? $"{name}, {Show.OneLine(currency)}" : name;

    private string Money(double amount) => ClvText.Money(amount, terms.Currency);

    private static string Plain(double amount) => RoiText.Number(amount, 2);

    private static string Number(double count) => RoiText.Number(count, 2).TrimEnd('0').TrimEnd('.');

    private static string Percent(double fraction) => RoiText.Number(fraction * 100, 3, "%");
}
