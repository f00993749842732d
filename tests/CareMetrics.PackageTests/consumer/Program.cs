// A user's program: what it prints is in expected.txt, on every framework.
using System.Text.Json;
using CareMetrics.Periods;

Period quarter = Period.Containing(new DateOnly(2026, 2, 14), PeriodKind.Quarter);
Console.WriteLine($"{quarter} runs from {quarter.Start:O} to {quarter.End:O}: {quarter.Days} days");
Console.WriteLine($"then comes {quarter.Next()}, before it was {quarter.Previous()}");
Console.WriteLine(JsonSerializer.Serialize(new Dictionary<Period, PeriodKind> { [Period.Parse("2026-W07")] = PeriodKind.Week }));
Console.WriteLine(Period.TryParse("2026-W54", out _));
