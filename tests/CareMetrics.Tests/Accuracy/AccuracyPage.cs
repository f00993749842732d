using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text;

namespace CareMetrics.Tests.Accuracy;

/// <summary>docs/accuracy.md: what every reference test compares, what it allows, and the worst that it finds.</summary>
internal static class AccuracyPage
{
    // Last digits differ between machines and runtimes: smaller errors than this are not told apart.
    private const double Finest = 1e-15;
    private const string Exactly = "exactly";

    private const string Opening = """
        # Accuracy

        Every number that a test holds against a table computed elsewhere: what computed the table, how far off the test allows, and the
        worst that it finds. The page is written from the very comparisons that the tests make, and a test fails where it is stale
        (`CAREMETRICS_ACCEPT=1 dotnet test tests/CareMetrics.Tests --framework net10.0 --filter AccuracyTests` writes it anew).

        *Allowed* and *worst* are errors as a share of the expected value. Marked **abs**, they are absolute where that value is below 1;
        marked **size**, they are a share of the sizes that were added up. *Worst* is rounded up to a power of ten that is true on other
        machines too, and no finer than 1e-15: a number holds 16 digits. What says *exactly* has no error: dates, counts, members of a set.

        How often the intervals hold the truth is another question, answered for every family in [Coverage](coverage.md).

        """;

    /// <summary>The page as the tests have it now; what it says of the worst error is kept from the page of before where it is still true and near.</summary>
    internal static string Write(string before)
    {
        HashSet<string> said = [.. before.ReplaceLineEndings("\n").Split('\n')];
        Found[] all = [.. ReferenceTests.All().GroupBy(one => (one.Test, Case(one.Arguments))).SelectMany(same => Run(same.Key.Test, same.Key.Item2, same.Select(one => one.Arguments)))];
        var page = new StringBuilder(Opening);
        string folder = Path.Combine(AppContext.BaseDirectory, "reference");
        foreach (string family in Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal))
        {
            Found[] own = [.. all.Where(found => found.Table.StartsWith($"{family}/", StringComparison.Ordinal))];
            page.Append(CultureInfo.InvariantCulture, $"\n## CareMetrics.{char.ToUpperInvariant(family[0])}{family[1..]}\n\n| table | rows | computed by |\n|---|--:|---|\n");
            Dictionary<string, string> sources = Sources(family);
            foreach (string table in Directory.GetFiles(Path.Combine(folder, family), "*.csv").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal))
            {
                string use = own.Any(found => found.Table == $"{family}/{table}") ? "" : "; input of other tables";
                string source = sources.GetValueOrDefault(table)
                    ?? throw new InvalidDataException($"{family}/{table} has no line in tests/reference/{family}/README.md that says what computed it");
                page.Append(CultureInfo.InvariantCulture, $"| {table} | {ReferenceTable.Read($"{family}/{table}").Count} | {source}{use} |\n");
            }

            page.Append("\n| measure | what is held | table | columns | allowed | worst |\n|---|---|---|---|---|---|\n");
            foreach (Found found in own)
            {
                string line = $"| {found.Measure} | {found.What} | {found.Table[(family.Length + 1)..]} | {found.Columns} | {found.Allowed} |";
                page.Append(CultureInfo.InvariantCulture, $"{line}{Worst(found, said, line)}\n");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<Found> Run(MethodInfo test, string of, IEnumerable<object?[]> cases)
    {
        using Comparisons comparisons = Comparisons.Recording();
        foreach (object?[] arguments in cases)
        {
            try
            {
                object? done = test.Invoke(test.IsStatic ? null : Activator.CreateInstance(test.DeclaringType!), arguments);
                (done as Task)?.GetAwaiter().GetResult();
            }
            catch (TargetInvocationException e)
            {
                ExceptionDispatchInfo.Capture(e.InnerException!).Throw();
            }
        }

        string measure = $"`{test.DeclaringType!.Name.Replace("Tests", "", StringComparison.Ordinal)}{(of.Length > 0 ? $".{of}" : "")}`";
        string what = test.Name.Replace('_', ' ');
        if (comparisons.Made.Count == 0)
        {
            return comparisons.Tables.Select(table => new Found(measure, what, table, "", Exactly, 0, 0));
        }

        return from made in comparisons.Made
               group made by (made.Table, made.Method, made.Column, made.Allowance) into cell
               group cell by (cell.Key.Table, cell.Key.Method, cell.Key.Allowance) into alike
               let allowance = alike.Key.Allowance
               let columns = string.Join(", ", alike.Select(cell => cell.Key.Column))
               let method = alike.Key.Method.Length > 0 ? $"{measure}, {alike.Key.Method.Replace('_', ' ')}" : measure
               select new Found(method, what, alike.Key.Table, columns, Text(allowance), allowance.Tolerance, alike.Max(cell => cell.Max(made => made.Error)));
    }

    // A case named by a word, such as a function, is a line of its own; cases that name tables, or numbers, are one together.
    private static string Case(object?[] arguments) =>
        arguments.FirstOrDefault() is string word && !word.EndsWith(".csv", StringComparison.Ordinal) ? word : "";

    private static string Text(Allowance allowance) =>
        $"{Text(allowance.Tolerance)}{allowance.Of switch { "near" => " abs", "sized" => " size", _ => "" }}";

    private static string Text(double error) => error.ToString("0.#e-0", CultureInfo.InvariantCulture);

    private static string Worst(Found found, HashSet<string> said, string line)
    {
        if (found.Allowed == Exactly)
        {
            return " |";
        }

        double[] powers = [.. Enumerable.Range(0, 16).Select(power => double.Parse($"1e-{15 - power}", CultureInfo.InvariantCulture))];
        foreach (double power in powers.Append(found.Tolerance).Where(power => found.Error <= power && power <= Math.Max(Finest, 1000 * found.Error)))
        {
            string cell = $" ≤ {Text(power)} |";
            if (said.Contains(line + cell))
            {
                return cell;
            }
        }

        double roomy = powers.FirstOrDefault(power => 2 * found.Error <= power, found.Tolerance);
        return $" ≤ {Text(Math.Min(roomy, found.Tolerance))} |";
    }

    private static Dictionary<string, string> Sources(string family) =>
        new(from line in File.ReadLines(Repository.PathOf("tests", "reference", family, "README.md"))
            let cells = line.Split('|', StringSplitOptions.TrimEntries)
            where cells.Length == 4 && cells[1].Contains(".csv", StringComparison.Ordinal)
            from file in cells[1].Split(',', StringSplitOptions.TrimEntries)
            select KeyValuePair.Create(file, cells[2]));

    private sealed record Found(string Measure, string What, string Table, string Columns, string Allowed, double Tolerance, double Error);
}
