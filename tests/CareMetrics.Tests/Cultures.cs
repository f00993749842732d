using System.Globalization;

namespace CareMetrics.Tests;

/// <summary>Runs code under cultures whose decimal comma, dotless i, minus sign and calendar find out what is not invariant.</summary>
internal static class Cultures
{
    internal static readonly string[] Hostile = ["de-DE", "tr-TR", "ar-SA"];

    internal static T Under<T>(string culture, Func<T> code)
    {
        (CultureInfo before, CultureInfo beforeUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return code();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUI);
        }
    }

    /// <summary>Asserts that code gives the same under every hostile culture as under the invariant one.</summary>
    internal static void Agree<T>(Func<T> code)
    {
        T invariant = Under("", code);
        foreach (string culture in Hostile)
        {
            T hostile = Under(culture, code);
            Assert.True(EqualityComparer<T>.Default.Equals(invariant, hostile), $"{culture} gives {hostile}, the invariant culture {invariant}");
        }
    }
}
