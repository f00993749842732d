using CareMetrics.Cli.Commands;
using Spectre.Console;

namespace CareMetrics.Cli.Output;

/// <summary>Rows of scores as a table for people: the score in whole points, shares in whole percents that sum to 100.</summary>
internal static class NpsTable
{
    /// <param name="rows">One a line, in order.</param>
    /// <param name="group">The heading of the groups, or null without groups.</param>
    /// <param name="period">The heading of the periods, or null without periods.</param>
    /// <param name="scoring">The level is part of a heading.</param>
    /// <param name="width">Where it does not fit, headings are shortened and the design effect is left to the other formats.</param>
    public static FigureTable Of(IReadOnlyList<NpsRow> rows, string? group, string? period, Scoring scoring, int width = int.MaxValue)
    {
        FigureTable wide = Make(rows, group, period, scoring, isNarrow: false);
        return wide.Width <= width ? wide : Make(rows, group, period, scoring, isNarrow: true);
    }

    private static FigureTable Make(IReadOnlyList<NpsRow> rows, string? group, string? period, Scoring scoring, bool isNarrow)
    {
        bool hasCustomers = rows.Any(row => row.Customers is not null);
        bool hasFew = rows.Any(row => row.IsFew);
        var table = new FigureTable();
        if (group is not null)
        {
            table.Column(Show.OneLine(group), isNumber: false);
        }

        if (period is not null)
        {
            table.Column(period, isNumber: false);
        }

        table.Column("NPS");
        table.Column($"{Show.Level(scoring.Level)} CI");
        table.Column(isNarrow ? "detr." : "detractors");
        table.Column(isNarrow ? "pass." : "passives");
        table.Column(isNarrow ? "prom." : "promoters");
        table.Column("answers");
        if (hasCustomers)
        {
            table.Column("customers");
            if (!isNarrow)
            {
                table.Column("design effect");
            }
        }

        if (hasFew)
        {
            table.Column("", isNumber: false);
        }

        foreach (NpsRow row in rows)
        {
            var cells = new List<FigureCell>();
            if (group is not null)
            {
                cells.Add(row.Group is { } value ? Show.OneLine(value) : "total");
            }

            if (period is not null)
            {
                cells.Add(row.Period ?? "no date");
            }

            cells.AddRange(Figures(row));
            if (hasCustomers)
            {
                cells.Add(Show.Count(row.Customers));
                if (!isNarrow)
                {
                    cells.Add(Show.DesignEffect(row.DesignEffect));
                }
            }

            if (hasFew)
            {
                cells.Add(new FigureCell(row.IsFew ? "few" : "", new Style(Color.Olive)));
            }

            table.Row(cells, isTotal: group is not null && row.Group is null);
        }

        return table;
    }

    private static IEnumerable<FigureCell> Figures(NpsRow row)
    {
        long[] counts = [row.Detractors, row.Passives, row.Promoters];
        string[] shares = row.Answered == 0
            ? [Show.Absent, Show.Absent, Show.Absent]
            : [.. Show.Shares(counts).Zip(counts, Show.Share)];
        return
        [
            new FigureCell(Show.Points(row.Value), new Style(decoration: Decoration.Bold)),
            Show.Interval(row.Lower, row.Upper),
            new FigureCell(shares[0], Charts.Detractor),
            new FigureCell(shares[1], Charts.Passive),
            new FigureCell(shares[2], Charts.Promoter),
            Show.Count(row.Answered),
        ];
    }
}
