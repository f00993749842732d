using System.Collections.Immutable;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class MultipleComparisonsTests
{
    [Fact]
    public void Adjusted_p_values_agree_with_the_reference()
    {
        foreach (IGrouping<string, ReferenceRow> set in ReferenceTable.Read("statistics/p_adjust.csv").GroupBy(row => row["set"]))
        {
            ReferenceRow[] rows = [.. set];
            double?[] p = [.. rows.Select(row => (double?)row.Number("p"))];
            ImmutableArray<double?> holm = MultipleComparisons.Adjust(p);
            ImmutableArray<double?> bh = MultipleComparisons.Adjust(p, Adjustment.BenjaminiHochberg);
            for (int i = 0; i < rows.Length; i++)
            {
                Close.Relative(rows[i].Number("holm"), holm[i]!.Value, 1e-14, $"{rows[i]} holm");
                Close.Relative(rows[i].Number("bh"), bh[i]!.Value, 1e-14, $"{rows[i]} bh");
            }
        }
    }

    [Fact]
    public void Holm_never_rejects_more_than_Benjamini_Hochberg_and_neither_more_than_none() =>
        Law.Holds(Gen.Choose(0, 1000).Select(n => (double?)(n / 1000.0)).ListOf(), p =>
        {
            ImmutableArray<double?> holm = MultipleComparisons.Adjust([.. p]);
            ImmutableArray<double?> bh = MultipleComparisons.Adjust([.. p], Adjustment.BenjaminiHochberg);
            for (int i = 0; i < p.Count; i++)
            {
                Assert.InRange(holm[i]!.Value, bh[i]!.Value, 1);
                Assert.InRange(bh[i]!.Value, p[i]!.Value, 1);
            }
        });

    [Fact]
    public void A_comparison_that_could_not_be_made_does_not_count()
    {
        Assert.Equal([0.02, null, 0.02], MultipleComparisons.Adjust([0.01, null, 0.02]).ToArray());
        Assert.Equal([0.01, 0.5], MultipleComparisons.Adjust([0.01, 0.5], Adjustment.None).ToArray());
        Assert.Empty(MultipleComparisons.Adjust([]));
        Assert.StartsWith("adjustment is 7; allowed are", Assert.Throws<ArgumentOutOfRangeException>(() => MultipleComparisons.Adjust([0.1], (Adjustment)7)).Message);
        Assert.Equal("pValues[1] is 2; a p-value lies from 0 to 1 (Parameter 'pValues[1]')",
            Assert.Throws<ArgumentOutOfRangeException>(() => MultipleComparisons.Adjust([0.1, 2])).Message);
    }
}
