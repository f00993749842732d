using CareMetrics.Baseline;

namespace CareMetrics.Tests.Baseline;

/// <summary>The series that the reference tables are about, and signals as those tables write them.</summary>
internal static class Charted
{
    internal static double[] Breaches { get; } =
        [.. ReferenceTable.Read("baseline/xmr_nhsr.csv").Where(row => row["series"] == "RRK_breaches_fix12").Select(row => row.Number("value"))];

    internal static double[] Nile { get; } = [.. ReferenceTable.Read("baseline/nile.csv").Select(row => row.Number("flow"))];

    /// <summary>Each series of a table with its rows.</summary>
    internal static IEnumerable<IGrouping<string, ReferenceRow>> Series(string table) =>
        ReferenceTable.Read(table).GroupBy(row => row["series"]);

    /// <summary>Numbers from 1 of the points that bear a signal, signed by side.</summary>
    internal static string Signed(ControlChart chart, ChartSignalKinds up, Func<ChartPoint, ChartSignalKinds> of)
    {
        var down = (ChartSignalKinds)((int)up << 1);
        return string.Join(' ', chart.Points.SelectMany((point, at) => new[]
        {
            of(point).HasFlag(up) ? $"+{at + 1}" : null,
            of(point).HasFlag(down) ? $"-{at + 1}" : null,
        }).OfType<string>());
    }
}
