using System.Collections.Immutable;
using CareMetrics.Nps;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Nps;

public class NpsSegmentsTests
{
    [Fact]
    public void The_published_change_is_explained()
    {
        // Phone 600 answers at −.10 → 400 at −.05; chat 400 at .40 → 600 at .42: .132 = .035 + .097.
        ChangeExplanation change = NpsSegments.Explain(
        [
            ("phone", new NpsTally(160, 340, 100), new NpsTally(70, 280, 50)),
            ("chat", new NpsTally(40, 160, 200), new NpsTally(60, 228, 312)),
        ]);
        Close.Relative(13.2, change.Change!.Value, 1e-13, "change");
        Close.Relative(3.5, change.Within!.Value, 1e-12, "within");
        Close.Relative(9.7, change.Mix!.Value, 1e-12, "mix");
        // The middle of .10 and .232 is .166: phone −.2·(−.075 − .166), chat .2·(.41 − .166).
        Close.Relative(4.82, change.Segments[0].Mix, 1e-12, "phone's mix");
        Close.Relative(4.88, change.Segments[1].Mix, 1e-12, "chat's mix");
        Assert.Equal("change 13.2 points: same segments scoring differently 3.5, different mix 9.7", change.ToString());
    }

    [Fact]
    public void A_period_without_answers_has_no_change_and_a_segment_without_any_takes_no_part()
    {
        NpsTally some = new(5, 5, 5);
        ChangeExplanation none = NpsSegments.Explain([("phone", default, some)]);
        Assert.Null(none.Change);
        Assert.Equal("no change: a period has no answers", none.ToString());
        Assert.Null(NpsSegments.Explain([("phone", some, default)]).Change);
        ChangeExplanation change = NpsSegments.Explain([("phone", some, new NpsTally(0, 5, 5)), ("fax", default, default)]);
        Assert.Equal((0, 0), (change.Segments[1].Within, change.Segments[1].Mix));
        Assert.Equal("segments[1] is \"phone\" again; each segment appears once (Parameter 'segments')",
            Assert.Throws<ArgumentException>(() => NpsSegments.Explain([("phone", some, some), ("phone", some, some)])).Message);
    }

    [Fact]
    public void The_parts_add_up_to_the_change() => Law.Holds(Any.Tally.Zip(Any.Tally).NonEmptyListOf(), parts =>
    {
        NpsTally baseline = parts.Aggregate(NpsTally.Empty, (sum, part) => sum + part.Item1);
        NpsTally current = parts.Aggregate(NpsTally.Empty, (sum, part) => sum + part.Item2);
        ChangeExplanation change = NpsSegments.Explain(parts.Select((part, i) => ($"{i}", part.Item1, part.Item2)));
        double? expected = NetPromoter.Score(current).Score.Value - NetPromoter.Score(baseline).Score.Value;
        Assert.Equal(expected is null, change.Change is null);
        if (expected is { } whole)
        {
            Close.Near(whole, change.Change!.Value, 1e-11, "change");
            Close.Near(change.Change!.Value, change.Segments.Sum(part => part.Within + part.Mix), 1e-11, "parts");
        }
    });

    [Fact]
    public void A_segment_that_is_new_is_all_mix()
    {
        ChangeExplanation change = NpsSegments.Explain([("phone", new NpsTally(5, 5, 5), new NpsTally(5, 5, 5)), ("chat", default, new NpsTally(0, 0, 15))]);
        Assert.Equal(0, change.Within);
        Close.Relative(50, change.Mix!.Value, 1e-14, "mix");
    }

    [Fact]
    public void A_segment_is_compared_with_all_the_others_and_adjusted()
    {
        (string, NpsTally)[] segments =
            [("phone", new NpsTally(160, 340, 100)), ("chat", new NpsTally(40, 160, 200)), ("store", new NpsTally(10, 10, 12))];
        ImmutableArray<SegmentComparison> all = NpsSegments.AgainstRest(segments);
        Comparison phone = Comparison.Between(new NpsTally(50, 170, 212), new NpsTally(160, 340, 100));
        Assert.Equal(phone, all[0].Comparison);
        ImmutableArray<double?> expected = MultipleComparisons.Adjust([.. all.Select(segment => segment.Comparison.PValue)]);
        Assert.Equal(expected, all.Select(segment => segment.AdjustedPValue));
        Assert.Equal(Verdict.Worsened, all[0].Judge(Better.Higher).Verdict);
        Assert.Equal(Verdict.Improved, all[1].Judge(Better.Higher).Verdict);
    }

    [Fact]
    public void A_segment_alone_has_no_rest_to_be_compared_with()
    {
        Judgement verdict = NpsSegments.AgainstRest([("all", new NpsTally(1, 2, 3))])[0].Judge(Better.Higher);
        Assert.Equal(Verdict.NotComparable, verdict.Verdict);
        Assert.Equal("the baseline has no data", verdict.Reason);
    }
}
