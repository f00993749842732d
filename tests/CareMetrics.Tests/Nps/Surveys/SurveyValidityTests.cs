using System.Collections.Immutable;
using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Nps;

public class SurveyValidityTests
{
    private static readonly (string, SurveyFunnelTally, NpsTally)[] OnlyTheHappy =
    [
        ("resolved", new SurveyFunnelTally(1000, 100, 800, 610, 600, 150), new NpsTally(15, 45, 90)),
        ("unresolved", new SurveyFunnelTally(500, 50, 100, 60, 58, 20), new NpsTally(14, 4, 2)),
    ];

    [Fact]
    public void Uneven_asking_is_found_named_and_mended()
    {
        SurveyCheck check = SurveyValidity.Check(OnlyTheHappy);
        Assert.Equal("unresolved", check.LeastAsked!.Kind);
        Assert.Equal("asking is uneven: 12% of unresolved contacts were asked, 61% of the others", check.ToString());
        Assert.Equal(0.12, check.LeastAsked.InvitationRate.Value);
        Close.Relative(150.0 / 600, check.Kinds[0].ResponseRate.Value!.Value, 1e-15, "response rate");
        Close.Relative(100 * 63.0 / 170, check.Score.Score.Value!.Value, 1e-13, "as answered");
        // Two thirds of contacts at 75/150 = 50 points, one third at −12/20 = −60.
        Close.Relative((2 * 50 - 60) / 3.0, check.InMixOfContacts!.Score.Value!.Value, 1e-13, "in the contacts' mix");
    }

    [Fact]
    public void Even_asking_names_nobody()
    {
        SurveyCheck check = SurveyValidity.Check(
        [
            ("resolved", new SurveyFunnelTally(1000, 0, 500, 500, 500, 4), new NpsTally(1, 1, 2)),
            ("unresolved", new SurveyFunnelTally(500, 0, 250, 250, 250, 0), default),
        ]);
        Assert.Null(check.LeastAsked);
        Assert.Equal("unresolved", check.UnheardKind);
        Assert.Null(check.InMixOfContacts);
        Assert.Equal("no kind of contact is shown to be asked less than the others", check.ToString());
    }

    [Fact]
    public void Kinds_without_contacts_take_no_part_and_one_kind_has_none_beside_it()
    {
        (string, SurveyFunnelTally, NpsTally) phone = ("phone", new SurveyFunnelTally(1000, 0, 500, 500, 500, 4), new NpsTally(1, 1, 2));
        SurveyCheck check = SurveyValidity.Check([phone, ("fax", default, default)]);
        Assert.Null(check.UnheardKind);
        Assert.Equal(25, check.InMixOfContacts!.Score.Value);
        Assert.Equal("nothing to compare: contacts of one kind at most", SurveyValidity.Check([phone]).ToString());
        Assert.Null(SurveyValidity.Check([]).InMixOfContacts);
        Assert.Equal("nothing to compare: contacts of one kind at most", SurveyValidity.Check([]).ToString());
    }

    [Fact]
    public void The_kind_that_is_asked_least_is_named_among_several()
    {
        SurveyCheck check = SurveyValidity.Check(
        [
            ("store", new SurveyFunnelTally(1000, 0, 900, 900, 900, 1), new NpsTally(0, 0, 1)),
            ("phone", new SurveyFunnelTally(1000, 0, 300, 300, 300, 1), new NpsTally(0, 0, 1)),
            ("chat", new SurveyFunnelTally(1000, 0, 100, 100, 100, 1), new NpsTally(0, 0, 1)),
        ]);
        Assert.Equal("chat", check.LeastAsked!.Kind);
    }

    [Fact]
    public void A_funnel_that_widens_is_an_error()
    {
        Assert.Equal("invited is 60 of 50 sampled; a step of the survey never holds more than the one before it (Parameter 'invited')",
            Assert.Throws<ArgumentException>(() => new SurveyFunnelTally(100, 10, 50, 60, 60, 10)).Message);
        Assert.Equal("sampled is 95 of 90 contacts not quarantined; a step of the survey never holds more than the one before it (Parameter 'sampled')",
            Assert.Throws<ArgumentException>(() => new SurveyFunnelTally(100, 10, 95, 60, 60, 10)).Message);
        Assert.Equal("kind \"a\" has 20 answered in its funnel and 3 scores; they must be the same answers (Parameter 'kinds')",
            Assert.Throws<ArgumentException>(() => SurveyValidity.Check([("a", new SurveyFunnelTally(500, 50, 100, 60, 58, 20), new NpsTally(1, 1, 1))])).Message);
    }

    [Fact]
    public void Funnels_merge() => Law.Holds(Any.Count, Any.Count, (a, b) =>
    {
        SurveyFunnelTally one = new(a, 0, a, a, a, a);
        SurveyFunnelTally other = new(b, b, 0, 0, 0, 0);
        return one + other == other + one && (one + other).Contacts == a + b && (one + other).Quarantined == b;
    });

    [Fact]
    public void Begging_for_a_10_is_found_among_many()
    {
        var agents = Enumerable.Range(1, 20).Select(i => ($"A{i:00}", new ProportionTally(i == 7 ? 70 : 28 + i % 5, 100), new ProportionTally(100, 300 + i)));
        ImmutableArray<TopScoreCheck> checks = SurveyValidity.CheckTopScores(agents);
        Assert.Equal(["A07"], checks.Where(check => check.IsUnusual).Select(check => check.Agent));
        Assert.All(checks, check => Assert.True(check.TopScores.AdjustedPValue >= check.TopScores.Comparison.PValue));
        Assert.Equal("kind \"A1\" has 20 answered in its funnel and 3 scores; they must be the same answers (Parameter 'agents')",
            Assert.Throws<ArgumentException>(() => SurveyValidity.CheckTopScores([("A1", new ProportionTally(1, 3), new ProportionTally(20, 30))])).Message);
    }
}
