namespace CareMetrics.Tests.Satisfaction;

public class SatisfactionRecordsTests() : RecordConventions(Own)
{
    private static readonly FamilyValues Own = new("Satisfaction", SatisfactionSamples.All);
}
