namespace CareMetrics.Cli;

/// <summary>Rows left out, by reason, in the order the reasons were first met.</summary>
internal sealed class Exclusions(IReadOnlyList<string> reasons)
{
    private readonly long[] _rows = new long[reasons.Count];
    private readonly List<int> _met = [];

    internal IReadOnlyList<(string Reason, long Rows)> ByReason => [.. _met.Select(reason => (reasons[reason], _rows[reason]))];

    internal void Add(int reason, long rows = 1)
    {
        if (_rows[reason] == 0 && rows > 0)
        {
            _met.Add(reason);
        }

        _rows[reason] += rows;
    }
}
