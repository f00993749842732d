#:project ../../src/CareMetrics/CareMetrics.csproj
#:property PublishAot=false

// The first hour in an app, as docs/guide-app.md tells it: answers come in one by one, and the board says what they are worth.
// Run it from anywhere: dotnet run docs/samples/app.cs
using System.Globalization;
using System.Text.Json;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;

string folder = (string?)AppContext.GetData("EntryPointFileDirectoryPath") ?? ".";
var board = new Board();

// In an app this is the handler of a request; here the made sample plays the customers.
foreach (string line in File.ReadLines(Path.Combine(folder, "answers.csv")).Skip(1))
{
    string[] cells = line.Split(',');
    var day = DateOnly.Parse(cells[0].AsSpan(0, 10), CultureInfo.InvariantCulture);
    int? score = cells[8].Length == 0 ? null : int.Parse(cells[8], CultureInfo.InvariantCulture);
    board.Add(Period.Containing(day, PeriodKind.Quarter), customer: cells[1], score);
}

var quarter = Period.Parse("2026-Q1");
NetPromoterScore now = board.Score(quarter);
Comparison change = board.Change(quarter.Previous(), quarter);

Console.WriteLine($"{quarter}: {now}");
Console.WriteLine($"rests on {now.Tally} of {now.Customers} customers, design effect {now.DesignEffect!.Value.ToString("F2", CultureInfo.InvariantCulture)}");
Console.WriteLine($"against {quarter.Previous()}: {change.Change}, {change.Judge(Better.Higher)}");
Console.WriteLine($"{quarter.Next()}: {board.Score(quarter.Next())}");
// What to store: counts add up to years and regions, and are scored anew whenever they are asked for. Scores do not add up.
Console.WriteLine(JsonSerializer.Serialize(now.Tally, JsonSerializerOptions.Web));

/// <summary>Counts answers as they come: one tally for each customer and quarter, whatever the number of answers.</summary>
sealed class Board
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Period, Dictionary<string, NpsTally>> _quarters = [];

    public void Add(Period quarter, string customer, int? score)
    {
        // Counted outside the lock; an answer off the scale throws here, and says what is allowed.
        NpsTally answer = NpsTally.Of(new[] { score });
        lock (_gate)
        {
            if (!_quarters.TryGetValue(quarter, out Dictionary<string, NpsTally>? customers))
            {
                _quarters.Add(quarter, customers = []);
            }

            customers[customer] = customers.GetValueOrDefault(customer) + answer;
        }
    }

    /// <summary>The score of a quarter; its interval knows that answers of one customer are alike.</summary>
    public NetPromoterScore Score(Period quarter) => NetPromoter.Score(Panel(quarter, quarter).Current);

    /// <summary>One quarter against another; who answered in both is one customer, not two.</summary>
    public Comparison Change(Period baseline, Period current) => NetPromoter.Change(Panel(baseline, current));

    private NpsPanelTally Panel(Period baseline, Period current)
    {
        lock (_gate)
        {
            Dictionary<string, NpsTally> before = _quarters.GetValueOrDefault(baseline) ?? [];
            Dictionary<string, NpsTally> now = _quarters.GetValueOrDefault(current) ?? [];
            return before.Keys.Union(now.Keys).Aggregate(
                NpsPanelTally.Empty,
                (tally, customer) => tally + NpsPanelTally.OfCustomer(before.GetValueOrDefault(customer), now.GetValueOrDefault(customer)));
        }
    }
}
