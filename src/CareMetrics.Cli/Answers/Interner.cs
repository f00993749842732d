using System.Diagnostics.CodeAnalysis;

namespace CareMetrics.Cli.Answers;

/// <summary>Numbers distinct values from 0 in the order first met; a value seen before costs no allocation.</summary>
internal sealed class Interner
{
    private readonly Dictionary<byte[], int> _ids;
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    internal Interner()
    {
        _ids = new Dictionary<byte[], int>(BytesComparer.Instance);
        _lookup = _ids.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    internal int Count => _ids.Count;

    internal bool TryGet(ReadOnlySpan<byte> value, out int id) => _lookup.TryGetValue(value, out id);

    internal int Add(ReadOnlySpan<byte> value)
    {
        int id = _ids.Count;
        _ids.Add(value.ToArray(), id);
        return id;
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        internal static BytesComparer Instance { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            // Seeded per process: a file cannot be made of colliding values.
            HashCode hash = default;
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
