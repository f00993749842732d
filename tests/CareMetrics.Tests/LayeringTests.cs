using CareMetrics.Periods;

namespace CareMetrics.Tests;

public class LayeringTests
{
    private const int LongestFile = 300;

    // The wording of every message stands in one place, however many families there are.
    private const string Wording = "src/CareMetrics/Errors.cs";

    private static readonly Type[] LibraryTypes = [.. typeof(Period).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("CareMetrics", StringComparison.Ordinal) == true)];

    private static readonly ILookup<string, string> TypesOfFamilies =
        LibraryTypes.ToLookup(type => type.Namespace!.Split('.').ElementAtOrDefault(1) ?? "", type => type.Name.Split('`')[0]);

    [Fact]
    public void Every_family_of_the_library_uses_only_the_families_below_it()
    {
        string library = Repository.PathOf("src", "CareMetrics");
        string[] files = [.. Sources("src/CareMetrics")];
        Assert.NotEmpty(files);
        AssertNone(files.SelectMany(file =>
            Layering.Faults(Path.GetRelativePath(library, file).Replace('\\', '/'), File.ReadAllText(file), TypesOfFamilies)));
    }

    [Theory]
    [InlineData("using CareMetrics.Nps;")]
    [InlineData("global using CareMetrics.Nps;")]
    [InlineData("using static CareMetrics.Nps.NetPromoter;")]
    [InlineData("using Tally = global::CareMetrics.Nps.NpsTally;")]
    [InlineData("var tally = CareMetrics.Nps.NpsTally.Empty;")]
    [InlineData("var tally = Nps.NpsTally.Empty;")]
    public void A_door_that_opens_upward_is_found(string line) => Assert.Equal(
        ["Statistics/Mean.cs: Statistics knows Nps; its doors open to no family"],
        Layering.Faults("Statistics/Mean.cs", $"{line}\nnamespace CareMetrics.Statistics;", TypesOfFamilies));

    [Theory]
    [InlineData("// using CareMetrics.Nps;")]
    [InlineData("/// <see cref=\"Nps.NpsTally\"/>")]
    [InlineData("string text = \"Nps.NpsTally\";")]
    [InlineData("double? value = Baseline.Value;")]
    [InlineData("using CareMetrics.Statistics;")]
    public void A_mention_that_is_no_use_is_left_alone(string line) =>
        Assert.Empty(Layering.Faults("Statistics/Mean.cs", $"namespace CareMetrics.Statistics;\n{line}\n", TypesOfFamilies));

    [Theory]
    [InlineData("Nps/NpsTally.cs")]
    [InlineData("Nps/Tallies/NpsTally.cs")]
    public void A_namespace_that_is_not_its_family_is_found(string path) => Assert.Equal(
        [$"{path}: namespace CareMetrics.Scores is not that of its family, CareMetrics.Nps"],
        Layering.Faults(path, "namespace CareMetrics.Scores;", TypesOfFamilies));

    [Fact]
    public void A_folder_without_doors_is_found() => Assert.Equal(
        ["Extras/Thing.cs: Extras is no family; give it its doors in Layering.Doors"],
        Layering.Faults("Extras/Thing.cs", "namespace CareMetrics.Extras;", TypesOfFamilies));

    [Fact]
    public void No_type_bears_the_name_of_a_namespace()
    {
        HashSet<string> names = [.. LibraryTypes.SelectMany(type => type.Namespace!.Split('.')), .. Layering.Doors.Keys];
        AssertNone(LibraryTypes.Where(type => names.Contains(type.Name.Split('`')[0])).Select(type => type.FullName!));
    }

    [Fact]
    public void No_folder_is_named_for_what_is_left_over()
    {
        string[] vague = ["Models", "Helpers", "Utils", "Services", "Common"];
        AssertNone(Sources("src").Concat(Sources("tests")).SelectMany(file => Repository.Relative(file).Split('/')[..^1]).Intersect(vague));
    }

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        AssertNone(from file in Sources("src").Concat(Sources("tests")).Concat(Sources("benchmarks"))
                   let lines = File.ReadLines(file).Count()
                   where lines > LongestFile && Repository.Relative(file) != Wording
                   select $"{Repository.Relative(file)} has {lines} lines: two things live in it");

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Repository.Relative(file).Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static void AssertNone(IEnumerable<string> faults)
    {
        string[] found = [.. faults];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
