using System.Globalization;

namespace CareMetrics.Statistics;

/// <summary>How people see numbers: rounded half away from zero, never "-0", always invariant.</summary>
internal static class Display
{
    internal const string Absent = "–";

    internal static string Number(double? value, int decimals, IFormatProvider? provider)
    {
        if (value is not { } found)
        {
            return Absent;
        }

        double rounded = Math.Round(found, decimals, MidpointRounding.AwayFromZero) + 0.0;
        return rounded.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), provider ?? CultureInfo.InvariantCulture);
    }

    internal static string Quantity(double? value, string unit, int? decimals, IFormatProvider? provider) => unit switch
    {
        Units.Points => Number(value, decimals ?? 0, provider),
        Units.Rate => decimals is null ? Significant(value, provider) : Number(value, decimals.Value, provider),
        Units.Fraction => value is null ? Absent : Number(value * 100, decimals ?? 1, provider) + "%",
        _ => Number(value, decimals ?? 2, provider),
    };

    /// <summary>Three digits of a number whose size nobody knows beforehand; all of those before the point.</summary>
    internal static string Significant(double? value, IFormatProvider? provider = null)
    {
        if (value is not { } found || found == 0)
        {
            return value is null ? Absent : "0";
        }

        int decimals = Math.Max(0, 2 - (int)Math.Floor(Math.Log10(Math.Abs(found))));
        return decimals <= 15 ? Number(found, decimals, provider) : found.ToString("0.##E0", provider ?? CultureInfo.InvariantCulture);
    }

    internal static string Count(long value, IFormatProvider? provider) => value.ToString("N0", provider ?? CultureInfo.InvariantCulture);

    internal static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);

    internal static string Level(double level, IFormatProvider? provider) =>
        (level * 100).ToString("0.####", provider ?? CultureInfo.InvariantCulture) + "%";

    internal static string PValue(double? p) => p switch
    {
        null => "no p-value",
        < 0.0001 => "p < 0.0001",
        { } found => "p = " + found.ToString(found < 0.1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture),
    };

    /// <summary>Reads a format such as <c>F1</c>: the number of decimals; <c>null</c>, empty and <c>G</c> leave the unit's own.</summary>
    internal static int? Decimals(string? format)
    {
        if (string.IsNullOrEmpty(format) || format is "G" or "g")
        {
            return null;
        }

        if (format[0] is 'F' or 'f' or 'N' or 'n'
            && int.TryParse(format.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int decimals)
            && decimals <= 15)
        {
            return decimals;
        }

        throw Errors.FormatUnknown(format);
    }
}
