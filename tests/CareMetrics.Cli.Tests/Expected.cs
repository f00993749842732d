namespace CareMetrics.Cli.Tests;

/// <summary>Output that was checked by hand and is held to the byte.</summary>
internal static class Expected
{
    internal static void Equal(string name, string found)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Expected", name);
        Assert.True(File.Exists(path), $"no expected file {name}; found was:\n{found}");
        Assert.Equal(File.ReadAllText(path), found);
    }
}
