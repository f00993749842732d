
namespace CareMetrics.Cli;

/// <summary>The first columns of a table for people: which group and which period a row is.</summary>
internal sealed class KeyColumns
{
    private readonly string? group;
    private readonly string? period;

    /// <summary>Names the columns; a file of counts brings groups and periods of its own.</summary>
    public KeyColumns(Breakdown breakdown, IReadOnlyList<IScoredRow> rows)
        : this(
            breakdown.By.Count > 0 ? string.Join(" / ", breakdown.By) : rows.Any(row => row.Group is not null) ? "group" : null,
            (breakdown.Every ?? rows.Select(row => row.PeriodKind).FirstOrDefault(kind => kind is not null)) is { } kind ? PeriodNames.Of(kind) : null)
    {
    }

    /// <param name="group">The heading of the groups, or null without groups.</param>
    /// <param name="period">The heading of the periods, or null without periods.</param>
    public KeyColumns(string? group, string? period) => (this.group, this.period) = (group, period);

    public void AddTo(FigureTable table)
    {
        if (group is not null)
        {
            table.Column(Show.OneLine(group), isNumber: false);
        }

        if (period is not null)
        {
            table.Column(period, isNumber: false);
        }
    }

    public IEnumerable<FigureCell> Of(IScoredRow row)
    {
        if (group is not null)
        {
            yield return row.Group is { } value ? Show.OneLine(value) : "total";
        }

        if (period is not null)
        {
            yield return row.Period is null or IScoredRow.NoDate ? "no date" : row.Period;
        }
    }

    public bool IsTotal(IScoredRow row) => group is not null && row.Group is null;
}
