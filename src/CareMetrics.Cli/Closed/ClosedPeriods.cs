using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>What files of closed periods say beside their counts.</summary>
/// <param name="definitions">What was counted in each period, in words.</param>
/// <param name="panels">The customers of a period who are also in the one before; not of all.</param>
internal sealed class ClosedPeriods(IReadOnlyDictionary<Period, string> definitions, IReadOnlyDictionary<Period, NpsPanelTally> panels)
{
    private readonly (int First, int Last)[] _days = [.. definitions.Keys.Order().Select(period => (period.Start.DayNumber, period.End.DayNumber))];

    public IReadOnlyDictionary<Period, string> Definitions => definitions;

    public Period First => definitions.Keys.Min();

    public Period Last => definitions.Keys.Max();

    /// <summary>The definition of the answers that stand beside the closed periods; null where there are none.</summary>
    public string? Beside { get; init; }

    /// <summary>The periods of which the answers beside have other rows now than were closed.</summary>
    public IReadOnlyList<(Period Period, long Closed, long Now)> Changed { get; init; } = [];

    /// <summary>The files, as messages name them.</summary>
    public required string Names { get; init; }

    /// <summary>The columns by which the files have groups.</summary>
    public IReadOnlyList<string> GroupColumns { get; init; } = [];

    /// <summary>The days of a period that were seen when it was closed; not of all.</summary>
    public IReadOnlyDictionary<Period, DateRange> Seen { get; init; } = new Dictionary<Period, DateRange>();

    /// <summary>The days that were seen, all of a period where a file does not say.</summary>
    public IReadOnlyList<DateRange> Days => [.. definitions.Keys.Select(SeenOf)];

    /// <summary>The days of a period that were seen when it was closed; all where a file does not say.</summary>
    public DateRange SeenOf(Period period) => Seen.TryGetValue(period, out DateRange? seen) ? seen : DateRange.Of(period);

    public NpsPanelTally? PanelOf(Period baseline, Period current) =>
        current.Previous() == baseline && panels.TryGetValue(current, out NpsPanelTally panel) ? panel : null;

    public bool Contains(Period period) => definitions.ContainsKey(period);

    /// <summary>Whether a day lies in a closed period.</summary>
    public bool Contains(int day)
    {
        int at = Array.BinarySearch(_days, (day, int.MaxValue));
        return at < 0 && ~at > 0 && _days[~at - 1].Last >= day;
    }

    /// <summary>How the definitions of two periods differ; null where they do not, or none is known.</summary>
    public string? Difference(Period baseline, Period current)
    {
        string[] all = [.. Within(baseline).Concat(Within(current)).Distinct(StringComparer.Ordinal)];
        return all.Length < 2 ? null : Difference(all[0], all[1]);
    }

    /// <summary>All definitions that differ from the first, each with how; none where all are one.</summary>
    public string? AnyDifference()
    {
        string[] all = [.. definitions.OrderBy(pair => pair.Key).Select(pair => pair.Value).Concat(Beside is null ? [] : [Beside]).Distinct(StringComparer.Ordinal)];
        return all.Length < 2 ? null : Difference(all[0], all[1]);
    }

    /// <summary>The parts that one of two definitions has and the other has not, with what holds where a part is not told.</summary>
    internal static string Difference(string one, string other)
    {
        IReadOnlyList<string> left = DefinitionParts.Split(one);
        IReadOnlyList<string> right = DefinitionParts.Split(other);
        return $"{Beyond(left, right)}, against {Beyond(right, left)}";
    }

    private static string Beyond(IReadOnlyList<string> parts, IReadOnlyList<string> others)
    {
        string[] beyond = [.. parts.Except(others, StringComparer.Ordinal), .. DefinitionParts.Untold(parts, others)];
        return beyond.Length == 0 ? "a definition without that" : string.Join("; ", beyond);
    }

    private IEnumerable<string> Within(Period range)
    {
        List<Period> closed = [.. definitions.Keys.Where(period => range.Contains(period.Start))];
        int days = closed.Sum(period => period.Days);
        return closed.Select(period => definitions[period]).Concat(Beside is not null && days < range.Days ? [Beside] : []);
    }
}
