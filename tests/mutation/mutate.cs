#!/usr/bin/env -S dotnet run
#:property PublishAot=false
// Changes the library a line at a time and runs the tests of its family: a change that no test notices is a missing test,
// code that nobody needs, or listed in survivors.json with the reason why it changes nothing.
//
//   dotnet run tests/mutation/mutate.cs nps               one family
//   dotnet run tests/mutation/mutate.cs all               every family, one after the other; takes hours
//
// Exit code 0 where each family kills at least 92 in 100 and every survivor is listed.
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

const double Least = 92;
string here = Path.GetDirectoryName(Here())!;
string[] families = [.. Directory.EnumerateFiles(here, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Except(["dotnet-tools", "survivors"]).Order()];
if (args.Length == 0 || args.Any(name => name != "all" && !families.Contains(name)))
{
    Console.Error.WriteLine($"usage: dotnet run tests/mutation/mutate.cs FAMILY...; a family is one of {string.Join(", ", families)}, or all");
    return 2;
}

Dictionary<string, Group[]> listed = JsonSerializer.Deserialize<Dictionary<string, Group[]>>(File.ReadAllText(Path.Combine(here, "survivors.json")), JsonSerializerOptions.Web)!;
var readable = new JsonSerializerOptions(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
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
    (int killed, int alive) = (0, 0);
    (var unexplained, var gone) = (new Dictionary<string, Group[]>(), new Dictionary<string, Group[]>());
    foreach (JsonProperty file in document.RootElement.GetProperty("files").EnumerateObject())
    {
        string name = file.Name.Replace('\\', '/').Split("src/CareMetrics/")[^1];
        string[] source = file.Value.GetProperty("source").GetString()!.Split('\n');
        List<Change> left = [.. listed.GetValueOrDefault(name, []).SelectMany(group => group.Changes).SelectMany(line => line.Value.Select(to => new Change(line.Key, to)))];
        var found = new List<Change>();
        JsonElement[] mutants = [.. file.Value.GetProperty("mutants").EnumerateArray()];
        foreach (JsonElement mutant in mutants)
        {
            string status = mutant.GetProperty("status").GetString()!;
            killed += status is "Killed" or "Timeout" ? 1 : 0;
            if (status is "Survived" or "NoCoverage")
            {
                alive++;
                Change change = Of(mutant, source);
                if (!left.Remove(change))
                {
                    found.Add(change);
                }
            }
        }

        Keep(unexplained, name, found);
        Keep(gone, name, mutants.Length == 0 ? [] : left);
    }

    double score = killed + alive == 0 ? 100 : 100.0 * killed / (killed + alive);
    Console.WriteLine(FormattableString.Invariant($"{family}: {score:F1}% of {killed + alive} changes noticed, {alive} not"));
    Print("without a reason in survivors.json", unexplained);
    Print("in survivors.json, but noticed now, or no longer made", gone);
    return score >= Least && unexplained.Count == 0;
}

static Change Of(JsonElement mutant, string[] source)
{
    int line = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
    string text = source[line - 1].Trim() is var at && at == "{" ? source[line - 2].Trim() : at;
    string to = mutant.TryGetProperty("replacement", out JsonElement replacement) ? replacement.GetString()! : "";
    return new Change(text, string.Join(' ', to.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}

static void Keep(Dictionary<string, Group[]> files, string name, List<Change> changes)
{
    if (changes.Count > 0)
    {
        files[name] = [new Group("", changes.GroupBy(change => change.Line).ToDictionary(line => line.Key, line => line.Select(change => change.To).ToArray()))];
    }
}

void Print(string title, Dictionary<string, Group[]> files)
{
    if (files.Count > 0)
    {
        Console.WriteLine($"{title}:");
        Console.WriteLine(JsonSerializer.Serialize(files, readable));
    }
}

void Run(string command, params string[] arguments)
{
    using Process process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = here, Environment = { ["CAREMETRICS_REPLAY"] = "1,1" } })!;
    process.WaitForExit();
}

static string Here([CallerFilePath] string path = "") => path;

// A line of the source, and what a part of it, or all of what begins there, was changed to.
internal sealed record Change(string Line, string To);

// What one reason explains of a file: for each line, what it may be changed to; twice where the line stands there twice.
internal sealed record Group(string Reason, Dictionary<string, string[]> Changes);
