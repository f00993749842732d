using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class RatioTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData("statistics/ratio_intervals.csv")]
    [InlineData("statistics/ratio_shapes.csv")]
    public void Fieller_and_delta_agree_with_the_reference(string table)
    {
        foreach (ReferenceRow row in ReferenceTable.Read(table))
        {
            RatioInterval fieller = Ratio.Fieller(
                row.Number("a"), row.Number("se_a"), row.Number("b"), row.Number("se_b"), row.Number("rho"), row.Number("conf"));
            IntervalShape shape = row["fieller_kind"] switch
            {
                "bounded" => IntervalShape.Bounded,
                "complement" => IntervalShape.Complement,
                _ => IntervalShape.WholeLine,
            };
            Assert.Equal(shape, fieller.Shape);
            Same(row, "ratio", fieller.Value);
            Same(row, "fieller_root_lo", fieller.Lower);
            Same(row, "fieller_root_hi", fieller.Upper);
            if (row.NumberOrNull("ratio") is null)
            {
                continue;
            }

            RatioInterval delta = Ratio.Delta(
                row.Number("a"), row.Number("se_a"), row.Number("b"), row.Number("se_b"), row.Number("rho"), row.Number("conf"));
            // Where margin and ratio nearly cancel, a limit is good to the digits of the ratio.
            double scale = Math.Max(1e-3, Math.Abs(row.Number("ratio")));
            Close.Sized(row.Number("delta_lo"), delta.Lower!.Value, Tolerance, scale, row);
            Close.Sized(row.Number("delta_hi"), delta.Upper!.Value, Tolerance, scale, row);
        }
    }

    [Fact]
    public void Nothing_over_a_negative_number_has_no_sign()
    {
        RatioInterval nothing = Ratio.Fieller(0, 0, -1, 0.1);
        Assert.All([nothing.Value, nothing.Lower, nothing.Upper, Ratio.Delta(0, 0, -1, 0.1).Value], zero => Assert.Equal("0", $"{zero}"));
    }

    [Fact]
    public void A_test_of_a_ratio_and_the_set_of_ratios_agree() =>
        Law.Holds(
            Estimates(),
            Gen.Choose(-300, 300),
            (e, at) =>
            {
                double ratio = at / 20.0;
                RatioInterval set = Ratio.Fieller(e.A, e.SeA, e.B, e.SeB, e.Rho, 0.9);
                double error = Math.Sqrt(e.SeA * e.SeA - 2 * ratio * e.Rho * e.SeA * e.SeB + ratio * ratio * e.SeB * e.SeB);
                double z = Math.Abs(e.A - ratio * e.B) / error;
                if (Math.Abs(z - Distributions.TwoSidedZ(0.9)) > 1e-9)
                {
                    Assert.Equal(z < Distributions.TwoSidedZ(0.9), set.Contains(ratio));
                }
            });

    [Fact]
    public void The_set_holds_the_ratio_and_grows_with_the_level() =>
        Law.Holds(Estimates(), e =>
        {
            RatioInterval narrow = Ratio.Fieller(e.A, e.SeA, e.B, e.SeB, e.Rho, 0.8);
            RatioInterval wide = Ratio.Fieller(e.A, e.SeA, e.B, e.SeB, e.Rho, 0.99);
            Assert.True(narrow.Value is null || narrow.Contains(narrow.Value.Value));
            Assert.True(wide.Shape >= narrow.Shape);
            for (double at = -15; at <= 15; at += 0.37)
            {
                Assert.True(!narrow.Contains(at) || wide.Contains(at));
            }
        });

    [Fact]
    public void Scaling_a_side_scales_the_set() =>
        Law.Holds(Estimates(), e =>
        {
            RatioInterval one = Ratio.Fieller(e.A, e.SeA, e.B, e.SeB, e.Rho);
            RatioInterval scaled = Ratio.Fieller(1000 * e.A, 1000 * e.SeA, e.B, e.SeB, e.Rho);
            Assert.Equal(one.Shape, scaled.Shape);
            Assert.Equal(one.Lower is null, scaled.Lower is null);
            if (one.Lower is { } lower && one.Upper is { } upper)
            {
                double size = Math.Abs(lower) + Math.Abs(upper);
                Assert.InRange(scaled.Lower!.Value / 1000 - lower, -1e-9 * size, 1e-9 * size);
                Assert.InRange(scaled.Upper!.Value / 1000 - upper, -1e-9 * size, 1e-9 * size);
            }
        });

    [Fact]
    public void A_denominator_just_at_significance_leaves_a_half_line()
    {
        double z = Distributions.TwoSidedZ(0.95);
        RatioInterval set = Ratio.Fieller(3, 1, z, 1);
        Assert.Equal(IntervalShape.Complement, set.Shape);
        Assert.Null(set.Lower);
        Close.Relative((9 - z * z) / (6 * z), set.Upper, 1e-12);
        Assert.True(set.Contains(1e9));
        Assert.False(set.Contains(-1e9));
        RatioInterval below = Ratio.Fieller(-3, 1, z, 1);
        Assert.Equal((IntervalShape.Complement, -set.Upper, null), (below.Shape, below.Lower, below.Upper));
        Assert.Equal(IntervalShape.WholeLine, Ratio.Fieller(0, 1, z, 1).Shape);
    }

    [Fact]
    public void Without_any_error_the_set_is_the_ratio()
    {
        foreach (double unit in new[] { 1, 1e-300, 1e300 })
        {
            RatioInterval set = Ratio.Fieller(6 * unit, 0, 2 * unit, 0);
            Assert.Equal(IntervalShape.Bounded, set.Shape);
            Close.Relative(3, set.Lower, 1e-15);
            Close.Relative(3, set.Upper, 1e-15);
        }

        RatioInterval none = Ratio.Fieller(0, 0, 2, 1);
        Assert.Equal((IntervalShape.Bounded, 0.0, 0.0), (none.Shape, none.Lower, none.Upper));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_limit_close_to_0_keeps_its_digits(int sign)
    {
        // By 40 digits, 1.9599639846 just above z.
        RatioInterval set = Ratio.Fieller(1.9599639846, 1, 10 * sign, 1);
        Close.Relative(0.4076526038215270430663, sign > 0 ? set.Upper : -set.Lower, 1e-14);
        Close.Relative(5.994586203325177e-12, sign > 0 ? set.Lower : -set.Upper, 1e-4);
    }

    [Fact]
    public void Shifting_a_set_keeps_its_shape()
    {
        RatioInterval set = Ratio.Fieller(12000, 5000, 4000, 1800);
        RatioInterval shifted = set.ShiftedBy(-1, "points");
        Assert.Equal((set.Value - 1, set.Lower - 1, set.Upper - 1, "points"), (shifted.Value, shifted.Lower, shifted.Upper, shifted.Unit));
    }

    [Fact]
    public void A_certain_denominator_gives_the_interval_of_the_numerator_over_it()
    {
        double z = Distributions.TwoSidedZ(0.95);
        RatioInterval set = Ratio.Fieller(3, 1, -2, 0);
        Assert.Equal(IntervalShape.Bounded, set.Shape);
        Close.Relative((3 + z) / -2, set.Lower, 1e-14);
        Close.Relative((3 - z) / -2, set.Upper, 1e-14);
    }

    [Theory]
    [InlineData(3.0, 1.0, 1.0, 1.0, "3.00 (95% CI: -2.77 or less, or 0.66 or more)")]
    [InlineData(0.5, 1.0, 0.3, 1.0, "1.67 (95% CI excludes nothing)")]
    [InlineData(12000, 5000, 4000, 1800, "3.00 (95% CI 0.51 to 26.51)")]
    public void A_person_reads_the_shape(double a, double seA, double b, double seB, string expected) =>
        Assert.Equal(expected, Ratio.Fieller(a, seA, b, seB).ToString());

    [Fact]
    public void Bad_input_is_named()
    {
        Throws("numerator is NaN; it must be a finite number", () => Ratio.Fieller(double.NaN, 1, 1, 1));
        Throws("denominatorError is -1; a standard error is a finite number, 0 or more", () => Ratio.Fieller(1, 1, 1, -1));
        Throws("correlation is 1.5; a correlation lies from -1 to 1", () => Ratio.Fieller(1, 1, 1, 1, 1.5));
        Throws("level is 95; a confidence level lies strictly between 0 and 1, such as 0.95", () => Ratio.Fieller(1, 1, 1, 1, 0, 95));
        Throws(
            "denominator is 0 without error; a ratio divides by what is other than 0, or uncertain",
            () => Ratio.Fieller(1, 1, 0, 0));
        Assert.Equal(
            "the ratio or a limit of it is beyond what a number can hold",
            Assert.Throws<OverflowException>(() => Ratio.Fieller(1e300, 1, 1e-300, 0)).Message);
    }

    private static void Throws(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);

    private static void Same(ReferenceRow row, string column, double? actual)
    {
        if (row.NumberOrNull(column) is { } expected)
        {
            Close.Relative(expected, actual, Tolerance, $"{row} {column}");
        }
        else
        {
            Assert.Null(actual);
        }
    }

    private static Gen<(double A, double SeA, double B, double SeB, double Rho)> Estimates() =>
        from a in Gen.Choose(-500, 500)
        from seA in Gen.Choose(1, 200)
        from b in Gen.Choose(-500, 500)
        from seB in Gen.Choose(1, 200)
        from rho in Gen.Choose(-9, 9)
        select (a / 100.0, seA / 100.0, b / 100.0, seB / 100.0, rho / 10.0);
}
