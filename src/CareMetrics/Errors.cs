using System.Globalization;

namespace CareMetrics;

/// <summary>Every message the library throws: what, where, found, allowed. The wording lives here alone.</summary>
internal static class Errors
{
    internal static string Show(double value) => value.ToString(CultureInfo.InvariantCulture);

    internal static void RequireLevel(double level, string parameter = "level")
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(
                parameter, level, $"{parameter} is {Show(level)}; a confidence level lies strictly between 0 and 1, such as 0.95");
        }
    }
}
