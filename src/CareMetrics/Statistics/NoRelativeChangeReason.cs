namespace CareMetrics.Statistics;

/// <summary>Why a change has no percentage, as a comparison says it.</summary>
internal static class NoRelativeChangeReason
{
    internal const string NoData = "a side has no data";
    internal const string FromZero = "the baseline is 0, and nothing is a percentage of 0";
    internal const string FromBelowZero = "the baseline is below 0, where a percentage would turn its sign";
    internal const string NoError = "there is no error to go by";
    internal const string CoversZero = "an interval of the baseline covers 0, and a percentage of it would say nothing";
    internal const string Ordinal = "ordinals have no percentages: their scale has no 0";
}
