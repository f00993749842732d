namespace CareMetrics.Cli;

/// <summary>Reads files of answers, or of counts of answers, in one pass.</summary>
internal static class AnswerReader
{
    private const string StandardInput = "-";

    /// <summary>Counts all that a query asks for.</summary>
    /// <exception cref="InputException">The data is bad; the message is one line.</exception>
    /// <exception cref="UsageException">The query contradicts itself; the message is one line.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal static AnswerSummary Read(AnswerQuery query, ReadProgress? progress, CancellationToken cancellation) =>
        Read(query, progress, Console.OpenStandardInput, cancellation);

    /// <param name="query">What to read and count.</param>
    /// <param name="progress">Kept up to date while rows are read.</param>
    /// <param name="standardInput">Opens what "-" stands for.</param>
    /// <param name="cancellation">Stops the pass.</param>
    internal static AnswerSummary Read(AnswerQuery query, ReadProgress? progress, Func<Stream> standardInput, CancellationToken cancellation)
    {
        QueryRules.Check(query);
        if (query.Closed.Count > 0)
        {
            AnswerSummary closed = Read(ClosedJoin.Closed(query), null, standardInput, cancellation);
            AnswerSummary open = Read(ClosedJoin.Open(query, closed) with { Closed = [] }, progress, standardInput, cancellation);
            return ClosedJoin.Of(query, open, closed);
        }

        ITableCounter counter = query.Tallied ? new CountsCounter(query) : new AnswerCounter(query);
        IReadOnlyList<InputFile> inputs = Visit(query, counter, progress, standardInput, cancellation);
        return counter.Finish() with { Inputs = inputs };
    }

    /// <summary>Shows every row of every file to a visitor.</summary>
    /// <returns>The files with their hashes, where these are asked for.</returns>
    internal static IReadOnlyList<InputFile> Visit(
        AnswerQuery query, ITableVisitor visitor, ReadProgress? progress, Func<Stream> standardInput, CancellationToken cancellation)
    {
        var inputs = new List<InputFile>();
        progress?.Expect(TotalBytes(query.Files));
        foreach (string file in query.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            using var table = new TableFile(Name(file), Open(file, standardInput), query, progress, cancellation);
            visitor.Begin(table);
            while (table.Read())
            {
                visitor.Count(table);
            }

            if (table.Rows == 0)
            {
                throw InputErrors.NoRows(table.Name, query.RowIs);
            }

            if (table.Sha256() is { } hash)
            {
                inputs.Add(new InputFile(table.Name, hash));
            }
        }

        return inputs;
    }

    /// <summary>A file as messages name it.</summary>
    internal static string Name(string file) => file == StandardInput ? "standard input" : Shown.Path(file);

    internal static Stream Open(string file, Func<Stream> standardInput)
    {
        if (file == StandardInput)
        {
            return standardInput();
        }

        if (file.Length == 0)
        {
            throw new UsageException("the name of a file is blank");
        }

        if (Directory.Exists(file))
        {
            throw InputErrors.Folder(Name(file));
        }

        try
        {
            // The parser has its own buffer, and a file that is still being written to may be read.
            return new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw InputErrors.Unreadable(Name(file), cause);
        }
    }

    private static long? TotalBytes(IReadOnlyList<string> files)
    {
        long total = 0;
        foreach (string file in files)
        {
            // A pipe, such as /dev/stdin, says that it is empty.
            if (file == StandardInput || new FileInfo(file) is not { Exists: true, Length: > 0 and var length })
            {
                return null;
            }

            total += length;
        }

        return total;
    }
}
