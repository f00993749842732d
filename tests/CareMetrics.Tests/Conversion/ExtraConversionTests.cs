using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Conversion;

public class ExtraConversionTests
{
    private static readonly ProportionTally Control = new(40, 200);
    private static readonly ProportionTally Treated = new(60, 200);

    [Fact]
    public void Sixty_of_two_hundred_against_forty_is_ten_points_more_and_one_raver_per_ten_contacts()
    {
        ExtraConversion extra = RanterToRaver.Against(control: Control, treated: Treated);
        Close.Relative(0.1, extra.Extra.Value, 1e-15);
        // At 450 a raver and a cost of 12,000 the limits are a return of −88.7% and +37.4%.
        Assert.Equal(-0.887, (450 * 200 * extra.Extra.Lower!.Value - 12_000) / 12_000, 0.0005);
        Assert.Equal(0.374, (450 * 200 * extra.Extra.Upper!.Value - 12_000) / 12_000, 0.0005);
        Assert.Equal("newcombe", extra.Extra.Method);
        Assert.Equal(NumberNeededShape.Gain, extra.ContactsPerExtraRaver.Shape);
        Close.Relative(10, extra.ContactsPerExtraRaver.Value, 1e-15);
        Close.Relative(1 / extra.Extra.Upper.Value, extra.ContactsPerExtraRaver.GainFrom, 1e-15);
        Close.Relative(1 / extra.Extra.Lower.Value, extra.ContactsPerExtraRaver.GainTo, 1e-15);
        Assert.Equal(Verdict.Improved, extra.Judge().Verdict);
        Assert.Null(extra.Among);
    }

    [Fact]
    public void All_ranters_are_counted_unless_told_otherwise()
    {
        var treated = new TransitionTally(new(30, 10, 60, unseen: 100), default, default);
        var control = new TransitionTally(new(40, 20, 40, unseen: 100), default, default);
        ExtraConversion all = RanterToRaver.Against(control, treated);
        Assert.Equal((RanterBase.All, Treated, Control), (all.Among, all.Treated, all.Control));
        ExtraConversion seen = RanterToRaver.Against(control, treated, RanterBase.Reobserved);
        Assert.Equal((RanterBase.Reobserved, new ProportionTally(60, 100)), (seen.Among, seen.Treated));
    }

    [Fact]
    public void Miettinen_Nurminen_is_the_other_method()
    {
        ReferenceRow row = ReferenceTable.Read("statistics/miettinen_nurminen_edges.csv")
            .Single(r => r.Whole("x1") == 60 && r.Whole("n1") == 200 && r.Number("conf") == 0.95);
        ExtraConversion extra = RanterToRaver.Against(Control, Treated, method: ProportionDifferenceMethod.MiettinenNurminen);
        Close.Near(row.Number("lower"), extra.Extra.Lower, 1e-10, row);
        Close.Near(row.Number("upper"), extra.Extra.Upper, 1e-10, row);
        Assert.Equal("miettinen-nurminen", extra.Extra.Method);
    }

    [Fact]
    public void A_difference_that_may_be_none_leaves_the_sign_open()
    {
        ExtraConversion extra = RanterToRaver.Against(control: new ProportionTally(10, 50), treated: new ProportionTally(14, 50));
        Assert.Equal(NumberNeededShape.GainOrLoss, extra.ContactsPerExtraRaver.Shape);
        Assert.Null(extra.ContactsPerExtraRaver.GainTo);
        Assert.Equal(Verdict.Inconclusive, extra.Judge().Verdict);
    }

    [Fact]
    public void Without_a_control_group_there_is_nothing_to_claim()
    {
        ExtraConversion extra = RanterToRaver.Against(control: default(ProportionTally), treated: Treated);
        Assert.Null(extra.Extra.Value);
        Assert.Equal(NumberNeededShape.None, extra.ContactsPerExtraRaver.Shape);
        Assert.Equal(Verdict.NotComparable, extra.Judge().Verdict);
        Assert.Equal("no extra conversion: the baseline has no data", extra.ToString());
    }
}
