namespace CareMetrics.Tests.Nps;

public class NpsRecordsTests() : RecordConventions(Own)
{
    private static readonly FamilyValues Own = new("Nps", NpsSamples.All);
}
