using System.Globalization;

namespace CareMetrics.Coverage;

/// <summary>Numbers that name a row.</summary>
internal static class Label
{
    internal static string Of(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    internal static string Of(int before, int now) => $"{Of(before)} and {Of(now)}";
}
