using System.Globalization;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

/// <summary>Subjects of the survival tables, and values that R writes as NA.</summary>
internal static class SurvivalData
{
    internal const string Maintained = "9e 13e 13c 18e 23e 28c 31e 34e 45c 48e 161c";
    internal const string NonMaintained = "5e 5e 8e 8e 12e 16c 23e 27e 30e 33e 43e 45e";
    internal const string TenCustomers = "0.5e 1e 10e 10e 11e 13.5e 14e 19e 19.5e 30e";

    /// <summary>A time with e where it ended, c where it was censored.</summary>
    internal static SurvivalTally Read(string subjects) => SurvivalTally.Of(
        subjects.Split(' ').Select(text => (double.Parse(text[..^1], CultureInfo.InvariantCulture), text[^1] == 'e')));

    internal static SurvivalTally? Named(string dataset) => dataset switch
    {
        "aml_maintained" => Read(Maintained),
        "aml_nonmaintained" => Read(NonMaintained),
        "rosenmai_10_customers" => Read(TenCustomers),
        _ => null,
    };

    internal static SurvivalMethod Interval(string name) => name switch
    {
        "plain" => SurvivalMethod.Plain,
        "log" => SurvivalMethod.Log,
        _ => SurvivalMethod.LogLog,
    };

    internal static void Near(ReferenceRow row, string column, double? actual, double tolerance = 1e-12)
    {
        if (row[column].Trim() is "" or "NA" or "NaN")
        {
            Assert.True(actual is null, $"{row} {column}: expected none, actual {actual}");
            return;
        }

        Close.Near(row.Number(column), actual, tolerance, $"{row} {column}");
    }
}
