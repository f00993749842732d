using System.Collections;
using System.Reflection;
using CareMetrics.Periods;
using CareMetrics.Tests.Baseline;
using CareMetrics.Tests.Conversion;
using CareMetrics.Tests.Nps;
using CareMetrics.Tests.Periods;
using CareMetrics.Tests.Retention;
using CareMetrics.Tests.Roi;
using CareMetrics.Tests.Satisfaction;
using CareMetrics.Tests.Statistics;

namespace CareMetrics.Tests;

/// <summary>
/// Values of every public record of the library, for <see cref="RecordConventions"/>. Each is built anew at every
/// call, so that two of them are equal by value alone. Prefer results with intervals and lists, and their empty forms.
/// </summary>
internal static class Samples
{
    internal static readonly Assembly Library = typeof(Period).Assembly;

    internal static IEnumerable<Func<object>> All =>
        [.. StatisticsSamples.All, .. PeriodsSamples.All, .. NpsSamples.All, .. SatisfactionSamples.All, .. ConversionSamples.All, .. RoiSamples.All, .. RetentionSamples.All, .. BaselineSamples.All, .. ChartSamples.All];

    /// <summary>The library's values that a value holds: itself, and what its properties and lists hold.</summary>
    internal static IEnumerable<object> Within(object? value)
    {
        if (value is IEnumerable items and not string)
        {
            return items.Cast<object?>().SelectMany(Within);
        }

        return value is not null && value.GetType().Assembly == Library
            ? Properties(value).SelectMany(property => Within(property.GetValue(value))).Prepend(value)
            : [];
    }

    internal static IEnumerable<PropertyInfo> Properties(object value) =>
        value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod?.IsPublic == true && property.GetIndexParameters().Length == 0);
}
