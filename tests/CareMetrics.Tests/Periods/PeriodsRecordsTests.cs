namespace CareMetrics.Tests.Periods;

public class PeriodsRecordsTests() : RecordConventions(Own)
{
    private static readonly FamilyValues Own = new("Periods", PeriodsSamples.All);
}
