using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>Rows of scores as a table for people: the score in whole points, shares in whole percents that sum to 100.</summary>
internal static class NpsTable
{
    /// <param name="rows">One a line, in order.</param>
    /// <param name="keys">Which group and period each is.</param>
    /// <param name="scoring">The level is part of a heading.</param>
    /// <param name="width">Where it does not fit, headings are shortened and the design effect is left to the other formats.</param>
    public static FigureTable Of(IReadOnlyList<NpsRow> rows, KeyColumns keys, Scoring scoring, int width = int.MaxValue)
    {
        FigureTable wide = Make(rows, keys, scoring, isNarrow: false);
        return wide.Width <= width ? wide : Make(rows, keys, scoring, isNarrow: true);
    }

    private static FigureTable Make(IReadOnlyList<NpsRow> rows, KeyColumns keys, Scoring scoring, bool isNarrow)
    {
        bool hasCustomers = rows.Any(row => row.Customers is not null);
        bool hasFew = rows.Any(row => row.IsFew);
        var table = new FigureTable();
        bool hasWeights = rows.Any(row => row.Weighted is not null);
        keys.AddTo(table);
        table.Column("NPS");
        table.Column($"{Show.Level(scoring.Level)} CI");
        if (hasWeights)
        {
            table.Column("weighted");
            table.Column($"{Show.Level(scoring.Level)} CI");
        }

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
            List<FigureCell> cells = [.. keys.Of(row), .. Figures(row, hasWeights)];
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

            table.Row(cells, keys.IsTotal(row));
        }

        return table;
    }

    private static IEnumerable<FigureCell> Figures(NpsRow row, bool hasWeights)
    {
        long[] counts = [row.Detractors, row.Passives, row.Promoters];
        string[] shares = row.Answered == 0
            ? [Show.Absent, Show.Absent, Show.Absent]
            : [.. Show.Shares(counts).Zip(counts, Show.Share)];
        return
        [
            new FigureCell(Show.Points(row.Value), new Style(decoration: Decoration.Bold)),
            Show.Interval(row.Lower, row.Upper),
            .. hasWeights ? [Show.Points(row.Weighted?.Value), Show.Interval(row.Weighted?.Lower, row.Weighted?.Upper)] : Array.Empty<FigureCell>(),
            new FigureCell(shares[0], Charts.Detractor),
            new FigureCell(shares[1], Charts.Passive),
            new FigureCell(shares[2], Charts.Promoter),
            Show.Count(row.Answered),
        ];
    }
}
