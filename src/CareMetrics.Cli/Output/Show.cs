using System.Globalization;
using System.Text;

namespace CareMetrics.Cli;

/// <summary>What people see of a number: rounded once, from the full value, half away from zero, in the invariant culture.</summary>
internal static class Show
{
    public const string Absent = "–";

    /// <summary>Whole points with a true minus sign; a value that rounds to zero has no sign.</summary>
    public static string Points(double? value) => value is not { } found
        ? Absent
        : Signed((long)Math.Round(found, MidpointRounding.AwayFromZero));

    public static string Interval(double? lower, double? upper) =>
        lower is null && upper is null ? Absent : $"{Points(lower)} to {Points(upper)}";

    public static string Interval(double? lower, double? upper, Func<double?, string> show) =>
        lower is null && upper is null ? Absent : $"{show(lower)} to {show(upper)}";

    /// <summary>A fraction in whole percents.</summary>
    public static string Percent(double? value) => value is { } found ? Points(100 * found) + "%" : Absent;

    /// <summary>Two decimals with a true minus sign.</summary>
    public static string Decimals(double? value) => value is not { } found
        ? Absent
        : Signed(Math.Round((decimal)found, 2, MidpointRounding.AwayFromZero));

    /// <summary>One decimal with a true minus sign; a value that rounds to zero has no sign.</summary>
    public static string Tenths(double? value) => value is not { } found ? Absent
        : Math.Round(found, 1, MidpointRounding.AwayFromZero) is var rounded && rounded < 0 ? "−" + Tenths(-found)
        : Math.Abs(rounded).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>As <see cref="Tenths"/>, with a plus sign where it is more than zero.</summary>
    public static string SignedTenths(double? value) => value is { } found && Math.Round(found, 1, MidpointRounding.AwayFromZero) > 0 ? "+" + Tenths(found) : Tenths(value);

    public static string PValue(double? value) => value is not { } found ? $"p {Absent}"
        : found < 0.0001 ? "p < 0.0001"
        : "p = " + found.ToString("0.0000", CultureInfo.InvariantCulture);

    public static string Level(double level) => (level * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(long? count) => count is { } found ? Count(found) : Absent;

    public static string Count(long count, string one, string many) => Count(count) + " " + (count == 1 ? one : many);

    public static string DesignEffect(double? effect) => effect is not { } found
        ? Absent
        : Math.Round(found, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Shares in whole units that sum to <paramref name="units"/>: each is rounded down, and the largest remainders get the rest.</summary>
    /// <returns>All 0 where there is nothing to share.</returns>
    public static int[] Shares(ReadOnlySpan<long> counts, int units = 100)
    {
        int[] shares = new int[counts.Length];
        Int128 sum = 0;
        foreach (long count in counts)
        {
            sum += count;
        }

        if (sum == 0)
        {
            return shares;
        }

        var remainders = new (Int128 Remainder, int Place)[counts.Length];
        int left = units;
        for (int i = 0; i < counts.Length; i++)
        {
            (Int128 whole, Int128 remainder) = Int128.DivRem((Int128)counts[i] * units, sum);
            shares[i] = (int)whole;
            left -= shares[i];
            remainders[i] = (remainder, i);
        }

        foreach ((_, int place) in remainders.OrderByDescending(pair => pair.Remainder).ThenBy(pair => pair.Place).Take(left))
        {
            shares[place]++;
        }

        return shares;
    }

    /// <summary>A share of 0% that is not of nothing says so.</summary>
    public static string Share(int percent, long count) => percent == 0 && count > 0 ? "<1%" : percent.ToString(CultureInfo.InvariantCulture) + "%";

    /// <summary>Text of a file or an argument, made harmless for a line on a terminal.</summary>
    public static string OneLine(string text)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        foreach (char found in text)
        {
            line.Append(found switch
            {
                '\n' or '\r' or '\t' => ' ',
                _ when char.IsControl(found) => '�',
                _ => found,
            });
        }

        return line.ToString();
    }

    private static string Signed(decimal number) =>
        (number < 0 ? "−" : "") + Math.Abs(number).ToString("N2", CultureInfo.InvariantCulture);

    private static string Signed(long number) =>
        (number < 0 ? "−" : "") + Math.Abs(number).ToString("N0", CultureInfo.InvariantCulture);
}
