
namespace CareMetrics.Cli;

/// <summary>Where the columns of a series stand in one file.</summary>
internal sealed record SeriesColumns(int Date, int Value, int? Per, int? FullDay, int? Customer)
{
    public static SeriesColumns Locate(SeriesQuery query, ColumnFinder finder) => new(
        finder.Require(query.Source.DateColumn, UsualNames.Date, "date", "--date"),
        query.Column is { } named ? finder.Require(named) : finder.Require(query.Source.ScoreColumn, UsualNames.Score, "score", "--score"),
        query.Per is { } per ? finder.Require(per) : null,
        query.FullDay is { } full ? finder.Require(full.Column) : null,
        query.Kind == SeriesKind.Score ? finder.Find(query.Source.CustomerColumn, UsualNames.Customer, "customer", "--customer") : null);
}

/// <summary>The columns as the file names them.</summary>
internal sealed record SeriesNames(string Date, string Value, string? Per, string? Customer)
{
    public static SeriesNames Of(SeriesQuery query, SeriesColumns found, IReadOnlyList<string> columns) => new(
        columns[found.Date],
        columns[found.Value],
        found.Per is { } whole ? columns[whole] : null,
        query.Kind == SeriesKind.Score
            ? found.Customer is { } customer ? columns[customer] : null
            : columns.FirstOrDefault(column => UsualNames.Customer.Any(usual => UsualNames.Same(column, usual))));
}
