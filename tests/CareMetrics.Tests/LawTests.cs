using FsCheck.Fluent;
using Xunit.Sdk;

namespace CareMetrics.Tests;

public class LawTests
{
    [Fact]
    public void A_law_that_holds_is_checked_on_as_many_cases_as_asked()
    {
        int seen = 0;
        Law.Holds(Gen.Choose(0, 10), score => { seen++; Assert.InRange(score, 0, 10); }, cases: 123);
        Assert.Equal(123, seen);
    }

    [Fact]
    public void A_broken_law_prints_a_simple_case_the_reason_and_how_to_replay_it()
    {
        var broken = Assert.Throws<XunitException>(() =>
            Law.Holds(Gen.Choose(0, 1000).ArrayOf(), values => values.Length < 3));
        Assert.Matches(@"simplest: \[\d+(, \d+){2,3}\]\n", broken.Message);
        Assert.Contains("because:  the condition is false", broken.Message);
        Assert.Matches(@"CAREMETRICS_REPLAY=\d+,\d+,\d+ dotnet test --filter A_broken_law_prints", broken.Message);
    }

    [Fact]
    public void An_exception_breaks_a_law_and_is_named()
    {
        var broken = Assert.Throws<XunitException>(() =>
            Law.Holds(Gen.Choose(1, 9), Gen.Constant(0), (a, b) => a / b >= 0));
        Assert.Contains("because:  DivideByZeroException: Attempted to divide by zero.", broken.Message);
        Assert.Matches(@"case:     \(\d, 0\)", broken.Message);
    }

    [Fact]
    public void A_generator_that_rejects_everything_is_a_failure_rather_than_a_pass() =>
        Assert.ThrowsAny<Exception>(() => Law.Holds(Gen.Choose(0, 9), Gen.Choose(0, 9), Gen.Choose(0, 9), (_, _, _) => { Prop.Discard<int>(); }));

    [Fact]
    public void Cases_are_printed_with_their_items_and_in_full() =>
        Assert.Equal("[(1, [0.1, -0]), (2, [null])]", Law.Show(new object[] { (1, new object[] { 0.1, -0.0 }), (2, new object?[] { null }) }));
}
