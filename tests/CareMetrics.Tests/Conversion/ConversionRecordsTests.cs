namespace CareMetrics.Tests.Conversion;

public class ConversionRecordsTests() : RecordConventions(Own)
{
    private static readonly FamilyValues Own = new("Conversion", ConversionSamples.All);
}
