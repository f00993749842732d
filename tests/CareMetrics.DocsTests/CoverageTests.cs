using System.Globalization;
using System.Text.RegularExpressions;
using CareMetrics.Coverage;

namespace CareMetrics.Tests.Docs;

/// <summary>The page of coverage is the one that its program makes: what is enumerated to the digit, what is simulated as far as fewer draws can tell.</summary>
public partial class CoverageTests
{
    private const double Part = 0.1;

    [Fact]
    public async Task The_page_is_fresh()
    {
        string[] shown = (await File.ReadAllTextAsync(Repository.PathOf("docs", "coverage.md"))).Split("\n## ");
        IReadOnlyList<Section> made = CoveragePage.Sections(Part);
        // The first section of the program is the page's head and its table of defaults.
        string[] sections = [.. CoveragePage.Text(made).Split("\n## ")];
        Assert.Equal(sections.Length, shown.Length);
        for (int i = 0; i < sections.Length; i++)
        {
            if (made[Math.Max(0, i - 1)].IsSimulated)
            {
                AssertNear(sections[i], shown[i]);
            }
            else
            {
                Assert.Equal(sections[i], shown[i]);
            }
        }
    }

    private static void AssertNear(string made, string shown)
    {
        (made, shown) = (made.Replace("**", "", StringComparison.Ordinal), shown.Replace("**", "", StringComparison.Ordinal));
        Assert.Equal(Shares().Replace(made, "…"), Shares().Replace(shown, "…"));
        foreach ((Match now, Match then) in Shares().Matches(made).Zip(Shares().Matches(shown)))
        {
            double share = double.Parse(then.Value, CultureInfo.InvariantCulture);
            // Four standard errors, and what is lost in rounding.
            double error = 4 * Math.Sqrt(Math.Max(0.01, share * (1 - share)) / (Part * Simulation.Draws)) + 0.001;
            Assert.True(
                Math.Abs(double.Parse(now.Value, CultureInfo.InvariantCulture) - share) <= error,
                $"{then.Value} is {now.Value} now, in the line {shown[..(then.Index + then.Length)].Split('\n')[^1]} of: {shown.Split('\n')[0]}");
        }
    }

    [GeneratedRegex(@"(?<![\d.])(\.\d{3}|1\.000)(?!\d)")]
    private static partial Regex Shares();
}
