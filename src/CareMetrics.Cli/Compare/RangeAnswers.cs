using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The answers of a baseline and a current range, by customer where these are known, and by group where groups are asked for.</summary>
internal sealed record RangeAnswers
{
    /// <summary>Both ranges with who answered in both; each answer is one customer's where customers are not known.</summary>
    public required NpsPanelTally Panel { get; init; }

    public required bool KnowsCustomers { get; init; }

    /// <summary>The groups that have answers in either range, by the values of their columns.</summary>
    public IReadOnlyList<(string Key, NpsTally Baseline, NpsTally Current)> Groups { get; init; } = [];

    /// <summary>Whether some customer answered more than once.</summary>
    public bool HasRepeats => KnowsCustomers
        && (Panel.CustomersInBoth > 0 || Panel.Baseline.Customers < Panel.Baseline.Answers.Answered || Panel.Current.Customers < Panel.Current.Answers.Answered);

    public Comparison Compare(double level) => KnowsCustomers
        ? NetPromoter.Change(Panel, level)
        : Comparison.Between(Panel.Baseline.Answers, Panel.Current.Answers, level);
}
