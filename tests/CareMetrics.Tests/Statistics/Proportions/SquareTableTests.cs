using System.Text.Json;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class SquareTableTests
{
    private const double Tolerance = 1e-10;

    [Theory]
    [InlineData("statistics/square_tables.csv")]
    [InlineData("statistics/square_tables_more.csv")]
    public void Statistics_and_p_values_agree_with_the_reference(string path)
    {
        foreach (ReferenceRow row in ReferenceTable.Read(path))
        {
            long[,] table = Table(row["table"]);
            SymmetryTest margins = SquareTable.StuartMaxwell(table);
            Close.Relative(row.Number("stuart_maxwell"), margins.Statistic, Tolerance, $"{row} Stuart–Maxwell");
            Assert.Equal((int)row.Whole("sm_df"), margins.DegreesOfFreedom);
            Close.Relative(row.Number("stuart_maxwell_p"), margins.PValue, Tolerance, $"{row} p of Stuart–Maxwell");
            SymmetryTest symmetry = SquareTable.Bowker(table);
            Close.Relative(row.Number("bowker"), symmetry.Statistic, Tolerance, $"{row} Bowker");
            Assert.Equal((int)row.Whole("bowker_df_nonempty"), symmetry.DegreesOfFreedom);
            Close.Relative(row.Number("bowker_p_nonempty"), symmetry.PValue, Tolerance, $"{row} p of Bowker");
        }
    }

    [Fact]
    public void All_on_the_diagonal_is_a_p_of_one_with_every_pair_left_out()
    {
        long[,] table = { { 3, 0, 0 }, { 0, 4, 0 }, { 0, 0, 5 } };
        SymmetryTest margins = SquareTable.StuartMaxwell(table);
        Assert.Equal((1.0, 0.0, 0, 3), (margins.PValue, margins.Statistic, margins.DegreesOfFreedom, margins.LeftOut));
        SymmetryTest symmetry = SquareTable.Bowker(table);
        Assert.Equal((1.0, 0.0, 0, 3), (symmetry.PValue, symmetry.Statistic, symmetry.DegreesOfFreedom, symmetry.LeftOut));
    }

    [Fact]
    public void An_empty_table_has_no_p_value()
    {
        Assert.Null(SquareTable.StuartMaxwell(new long[3, 3]).PValue);
        Assert.Null(SquareTable.Bowker(new long[3, 3]).PValue);
        Assert.Null(SquareTable.Bowker(new long[3, 3]).Statistic);
    }

    [Fact]
    public void What_has_no_changers_is_left_out_and_said()
    {
        long[,] table = { { 20, 0, 5 }, { 0, 15, 4 }, { 1, 2, 30 } };
        Assert.Equal("bowker: χ² = 3.33 on 2 df, p = 0.19 (12 of 77 changed, 1 without changers left out)", SquareTable.Bowker(table).ToString());
        Assert.Equal(0, SquareTable.StuartMaxwell(table).LeftOut);
        Assert.Equal(0, SquareTable.StuartMaxwell(new long[,] { { 5, 3 }, { 0, 4 } }).LeftOut);
    }

    [Fact]
    public void Two_categories_are_McNemar() => Law.Holds(Gen.Choose(0, 50).Four(), cells =>
    {
        long[,] table = { { cells.Item1, cells.Item2 }, { cells.Item3, cells.Item4 } };
        SymmetryTest paired = PairedProportion.Test(
            new PairedProportionTally(cells.Item1, cells.Item2, cells.Item3, cells.Item4), McNemarMethod.ChiSquared);
        Assert.Equal(paired.PValue.HasValue, SquareTable.Bowker(table).PValue.HasValue);
        if (paired.PValue is { } p)
        {
            Close.Relative(p, SquareTable.Bowker(table).PValue, 1e-12);
            Close.Relative(p, SquareTable.StuartMaxwell(table).PValue, 1e-12);
        }
    });

    [Fact]
    public void Transposing_and_renaming_categories_change_nothing() => Law.Holds(Gen.Choose(0, 9).ArrayOf(16), Gen.Choose(1, 3), (cells, shift) =>
    {
        (long[,] table, long[,] other) = (new long[4, 4], new long[4, 4]);
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                table[i, j] = cells[4 * i + j];
                other[(j + shift) % 4, (i + shift) % 4] = table[i, j];
            }
        }

        Close.Near(SquareTable.StuartMaxwell(table).Statistic ?? 0, SquareTable.StuartMaxwell(other).Statistic ?? 0, 1e-10);
        Close.Near(SquareTable.Bowker(table).Statistic ?? 0, SquareTable.Bowker(other).Statistic ?? 0, 1e-12);
        Assert.Equal(SquareTable.StuartMaxwell(table).DegreesOfFreedom, SquareTable.StuartMaxwell(other).DegreesOfFreedom);
    });

    [Fact]
    public void Bad_tables_are_named()
    {
        Assert.Equal(
            "table has 2 rows and 3 columns; needed are as many rows as columns, at least 2 (Parameter 'table')",
            Assert.Throws<ArgumentException>(() => SquareTable.Bowker(new long[2, 3])).Message);
        Assert.Throws<ArgumentException>(() => SquareTable.StuartMaxwell(new long[1, 1]));
        Assert.StartsWith(
            "table[0, 1] is -1; a count is 0 or more",
            Assert.Throws<ArgumentOutOfRangeException>(() => SquareTable.StuartMaxwell(new long[,] { { 1, -1 }, { 0, 1 } })).Message);
        Assert.Throws<ArgumentNullException>(() => SquareTable.Bowker(null!));
    }

    private static long[,] Table(string json)
    {
        long[][] rows = JsonSerializer.Deserialize<long[][]>(json)!;
        var table = new long[rows.Length, rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows.Length; j++)
            {
                table[i, j] = rows[i][j];
            }
        }

        return table;
    }
}
