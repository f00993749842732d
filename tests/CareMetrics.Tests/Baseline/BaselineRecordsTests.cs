namespace CareMetrics.Tests.Baseline;

public class BaselineRecordsTests() : RecordConventions(Own)
{
    private static readonly FamilyValues Own = new("Baseline", [.. BaselineSamples.All, .. ChartSamples.All]);
}
