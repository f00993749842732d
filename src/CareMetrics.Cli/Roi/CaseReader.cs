using CareMetrics.Roi;

namespace CareMetrics.Cli;

/// <summary>Reads files of the lines of a business case.</summary>
internal sealed class CaseReader
{
    private const string RowIs = "line of the case";

    private readonly CaseQuery _query;
    private readonly CaseLines _lines;

    private CaseReader(CaseQuery query) => (_query, _lines) = (query, new CaseLines(query));

    /// <exception cref="InputException">The data is bad; the message is one line.</exception>
    /// <exception cref="UsageException">A file is named twice.</exception>
    internal static BusinessCase Read(CaseQuery query, Func<Stream> standardInput, ReadProgress? progress, CancellationToken cancellation)
    {
        QueryRules.CheckFiles(query.Files);
        var reader = new CaseReader(query);
        foreach (string file in query.Files)
        {
            reader.ReadFile(file, standardInput, progress, cancellation);
        }

        return reader._lines.Finish([.. query.Files.Select(AnswerReader.Name)]);
    }

    private void ReadFile(string file, Func<Stream> standardInput, ReadProgress? progress, CancellationToken cancellation)
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
        _lines.Begin(rows);
        while (rows.Read())
        {
            _lines.Add(rows);
        }

        if (rows.Rows == 0)
        {
            throw InputErrors.NoRows(rows.Name, RowIs);
        }
    }
}
