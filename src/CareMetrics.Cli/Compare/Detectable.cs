using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The true change that so much data would show four times in five, where a change can be that large.</summary>
internal static class Detectable
{
    /// <returns>Null where it is not known, or no change can be that large.</returns>
    public static double? Of(Judgement judgement, string unit) => Of(judgement.DetectableChange, unit);

    public static double? Of(double? change, string unit) => change <= Largest(unit) ? change : null;

    private static double Largest(string unit) => unit switch
    {
        Units.Points => 200,
        Units.Fraction => 1,
        _ => double.PositiveInfinity,
    };
}
