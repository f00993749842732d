using CareMetrics.Conversion;

namespace CareMetrics.Cli;

/// <summary>Every customer, accounted for.</summary>
internal static class RanterLedger
{
    /// <summary>First all who were seen, then those paired, then each reason for which others are not.</summary>
    public static IReadOnlyList<(string Measure, long Customers)> Parts(MoodSummary summary)
    {
        TransitionTally all = summary.All;
        HistoryTally history = summary.History ?? default;
        (string, long)[] parts =
        [
            ("paired", all.Paired),
            ("not-seen-again", all.Unseen),
            ("only-after", all.NoBefore),
            ("tied-in-time", history.Tied),
            ("at-the-contact", history.AtContact),
            ("outside-the-window", history.OutsideWindow),
            ("without-a-contact", history.WithoutContact),
        ];
        return [("seen", parts.Sum(part => part.Item2)), .. parts];
    }

    /// <summary>"1,461 customers seen = 1,089 paired + 368 not seen again + 4 tied in time".</summary>
    /// <exception cref="InvalidOperationException">The parts are not the whole.</exception>
    public static string Line(MoodSummary summary)
    {
        IReadOnlyList<(string Measure, long Customers)> parts = Parts(summary);
        if (summary.History is { } history && history.Seen != parts[0].Customers)
        {
            throw new InvalidOperationException($"{history.Seen} customers were seen and {parts[0].Customers} accounted for");
        }

        return $"{Show.Count(parts[0].Customers, "customer", "customers")} seen = {Show.Count(parts[1].Customers)} paired"
            + string.Concat(parts.Skip(2).Where(part => part.Customers > 0).Select(part => $" + {Show.Count(part.Customers)} {Words(part.Measure)}"));
    }

    private static string Words(string measure) => measure switch
    {
        "only-after" => "without a mood before",
        "at-the-contact" => "at the instant of the contact",
        _ => measure.Replace('-', ' '),
    };
}
