namespace CareMetrics.Tests.Retention;

public class RetentionRecordsTests() : RecordConventions(Own)
{
    private static readonly FamilyValues Own = new("Retention", RetentionSamples.All);
}
