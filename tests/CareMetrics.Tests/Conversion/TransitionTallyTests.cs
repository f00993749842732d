using CareMetrics.Conversion;
using CareMetrics.Nps;
using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Conversion;

public class TransitionTallyTests
{
    private static readonly Gen<BeforeAfter<Mood>> Customers =
        Gen.Choose(-2, 1).Two().Select(m => new BeforeAfter<Mood> { Before = Or(m.Item1), After = Or(m.Item2) });

    [Fact]
    public void Every_customer_is_in_exactly_one_cell() => Law.Holds(Customers.ArrayOf(), customers =>
    {
        var moves = TransitionTally.Of(customers);
        Assert.Equal(customers.Length, moves.Customers);
        Assert.Equal(customers.Count(c => c is { Before: Mood.Ranter, After: Mood.Raver }), moves.FromRanter.ToRaver);
        Assert.Equal(customers.Count(c => c is { Before: Mood.Raver, After: Mood.Ranter }), moves.FromRaver.ToRanter);
        Assert.Equal(customers.Count(c => c is { Before: Mood.Neutral, After: null }), moves.FromNeutral.Unseen);
        Assert.Equal(customers.Count(c => c.Before is null), moves.NoBefore);
        Assert.Equal(customers.Count(c => c is { Before: not null, After: not null }), moves.Paired);
    });

    [Fact]
    public void Merging_is_exact_in_any_order_and_taking_away_undoes_it() => Law.Holds(Customers.ArrayOf(), Customers.ArrayOf(), (left, right) =>
    {
        var (a, b) = (TransitionTally.Of(left), TransitionTally.Of(right));
        Assert.Equal(TransitionTally.Of([.. left, .. right]), b + a);
        Assert.Equal(a, a + b - b);
        Assert.Equal(a + b, left.Concat(right).Aggregate(TransitionTally.Empty, (sum, customer) => sum.Add(customer)));
    });

    [Fact]
    public void Moods_categories_scores_and_stars_count_alike()
    {
        BeforeAfter<int>[] scores = [Pair(3, 9), Pair(6, 7), Pair(10, 0), Pair(8, null), Pair(null, 9), Pair(9, 10)];
        var byScore = TransitionTally.Of(scores, MoodScale.ZeroToTen);
        Assert.Equal(
            new TransitionTally(fromRanter: new(0, 1, 1), fromNeutral: new(0, 0, 0, unseen: 1), fromRaver: new(1, 0, 1), noBefore: 1), byScore);
        Assert.Equal(byScore, TransitionTally.Of(scores.Select(s => new BeforeAfter<NpsCategory>
        {
            Before = s.Before is { } b ? NpsScale.ZeroToTen.CategoryOf(b) : null,
            After = s.After is { } a ? NpsScale.ZeroToTen.CategoryOf(a) : null,
        })));
        Assert.Equal(byScore, TransitionTally.Of(
            scores.Select(s => new BeforeAfter<double> { Before = s.Before, After = s.After }), MoodScale.ZeroToTen));
        Assert.Equal(
            new TransitionTally(new(0, 0, 1), new(1, 0, 0), default),
            TransitionTally.Of([Pair(1, 4), Pair(3, 2)], MoodScale.FiveStars));
        Assert.Equal(
            new TransitionTally(new(0, 0, 1), default, default),
            TransitionTally.Of([new BeforeAfter<float> { Before = -0.6f, After = 0.7f }], MoodScale.Sentiment(-0.05, 0.05)));
    }

    [Fact]
    public void Default_is_empty_and_legal()
    {
        Assert.Equal(TransitionTally.Empty, default);
        Assert.Equal(0, default(TransitionTally).Customers);
        Assert.Equal(default(TransitionTally), TransitionTally.Of(Array.Empty<BeforeAfter<Mood>>()));
        Assert.Equal(1, TransitionTally.Of([default(BeforeAfter<Mood>)]).NoBefore);
        Assert.Equal("– → –", default(BeforeAfter<int>).ToString());
        Assert.Equal("3 → 9", Pair(3, 9).ToString());
        Assert.Equal("Ranter → Raver", new BeforeAfter<Mood> { Before = Mood.Ranter, After = Mood.Raver }.ToString());
        Assert.Equal(
            "ranters: 0 to ranter, 0 to neutral, 1 to raver; neutrals: 0 to ranter, 0 to neutral, 0 to raver; ravers: 0 to ranter, 0 to neutral, 0 to raver; 1,234 without a mood before",
            new TransitionTally(new(0, 0, 1), default, default, noBefore: 1234).ToString());
    }

    [Fact]
    public void What_is_no_mood_or_score_is_named_with_its_place()
    {
        Assert.StartsWith(
            "customers[1].After is 11; a score on the 0–10 (ranters to 6, ravers from 9) scale is a whole number from 0 to 10",
            Assert.Throws<ArgumentOutOfRangeException>(() => TransitionTally.Of([Pair(1, 2), Pair(3, 11)], MoodScale.ZeroToTen)).Message);
        Assert.StartsWith(
            "customers[0].Before is 7; allowed are Neutral, Raver, Ranter",
            Assert.Throws<ArgumentOutOfRangeException>(() => TransitionTally.Of([new BeforeAfter<Mood> { Before = (Mood)7, After = null }])).Message);
        Assert.StartsWith(
            "toRaver is -1; a count is 0 or more",
            Assert.Throws<ArgumentOutOfRangeException>(() => new TransitionRow(0, 0, -1)).Message);
        Assert.Throws<OverflowException>(() => new TransitionRow(long.MaxValue, 1, 0));
        Assert.Throws<OverflowException>(() => new TransitionTally(new(long.MaxValue, 0, 0), new(1, 0, 0), default));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(TransitionTally) - new TransitionTally(new(1, 0, 0), default, default));
        Assert.Throws<OverflowException>(() => new TransitionRow(long.MaxValue, 0, 1));
        Assert.Throws<OverflowException>(() => new TransitionRow(long.MaxValue, 0, 0, unseen: 1));
        Assert.Throws<OverflowException>(() => new TransitionTally(new(long.MaxValue, 0, 0), default, new(1, 0, 0)));
        Assert.Throws<OverflowException>(() => new TransitionTally(new(long.MaxValue, 0, 0), default, default, noBefore: 1));
        BeforeAfter<Mood> good = new() { Before = Mood.Ranter, After = null };
        Assert.StartsWith("customers[1].After is 7; allowed are Neutral, Raver, Ranter",
            Assert.Throws<ArgumentOutOfRangeException>(() => TransitionTally.Of([good, good with { After = (Mood)7 }])).Message);
        Assert.StartsWith("customer.After is 7; allowed are Neutral, Raver, Ranter",
            Assert.Throws<ArgumentOutOfRangeException>(() => TransitionTally.Empty.Add(good with { After = (Mood)7 })).Message);
        BeforeAfter<NpsCategory> category = new() { Before = NpsCategory.Passive, After = null };
        Assert.StartsWith("customers[1].Before is 7; allowed are",
            Assert.Throws<ArgumentOutOfRangeException>(() => TransitionTally.Of([category, category with { Before = (NpsCategory)7 }])).Message);
        Assert.Equal("among is 7; allowed are All, Reobserved (Parameter 'among')",
            Assert.Throws<ArgumentOutOfRangeException>(() => TransitionTally.Empty.Converted((RanterBase)7)).Message);
    }

    [Fact]
    public void A_part_that_is_no_part_is_named()
    {
        TransitionTally whole = new(new(1, 1, 1, unseen: 1), default, default, noBefore: 1);
        foreach ((TransitionTally part, string what) in new (TransitionTally, string)[]
        {
            (new(new(2, 0, 0), default, default), "ranters after"), (new(new(0, 2, 0), default, default), "neutrals after"),
            (new(new(0, 0, 2), default, default), "ravers after"), (new(new(0, 0, 0, unseen: 2), default, default), "unseen"),
            (new(default, default, default, noBefore: 2), "customers without a mood before"),
        })
        {
            Assert.Equal($"cannot take 2 {what} from 1; a tally never goes below 0 (Parameter 'right')",
                Assert.Throws<ArgumentOutOfRangeException>(() => whole - part).Message);
        }
    }

    [Fact]
    public void A_tally_survives_json() => Law.Holds(Transitions.Any, moves =>
    {
        string json = Json.Write(moves);
        Assert.Equal(moves, Json.Read<TransitionTally>(json));
    });

    [Fact]
    public void A_tally_reads_as_a_line_for_each_mood_before() => Assert.Equal(
        "ranters: 1,475 to ranter, 286 to neutral, 352 to raver, 900 unseen; neutrals: 159 to ranter, 217 to neutral, 205 to raver; ravers: 44 to ranter, 63 to neutral, 126 to raver",
        new TransitionTally(new(1475, 286, 352, 900), new(159, 217, 205), new(44, 63, 126)).ToString());

    [Fact]
    public void Conversion_is_a_proportion_of_all_ranters_or_of_those_seen_again()
    {
        var moves = new TransitionTally(new(30, 25, 45, 100), default, default);
        Assert.Equal(new ProportionTally(45, 200), moves.Converted(RanterBase.All));
        Assert.Equal(new ProportionTally(45, 100), moves.Converted(RanterBase.Reobserved));
    }

    private static Mood? Or(int value) => value == -2 ? null : (Mood)value;

    private static BeforeAfter<int> Pair(int? before, int? after) => new() { Before = before, After = after };
}
