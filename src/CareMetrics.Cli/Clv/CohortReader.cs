using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Reads files of survivors: a column a cohort, or a row for each cohort and period.</summary>
internal sealed class CohortReader
{
    private const string RowIs = "period of the cohorts";

    private readonly CohortQuery _query;
    private readonly CohortSurvivors _survivors = new();
    private readonly List<string> _periodNames = [];

    private CohortReader(CohortQuery query) => _query = query;

    /// <exception cref="InputException">The data is bad; the message is one line.</exception>
    /// <exception cref="UsageException">A file is named twice.</exception>
    internal static CohortTable Read(CohortQuery query, Func<Stream> standardInput, ReadProgress? progress, CancellationToken cancellation)
    {
        QueryRules.CheckFiles(query.Files);
        var reader = new CohortReader(query);
        long rows = query.Files.Sum(file => reader.ReadFile(file, standardInput, progress, cancellation));
        PeriodKind?[] named = [.. reader._periodNames.Select(CohortNames.KindOf).Distinct()];
        return new CohortTable
        {
            Cohorts = reader._survivors.Finish([.. query.Files.Select(AnswerReader.Name)]),
            Period = query.Period ?? (named.Length == 1 ? named[0] : null),
            Rows = rows,
        };
    }

    private long ReadFile(string file, Func<Stream> standardInput, ReadProgress? progress, CancellationToken cancellation)
    {
        var table = new AnswerQuery
        {
            Files = _query.Files,
            Breakdowns = [],
            Delimiter = _query.Delimiter,
            Encoding = _query.Encoding,
            RowIs = RowIs,
        };
        using var rows = new TableFile(AnswerReader.Name(file), AnswerReader.Open(file, standardInput), table, progress, cancellation);
        var finder = new ColumnFinder(rows.Name, rows.Columns);
        int period = finder.Require(null, CohortNames.Period, "period", null);
        _periodNames.Add(rows.Columns[period]);
        if (finder.FindUsual(CohortNames.Survivors, "number of survivors") is { } survivors)
        {
            int? cohort = finder.FindUsual(CohortNames.Cohort, "cohort");
            ReadLong(rows, period, survivors, cohort);
        }
        else
        {
            ReadWide(rows, period);
        }

        return rows.Rows > 0 ? rows.Rows : throw InputErrors.NoRows(rows.Name, RowIs);
    }

    private void ReadLong(TableFile rows, int period, int survivors, int? cohort)
    {
        while (rows.Read())
        {
            string? name = cohort is { } column ? rows.Text(column) : null;
            if (name is "")
            {
                throw InputErrors.BlankCohort(rows.Name, rows.Line, rows.Columns[cohort!.Value]);
            }

            if (_survivors.Period(rows, period) is { } at)
            {
                _survivors.Add(name, at, rows, survivors);
            }
        }
    }

    private void ReadWide(TableFile rows, int period)
    {
        int[] cohorts = [.. Enumerable.Range(0, rows.Columns.Count).Where(column => column != period && rows.Columns[column].Length > 0)];
        if (cohorts.Length == 0)
        {
            throw InputErrors.NoCohorts(rows.Name, rows.Columns);
        }

        foreach (string name in cohorts.Select(column => rows.Columns[column]))
        {
            if (rows.Columns.Count(other => other == name) is > 1 and var times)
            {
                throw InputErrors.Repeated(rows.Name, name, times);
            }
        }

        while (rows.Read())
        {
            int? at = _survivors.Period(rows, period);
            foreach (int cohort in at is null ? [] : cohorts)
            {
                _survivors.Add(rows.Columns[cohort], at!.Value, rows, cohort);
            }
        }
    }
}
