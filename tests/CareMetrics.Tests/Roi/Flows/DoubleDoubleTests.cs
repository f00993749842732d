using System.Numerics;
using CareMetrics.Roi;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Roi;

public class DoubleDoubleTests
{
    [Fact]
    public void Sums_keep_32_digits_of_what_cancellation_leaves() =>
        Law.Holds(Pairs(), pair =>
        {
            (DoubleDouble left, DoubleDouble right) = pair;
            AssertWithin(104, Whole(left) + Whole(right), Whole(left + right));
            AssertWithin(104, Whole(left) - Whole(right), Whole(left - right));
            AssertNormal(left + right);
        });

    [Fact]
    public void Products_keep_31_digits() =>
        Law.Holds(Pairs(), pair =>
        {
            (DoubleDouble left, DoubleDouble right) = pair;
            AssertWithin(103, Whole(left) * Whole(right), Whole(left * right) << Places);
            AssertNormal(left * right);
        });

    [Fact]
    public void Quotients_keep_31_digits() =>
        Law.Holds(Pairs(), pair =>
        {
            (DoubleDouble left, DoubleDouble right) = pair;
            AssertWithin(103, Whole(left) << Places, Whole(left / right) * Whole(right));
            AssertNormal(left / right);
        });

    [Fact]
    public void Powers_lose_no_more_than_their_products() =>
        Law.Holds(Numbers().Where(number => Math.Abs(number.High) is > 0.5 and < 2), Gen.Choose(0, 60), (number, exponent) =>
        {
            BigInteger expected = BigInteger.Pow(Whole(number), exponent);
            AssertWithin(96, expected << Places, Whole(number.Power(exponent)) << Places * exponent);
            Assert.Equal(number, number.Power(1));
            Assert.Equal(new DoubleDouble(1), number.Power(0));
        });

    // In units of 2^−400.
    private const int Places = 400;

    private static BigInteger Whole(DoubleDouble value) =>
        new BigInteger(Math.ScaleB(value.High, Places)) + new BigInteger(Math.ScaleB(value.Low, Places));

    private static void AssertWithin(int bits, BigInteger expected, BigInteger actual) =>
        Assert.True(BigInteger.Abs(actual - expected) << bits <= BigInteger.Abs(expected), $"{actual} is not {expected}");

    // The low part is below half a unit in the last place of the high one.
    private static void AssertNormal(DoubleDouble value) => Assert.Equal(value.High, value.High + value.Low);

    private static Gen<DoubleDouble> Numbers() =>
        from high in Gen.Choose(-1_000_000_000, 1_000_000_000).Where(n => n != 0)
        from more in Gen.Choose(0, 1_000_000_000)
        from low in Gen.Choose(-1_000_000_000, 1_000_000_000)
        from scale in Gen.Choose(-40, 40)
        let first = Math.ScaleB(high + more / 1e9, scale - 30)
        select new DoubleDouble(first, (Math.BitIncrement(first) - first) * low / 2.2e9);

    // Half of them cancel but for what follows the first, or the second, double.
    private static Gen<(DoubleDouble Left, DoubleDouble Right)> Pairs() =>
        from left in Numbers()
        from right in Numbers()
        from kind in Gen.Choose(0, 3)
        select (left, kind switch
        {
            0 => new DoubleDouble(-left.High, right.Low / right.High * left.Low),
            1 => new DoubleDouble(-Math.BitIncrement(left.High), left.Low / 3),
            _ => right,
        });
}
