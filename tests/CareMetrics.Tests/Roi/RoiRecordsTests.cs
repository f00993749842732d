namespace CareMetrics.Tests.Roi;

public class RoiRecordsTests() : RecordConventions(Own)
{
    private static readonly FamilyValues Own = new("Roi", RoiSamples.All);
}
