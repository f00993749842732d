using System.Globalization;

namespace CareMetrics.Coverage;

/// <summary>How often an interval holds the truth: of one case, or the mean and the worst of several.</summary>
internal readonly record struct Share(double Mean, double? Worst = null)
{
    // Two points below the level, and beyond what enough draws for three digits leave open.
    private const double Low = 0.93;

    internal static Share Of(IReadOnlyCollection<double> cases) => new(cases.Average(), cases.Min());

    /// <summary>The share as the page shows it; in bold where it is low.</summary>
    public override string ToString() => double.IsNaN(Mean) ? "–" : Worst is { } worst ? $"{Text(Mean)} / {Text(worst)}" : Text(Mean);

    private static string Text(double share)
    {
        string text = share.ToString("0.000", CultureInfo.InvariantCulture);
        text = share < 0.9995 ? text[1..] : text;
        return share < Low ? $"**{text}**" : text;
    }
}
