using System.Text;

namespace CareMetrics.Cli.Tests.Cases;

/// <summary>Runs of the tool on lines given as text, as they come through standard input.</summary>
internal static class Sample
{
    internal const string Header = "name,kind,period,quantity,unit_value,low,likely,high,attribution,confidence,basis,currency\n";

    internal static string Case { get; } = File.ReadAllText(Path.Combine(Root(), "docs", "samples", "business-case.csv"));

    internal static ToolRun Run(string lines, params string[] arguments) =>
        ToolRun.With(host => host with { OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(lines)) }, ["roi", "-", .. arguments]);

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CareMetrics.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
