using System.Globalization;
using CareMetrics.Satisfaction;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Satisfaction;

/// <summary>The ratings of a row of satisfaction/rating_scores.csv.</summary>
internal static class RatingReference
{
    private const long FewEnoughToList = 1000;

    internal static RatingScale Scale(ReferenceRow row) =>
        new((int)row.Whole("minimum"), (int)row.Whole("maximum"), (int)row.Whole("good"), Enum.Parse<Better>(row["better"]));

    /// <summary>The sums as a database returns them; where the ratings are few, one by one they give the same.</summary>
    internal static RatingTally Tally(ReferenceRow row, RatingScale scale)
    {
        (int Rating, long Times)[] counts =
        [
            .. row["counts"].Split(' ')
                .Select(part => part.Split(':'))
                .Select(part => (int.Parse(part[0], CultureInfo.InvariantCulture), long.Parse(part[1], CultureInfo.InvariantCulture))),
        ];
        var tally = new RatingTally(
            row.Whole("good_ratings"),
            row.Whole("ratings"),
            counts.Sum(count => count.Rating * count.Times),
            counts.Sum(count => count.Rating * count.Rating * count.Times));
        if (tally.Ratings <= FewEnoughToList)
        {
            Assert.Equal(tally, RatingTally.Of(counts.SelectMany(count => Enumerable.Repeat(count.Rating, (int)count.Times)), scale));
        }

        return tally;
    }

    internal static void AssertAgrees(ReferenceRow row, RatingScore score)
    {
        Assert.Equal(row.Whole("ratings"), score.Good.Count);
        Close.Relative(row.Number("good_share"), score.Good.Value, 1e-15, row);
        Close.Relative(row.Number("wilson_lower"), score.Good.Lower, 1e-12, row);
        Close.Relative(row.Number("wilson_upper"), score.Good.Upper, 1e-12, row);
        Close.Near(row.Number("mean"), score.Mean.Value, 1e-15, row);
        if (row.NumberOrNull("mean_lower") is null)
        {
            Assert.Null(score.Mean.Lower);
            Assert.Null(score.Mean.Upper);
            return;
        }

        Close.Near(row.Number("mean_lower"), score.Mean.Lower, 1e-12, row);
        Close.Near(row.Number("mean_upper"), score.Mean.Upper, 1e-12, row);
    }
}
