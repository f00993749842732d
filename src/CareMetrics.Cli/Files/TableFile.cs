using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace CareMetrics.Cli;

/// <summary>One delimited file, row by row. Fields are bytes of UTF-8, without surrounding spaces, valid until the next row.</summary>
internal sealed class TableFile : IDisposable
{
    private const int LongestRow = 1 << 24;
    private const int RowsPerReport = 1 << 12;

    private readonly InputStream _stream;
    private readonly CsvReader _reader;
    private readonly Func<bool> _readRecord;
    private readonly string _encoding;
    private readonly bool _isTranscoded;
    private readonly ReadProgress? _progress;
    private readonly CancellationToken _cancellation;

    internal TableFile(string name, Stream source, AnswerQuery query, ReadProgress? progress, CancellationToken cancellation)
    {
        Name = name;
        _progress = progress;
        _cancellation = cancellation;
        _isTranscoded = query.Encoding is not null and not UTF8Encoding;
        _encoding = _isTranscoded ? query.Encoding!.WebName : "UTF-8";
        _stream = new InputStream(source, progress, cancellation, query.WithHashes);
        _reader = CsvReader.Create(_stream, Options(query), leaveOpen: false);
        _readRecord = _reader.Read;
        try
        {
            Columns = [.. Guarded(() => _reader.Headers).Select(column => column.Trim())];
        }
        catch
        {
            Dispose();
            throw;
        }

        if (Columns.Count == 0 || (Columns.Count == 1 && Columns[0].Length == 0))
        {
            Dispose();
            throw InputErrors.Empty(name, query.RowIs);
        }
    }

    /// <summary>The file as messages name it.</summary>
    internal string Name { get; }

    /// <summary>The names in the header, without surrounding spaces.</summary>
    internal IReadOnlyList<string> Columns { get; }

    /// <summary>The line of the file in which the row starts, from 1.</summary>
    internal long Line => _reader.LineNumber;

    internal long Rows { get; private set; }

    /// <summary>What stands between the columns.</summary>
    internal char Separator => _reader.Separator;

    /// <summary>The row as it stands in the file, without the end of its line; valid until the next row.</summary>
    internal ReadOnlySpan<byte> Raw => _reader.RawRecord;

    /// <summary>The encoding in which fields are taken to be, as messages name it.</summary>
    internal string EncodingName => _stream.IsWide ? "UTF-16" : _encoding;

    /// <summary>Goes to the next row that is not blank.</summary>
    internal bool Read()
    {
        while (Guarded(_readRecord))
        {
            if (_reader.FieldCount != Columns.Count)
            {
                if (_reader.RawRecord.Trim(" \t"u8).IsEmpty)
                {
                    continue;
                }

                throw InputErrors.FieldCount(Name, Line, _reader.FieldCount, Columns.Count);
            }

            if (++Rows % RowsPerReport == 0)
            {
                _progress?.AddRows(RowsPerReport);
                _cancellation.ThrowIfCancellationRequested();
            }

            return true;
        }

        _progress?.AddRows(Rows % RowsPerReport);
        return false;
    }

    /// <summary>The hash of the bytes read so far, once; null where none is asked for.</summary>
    internal string? Sha256() => _stream.Sha256();

    internal ReadOnlySpan<byte> Field(int column)
    {
        ReadOnlySpan<byte> field = _reader.GetSpan(column);
        return field.IsEmpty || (field[0] > ' ' && field[^1] > ' ') ? field : field.Trim(" \t\r\n"u8);
    }

    /// <summary>A field as text.</summary>
    /// <exception cref="InputException">It holds bytes that mean nothing in the file's encoding.</exception>
    internal string Text(int column) => TryText(column, out string text)
        ? text
        : throw InputErrors.Undecodable(Name, Line, Columns[column], text, EncodingName);

    /// <summary>A field as text, with U+FFFD for bytes that mean nothing in the file's encoding.</summary>
    /// <returns>Whether there are none of these.</returns>
    internal bool TryText(int column, out string text)
    {
        ReadOnlySpan<byte> field = Field(column);
        text = Encoding.UTF8.GetString(field);
        bool isLost = _isTranscoded || _stream.IsWide
            ? text.Contains('\uFFFF') || (_stream.IsWide && text.Contains('\uFFFD'))
            : !Utf8.IsValid(field);
        text = isLost ? text.Replace('\uFFFF', '\uFFFD') : text;
        return !isLost;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private CsvReaderOptions Options(AnswerQuery query) => new()
    {
        Separator = query.Delimiter,
        Encoding = _isTranscoded ? Marking(query.Encoding!) : null,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRow,

        // A stray quote in a column that nobody uses is harmless; one that never closes has swallowed rows.
        OnMalformedRecord = record =>
        {
            if (record.Reason == CsvMalformedReason.UnterminatedQuote)
            {
                throw InputErrors.UnclosedQuote(Name, record.LineNumber);
            }
        },
    };

    /// <summary>The encoding with U+FFFF, which no text holds, for what cannot be decoded: only a field that is used may complain.</summary>
    private static Encoding Marking(Encoding encoding)
    {
        var marking = (Encoding)encoding.Clone();
        marking.DecoderFallback = new DecoderReplacementFallback("\uFFFF");
        return marking;
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException cause)
        {
            throw InputErrors.RowTooLong(Name, Math.Max(1, cause.LineNumber), LongestRow);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw InputErrors.Unreadable(Name, cause);
        }
    }
}
