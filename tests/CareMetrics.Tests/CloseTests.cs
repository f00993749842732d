using Xunit.Sdk;

namespace CareMetrics.Tests;

public class CloseTests
{
    [Fact]
    public void Relative_scales_with_the_expected_value_all_the_way_to_zero()
    {
        Close.Relative(1e-300, 1.0000001e-300, 1e-6);
        Close.Relative(0, 0, 1e-6);
        Assert.Throws<FailException>(() => Close.Relative(1e-300, 1.00001e-300, 1e-6));
        Assert.Throws<FailException>(() => Close.Relative(0, 1e-300, 1e-6));
    }

    [Fact]
    public void Near_is_absolute_below_one()
    {
        Close.Near(0, 1e-7, 1e-6);
        Close.Near(1e6, 1e6 + 0.5, 1e-6);
        Assert.Throws<FailException>(() => Close.Near(0, 1e-5, 1e-6));
    }

    [Fact]
    public void NaN_and_null_are_never_close_and_the_message_shows_both_values()
    {
        Assert.Throws<FailException>(() => Close.Near(1, double.NaN, 1));
        Assert.Throws<FailException>(() => Close.Near(1, (double?)null, 1));
        Assert.Equal("here: expected 1, actual 1.5, relative error 0.5 over 0.1",
            Assert.Throws<FailException>(() => Close.Relative(1, 1.5, 0.1, "here")).Message);
    }
}
