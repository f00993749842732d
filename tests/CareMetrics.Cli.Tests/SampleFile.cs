namespace CareMetrics.Cli.Tests;

/// <summary>The sample of made answers that the documentation shows.</summary>
internal static class SampleFile
{
    internal static string Answers => Path.Combine(Root(), "docs", "samples", "answers.csv");

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "docs", "samples", "answers.csv")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("docs/samples/answers.csv is in no folder above the tests");
    }
}
