using CareMetrics.Tests;

namespace CareMetrics.Cli.Tests;

/// <summary>The sample of made answers that the documentation shows.</summary>
internal static class SampleFile
{
    internal static string Answers => Repository.PathOf("docs/samples/answers.csv");

    internal static string Metrics => Repository.PathOf("docs/samples/scorecard.csv");
}
