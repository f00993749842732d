
namespace CareMetrics.Cli;

/// <summary>Reads files of long rows: a metric, a period and its numbers in each.</summary>
internal static class MetricReader
{
    private const string RowIs = "metric and period";

    /// <exception cref="InputException">The data is bad; the message is one line.</exception>
    /// <exception cref="UsageException">A file is named twice.</exception>
    public static MetricTable Read(AnswerQuery query, Func<Stream> standardInput, ReadProgress? progress, CancellationToken cancellation)
    {
        QueryRules.CheckFiles(query.Files);
        var table = new MetricTable();
        foreach (string file in query.Files)
        {
            AnswerQuery longRows = query with { RowIs = RowIs };
            using var rows = new TableFile(AnswerReader.Name(file), AnswerReader.Open(file, standardInput), longRows, progress, cancellation);
            table.Begin(rows);
            while (rows.Read())
            {
                table.Add(rows);
            }

            if (rows.Rows == 0)
            {
                throw InputErrors.NoRows(rows.Name, RowIs);
            }
        }

        return table;
    }
}
