using CareMetrics.Satisfaction;

namespace CareMetrics.Tests.Satisfaction;

public class CustomerEffortTests
{
    [Fact]
    public void Scores_agree_with_50_digits()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("satisfaction/rating_scores.csv").Where(row => row["case"].StartsWith("ces_", StringComparison.Ordinal)))
        {
            RatingScale scale = RatingReference.Scale(row);
            RatingReference.AssertAgrees(row, CustomerEffort.Score(RatingReference.Tally(row, scale), scale, row.Number("level")));
        }
    }
}
