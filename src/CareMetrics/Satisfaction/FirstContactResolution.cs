using CareMetrics.Statistics;

namespace CareMetrics.Satisfaction;

/// <summary>First-contact resolution (FCR): the share of issues that one contact settled.</summary>
public static class FirstContactResolution
{
    /// <summary>Estimates the rate.</summary>
    /// <param name="resolvedAtFirstContact">Issues settled by their first contact.</param>
    /// <param name="issues">All issues whose window for a second contact is over.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>A fraction with Wilson's interval; <c>null</c> where there are no issues.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Rate(long resolvedAtFirstContact, long issues, double level = 0.95)
    {
        Errors.RequireShare(resolvedAtFirstContact, nameof(resolvedAtFirstContact), issues, nameof(issues));
        return Proportion.Estimate(new ProportionTally(resolvedAtFirstContact, issues), level);
    }
}
