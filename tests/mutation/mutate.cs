#!/usr/bin/env -S dotnet run
#:property PublishAot=false
// Changes the library a line at a time and runs the tests of its family: a change that no test notices is a missing test,
// code that nobody needs, or listed in survivors.json with the reason why it changes nothing.
//
//   dotnet run tests/mutation/mutate.cs nps               one family
//   dotnet run tests/mutation/mutate.cs all               every family, one after the other; takes hours
//
// Exit code 0 where each family kills at least 90 in 100 and every survivor is listed.
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

const double Least = 90;
string here = Path.GetDirectoryName(Here())!;
string[] families = [.. Directory.EnumerateFiles(here, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Except(["dotnet-tools", "survivors"]).Order()];
if (args.Length == 0 || args.Any(name => name != "all" && !families.Contains(name)))
{
    Console.Error.WriteLine($"usage: dotnet run tests/mutation/mutate.cs FAMILY...; a family is one of {string.Join(", ", families)}, or all");
    return 2;
}

Survivor[] listed = JsonSerializer.Deserialize<Survivor[]>(File.ReadAllText(Path.Combine(here, "survivors.json")), JsonSerializerOptions.Web)!;
Run("dotnet", "tool", "restore");
bool good = true;
foreach (string family in args.Contains("all") ? families : args)
{
    string output = Directory.CreateTempSubdirectory("caremetrics-mutation-").FullName;
    Run("dotnet", "stryker", "--config-file", $"{family}.json", "--output", output, "--skip-version-check");
    good &= Judge(family, Path.Combine(output, "reports", "mutation-report.json"));
    Directory.Delete(output, recursive: true);
}

return good ? 0 : 1;

bool Judge(string family, string report)
{
    if (!File.Exists(report))
    {
        Console.WriteLine($"{family}: no report; see what was said above");
        return false;
    }

    using JsonDocument document = JsonDocument.Parse(File.ReadAllText(report));
    (int killed, var alive) = (0, new List<Survivor>());
    foreach (JsonProperty file in document.RootElement.GetProperty("files").EnumerateObject())
    {
        string[] source = file.Value.GetProperty("source").GetString()!.Split('\n');
        foreach (JsonElement mutant in file.Value.GetProperty("mutants").EnumerateArray())
        {
            string status = mutant.GetProperty("status").GetString()!;
            killed += status is "Killed" or "Timeout" ? 1 : 0;
            if (status is "Survived" or "NoCoverage")
            {
                int line = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
                alive.Add(new Survivor(
                    file.Name.Replace('\\', '/').Split("src/CareMetrics/")[^1],
                    source[line - 1].Trim(),
                    mutant.GetProperty("mutatorName").GetString()!,
                    mutant.TryGetProperty("replacement", out JsonElement replacement) ? replacement.GetString()! : "",
                    null));
            }
        }
    }

    Survivor[] unexplained = [.. alive.Where(one => !listed.Any(other => other with { Reason = null } == one))];
    double score = killed + alive.Count == 0 ? 100 : 100.0 * killed / (killed + alive.Count);
    Console.WriteLine(FormattableString.Invariant($"{family}: {score:F1}% of {killed + alive.Count} changes noticed, {alive.Count} not, {unexplained.Length} of them without a reason"));
    foreach (Survivor one in unexplained)
    {
        Console.WriteLine(JsonSerializer.Serialize(one with { Reason = "" }, JsonSerializerOptions.Web));
    }

    return score >= Least && unexplained.Length == 0;
}

void Run(string command, params string[] arguments)
{
    using Process process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = here })!;
    process.WaitForExit();
}

static string Here([CallerFilePath] string path = "") => path;

internal sealed record Survivor(string File, string Line, string Mutation, string Replacement, string? Reason);
