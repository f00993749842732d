namespace CareMetrics.Tests.Statistics;

public class StatisticsRecordsTests() : RecordConventions(Own)
{
    private static readonly FamilyValues Own = new("Statistics", StatisticsSamples.All);
}
