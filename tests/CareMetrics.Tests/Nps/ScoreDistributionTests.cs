using System.Collections.Immutable;
using CareMetrics.Nps;

namespace CareMetrics.Tests.Nps;

public class ScoreDistributionTests
{
    private static readonly NpsScale Five = new(1, 5, 3, 5);

    [Fact]
    public void Groups_are_counted_apart_in_one_pass()
    {
        ImmutableArray<ScoreDistribution> groups = ScoreDistribution.OfGroups([0, 2, 0, 2, 2], [5, 1, 3, 5, 5], 3, Five);
        Assert.Equal<ScoreDistribution>(
            [ScoreDistribution.Of([5, 3], Five), ScoreDistribution.Empty(Five), ScoreDistribution.Of([1, 5, 5], Five)], groups);
        Assert.Equal<ScoreDistribution>([ScoreDistribution.Of([10, 0])], ScoreDistribution.OfGroups([0, 0], [10, 0], 1));
        Assert.Empty(ScoreDistribution.OfGroups([], [], 0));
    }

    [Fact]
    public void What_is_wrong_with_groups_is_named_with_its_place()
    {
        AssertMessage("groupCount is -1; a count is 0 or more (Parameter 'groupCount')", () => ScoreDistribution.OfGroups([], [], -1));
        AssertMessage("groups has 2 entries and scores 1; they must be as many (Parameter 'groups')", () => ScoreDistribution.OfGroups([0, 1], [5], 2));
        AssertMessage("groups[0] is 2; a group is a number from 0 to 1 (Parameter 'groups')", () => ScoreDistribution.OfGroups([2, 1], [5, 5], 2));
        AssertMessage("scores[1] is 11; a score on the 0–10 scale is a whole number from 0 to 10 (Parameter 'scores')", () => ScoreDistribution.OfGroups([0, 1], [5, 11], 2));
    }

    [Fact]
    public void Every_way_in_reads_its_scale()
    {
        var expected = new ScoreDistribution(Five, [1, 0, 0, 0, 2], missing: 0);
        Assert.Equal(expected, ScoreDistribution.Of(new[] { 1, 5, 5 }.AsSpan(), Five));
        Assert.Equal(expected, ScoreDistribution.Of(new[] { 1, 5, 5 }.Select(score => score), Five));
        Assert.Equal(new ScoreDistribution(Five, [1, 0, 0, 0, 2], missing: 1), ScoreDistribution.Of(new int?[] { 1, null, 5, 5 }, Five));
    }

    [Fact]
    public void Distributions_add_whatever_their_sizes_and_a_part_is_taken_away_by_name()
    {
        ScoreDistribution few = new(Five, [0, 1, 0, 0, 0], missing: 1, invalid: 2);
        ScoreDistribution many = new(Five, [3, 3, 3, 3, 3], missing: 5, invalid: 5);
        Assert.Equal(new ScoreDistribution(Five, [3, 4, 3, 3, 3], missing: 6, invalid: 7), few + many);
        Assert.Equal(many, few + many - few);
        AssertMessage("cannot take 3 answers of 1 from 0; a tally never goes below 0 (Parameter 'right')", () => few - many);
        AssertMessage("cannot take 3 answers of 2 from 1; a tally never goes below 0 (Parameter 'right')", () => few - new ScoreDistribution(Five, [0, 3, 0, 0, 0]));
        AssertMessage("cannot take 6 missing answers from 5; a tally never goes below 0 (Parameter 'right')",
            () => many - new ScoreDistribution(Five, [0, 0, 0, 0, 0], missing: 6));
        AssertMessage("cannot take 6 invalid answers from 5; a tally never goes below 0 (Parameter 'right')",
            () => many - new ScoreDistribution(Five, [0, 0, 0, 0, 0], invalid: 6));
    }

    [Fact]
    public void Counts_and_scores_that_cannot_be_are_errors()
    {
        AssertMessage("counts has 0 entries; the 1–5 (detractors to 3, promoters from 5) scale has 5 scores (Parameter 'counts')", () => new ScoreDistribution(Five, default));
        AssertMessage("counts[4] is -1; a count is 0 or more (Parameter 'counts[4]')", () => new ScoreDistribution(Five, [0, 0, 0, 0, -1]));
        AssertMessage("score is 6; a score on the 1–5 (detractors to 3, promoters from 5) scale is a whole number from 1 to 5 (Parameter 'score')",
            () => ScoreDistribution.Empty(Five)[6]);
    }

    private static void AssertMessage(string expected, Func<object> call) =>
        Assert.Equal(expected, Assert.ThrowsAny<ArgumentException>(call).Message);
}
