namespace CareMetrics.Statistics;

/// <summary>Why a change has no percentage, as a comparison says it.</summary>
internal static class NoRelativeChangeReason
{
    internal const string NoData = "a side has no data";
    internal const string FromZero = "the baseline is 0, and nothing is a percentage of 0";
}
