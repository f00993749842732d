using System.Text;
using CareMetrics.Tests;

namespace CareMetrics.Cli.Tests;

/// <summary>Runs of the tool on lines given as text, as they come through standard input.</summary>
internal static class Sample
{
    internal const string Header = "name,kind,period,quantity,unit_value,low,likely,high,attribution,confidence,basis,currency\n";

    internal static string Case { get; } = File.ReadAllText(Repository.PathOf("docs/samples/business-case.csv"));

    internal static ToolRun Run(string lines, params string[] arguments) =>
        ToolRun.With(host => host with { OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(lines)) }, ["roi", "-", .. arguments]);
}
