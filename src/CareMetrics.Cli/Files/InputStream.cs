using System.Security.Cryptography;

namespace CareMetrics.Cli;

/// <summary>A file or standard input on its way to the parser: counts its bytes, stops when cancelled, notes a UTF-16 or UTF-32 mark.</summary>
internal sealed class InputStream(Stream source, ReadProgress? progress, CancellationToken cancellation, bool withHash = false) : Stream
{
    private readonly IncrementalHash? _hash = withHash ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    private bool _started;

    /// <summary>The file is in an encoding of two or four bytes a letter, by its byte order mark.</summary>
    internal bool IsWide { get; private set; }

    /// <summary>The hash of what was read, once; null where none is made.</summary>
    internal string? Sha256() => _hash is null ? null : Convert.ToHexStringLower(_hash.GetHashAndReset());

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        int read = source.Read(buffer);
        if (!_started && read > 0)
        {
            _started = true;

            // A pipe may deliver one byte; the mark must be seen whole.
            if (read < 4 && buffer.Length >= 4)
            {
                read += source.ReadAtLeast(buffer[read..], 4 - read, throwOnEndOfStream: false);
            }

            ReadOnlySpan<byte> start = buffer[..read];
            IsWide = start.StartsWith<byte>([0xFF, 0xFE]) || start.StartsWith<byte>([0xFE, 0xFF]) || start.StartsWith<byte>([0, 0, 0xFE, 0xFF]);
        }

        _hash?.AppendData(buffer[..read]);
        progress?.AddBytes(read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
            _hash?.Dispose();
        }

        base.Dispose(disposing);
    }
}
