using BenchmarkDotNet.Attributes;
using CareMetrics.Conversion;

namespace CareMetrics.Benchmarks.Conversion;

/// <summary>Pairing a history that is parsed already: five observations of each of a million customers, in random order.</summary>
[MemoryDiagnoser]
public class HistoryBenchmarks
{
    private const int Customers = 1_000_000;
    private const int Observations = 5_000_000;

    private (int Customer, DateTimeOffset At, Mood Mood)[] _observations = [];
    private (string Customer, DateTimeOffset At, Mood Mood)[] _named = [];
    private (int Customer, DateTimeOffset At)[] _contacts = [];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20260301);
        var start = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset Instant() => start.AddTicks(random.NextInt64(TimeSpan.TicksPerDay * 450));
        _observations = new (int, DateTimeOffset, Mood)[Observations];
        for (int i = 0; i < Observations; i++)
        {
            _observations[i] = (random.Next(Customers), Instant(), (Mood)random.Next(-1, 2));
        }

        string[] names = [.. Enumerable.Range(0, Customers).Select(i => $"C{i:0000000}")];
        _named = [.. _observations.Select(o => (names[o.Customer], o.At, o.Mood))];
        _contacts = [.. Enumerable.Range(0, Customers).Select(i => (i, Instant()))];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Observations)]
    public long FirstAgainstLastOfNumberedCustomers()
    {
        var history = new FirstAgainstLast<int>(Customers);
        foreach ((int customer, DateTimeOffset at, Mood mood) in _observations)
        {
            history.Add(customer, at, mood);
        }

        return history.Tally().Paired;
    }

    [Benchmark(OperationsPerInvoke = Observations)]
    public long FirstAgainstLastAsASequence() => HistoryTally.FirstAgainstLast(_observations).Paired;

    [Benchmark(OperationsPerInvoke = Observations)]
    public long FirstAgainstLastOfNamedCustomers() => HistoryTally.FirstAgainstLast(_named).Paired;

    [Benchmark(OperationsPerInvoke = Observations)]
    public long AroundAContact() =>
        HistoryTally.AroundContact(_observations, _contacts, TimeSpan.FromDays(90), TimeSpan.FromDays(90)).Paired;
}
