namespace CareMetrics.Cli;

/// <summary>How far a pass over the answers has come; written by the reader, safe to poll from another thread.</summary>
internal sealed class ReadProgress
{
    private const long Unknown = -1;
    private long _rows;
    private long _bytes;
    private long _totalBytes = Unknown;

    /// <summary>Data rows read so far, to within a few thousand.</summary>
    public long Rows => Interlocked.Read(ref _rows);

    /// <summary>Bytes taken from the files so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The size of all files together; null before the start, and where one has no size, as standard input.</summary>
    public long? TotalBytes => Interlocked.Read(ref _totalBytes) is var total and not Unknown ? total : null;

    internal void Expect(long? totalBytes) => Interlocked.Exchange(ref _totalBytes, totalBytes ?? Unknown);

    internal void AddRows(long rows) => Interlocked.Add(ref _rows, rows);

    internal void AddBytes(long bytes) => Interlocked.Add(ref _bytes, bytes);
}
