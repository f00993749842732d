// A user's program: what it prints is in expected.txt, on every framework.
using System.Text.Json;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;

Period quarter = Period.Containing(new DateOnly(2026, 2, 14), PeriodKind.Quarter);
Console.WriteLine($"{quarter} runs from {quarter.Start:O} to {quarter.End:O}: {quarter.Days} days");
Console.WriteLine($"then comes {quarter.Next()}, before it was {quarter.Previous()}");
Console.WriteLine(JsonSerializer.Serialize(new Dictionary<Period, PeriodKind> { [Period.Parse("2026-W07")] = PeriodKind.Week }));
Console.WriteLine(Period.TryParse("2026-W54", out _));

// Scores from whatever a user has at hand.
Console.WriteLine(NetPromoter.Score([9, 10, 3]));
int[] array = [9, 10, 3];
Console.WriteLine(NetPromoter.Score(array));
Console.WriteLine(NetPromoter.Score(new List<int> { 9, 10, 3 }));
Console.WriteLine(NetPromoter.Score(new double?[] { 9, null, 3.0 }));
Console.WriteLine(NetPromoter.Score(new byte[] { 1, 5, 5 }, new NpsScale(1, 5, 3, 5)));
var baseline = new NpsTally(detractors: 131, passives: 579, promoters: 2308, missing: 62);
var current = new NpsTally(detractors: 90, passives: 400, promoters: 2000);
Comparison change = Comparison.Between(baseline, current);
Console.WriteLine($"{change.Judge(Better.Higher)}: {change}");
var web = new JsonSerializerOptions(JsonSerializerDefaults.Web);
Console.WriteLine(JsonSerializer.Deserialize<Comparison>(JsonSerializer.Serialize(change, web), web) == change);
try
{
    NetPromoter.Score([7, 11]);
}
catch (ArgumentException e)
{
    Console.WriteLine(e.Message);
}

// A result costs its own memory and nothing else.
NetPromoterScore score = NetPromoter.Score(baseline);
Console.WriteLine(Allocated(() => NetPromoter.Score(baseline)) == Allocated(() => score with { Score = score.Score with { } }));
Console.WriteLine(Allocated(() => Comparison.Between(baseline, current)) == Allocated(() => change with { }) + 4 * Allocated(() => change.Change with { }));

// The least of many calls: the first ones also pay for compilation.
static long Allocated(Func<object> call) => Enumerable.Range(0, 2000).Min(_ =>
{
    long before = GC.GetAllocatedBytesForCurrentThread();
    GC.KeepAlive(call());
    return GC.GetAllocatedBytesForCurrentThread() - before;
});
