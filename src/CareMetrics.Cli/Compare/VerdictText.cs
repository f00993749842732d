using System.Globalization;
using CareMetrics.Baseline;
using CareMetrics.Statistics;
using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>The verdicts of a scorecard as people read them.</summary>
internal static class VerdictText
{
    public static string Words(Verdict verdict) => verdict == Verdict.NotComparable ? "not comparable" : verdict.ToString().ToLowerInvariant();

    public static string Target(TargetResult result) => result switch
    {
        TargetResult.Met => "met",
        TargetResult.Missed => "missed",
        _ => "cannot tell",
    };

    public static Style? Colour(Verdict verdict) => verdict switch
    {
        Verdict.Improved => Charts.Promoter,
        Verdict.Worsened => Charts.Detractor,
        _ => null,
    };

    /// <summary>A p-value below its heading.</summary>
    public static string PValue(double? value) => value switch
    {
        null => Show.Absent,
        < 0.0001 => "<0.0001",
        { } found => found.ToString("0.0000", CultureInfo.InvariantCulture),
    };
}
