using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>Rows of ratings as a table for people: the share in whole percents, the mean with two decimals.</summary>
internal static class RatingTable
{
    /// <param name="rows">One a line, in order.</param>
    /// <param name="measure">The heading of the share.</param>
    /// <param name="breakdown">By what there are several.</param>
    /// <param name="level">The level is part of a heading.</param>
    /// <param name="width">Where it does not fit, the design effect is left to the other formats.</param>
    public static FigureTable Of(IReadOnlyList<RatingRow> rows, string measure, Breakdown breakdown, double level, int width)
    {
        FigureTable wide = Make(rows, measure, breakdown, level, isNarrow: false);
        return wide.Width <= width ? wide : Make(rows, measure, breakdown, level, isNarrow: true);
    }

    private static FigureTable Make(IReadOnlyList<RatingRow> rows, string measure, Breakdown breakdown, double level, bool isNarrow)
    {
        var keys = new KeyColumns(breakdown, rows);
        bool hasFew = rows.Any(row => ((IScoredRow)row).IsFew);
        bool hasCustomers = rows.Any(row => row.Customers is not null);
        var table = new FigureTable();
        keys.AddTo(table);
        table.Column(measure);
        table.Column($"{Show.Level(level)} CI");
        table.Column("mean");
        table.Column($"{Show.Level(level)} CI");
        table.Column("good");
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

        foreach (RatingRow row in rows)
        {
            List<FigureCell> cells =
            [
                .. keys.Of(row),
                new FigureCell(Show.Percent(row.Value), new Style(decoration: Decoration.Bold)),
                Show.Interval(row.Lower, row.Upper, Show.Percent),
                Show.Decimals(row.Mean!.Value),
                Show.Interval(row.Mean.Lower, row.Mean.Upper, Show.Decimals),
                Show.Count(row.Good),
                Show.Count(row.Answered),
            ];
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
                cells.Add(new FigureCell(((IScoredRow)row).IsFew ? "few" : "", new Style(Color.Olive)));
            }

            table.Row(cells, keys.IsTotal(row));
        }

        return table;
    }
}
