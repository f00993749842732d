using System.Numerics;
using System.Text;

namespace CareMetrics.Cli;

/// <summary>Numbers distinct values from 0 in the order first met; a value seen before costs no allocation.</summary>
/// <remarks>All values stand in one array of bytes: millions of customers are no objects for the collector to visit.</remarks>
internal sealed class Interner
{
    private Slot[] _slots = new Slot[1 << 4];
    private byte[] _values = new byte[1 << 8];
    private int _used;

    internal int Count { get; private set; }

    internal bool TryGet(ReadOnlySpan<byte> value, out int id)
    {
        ref readonly Slot slot = ref Find(_slots, Hash(value), value);
        id = slot.IdFromOne - 1;
        return slot.IdFromOne > 0;
    }

    /// <summary>Numbers a value that has none.</summary>
    internal int Add(ReadOnlySpan<byte> value)
    {
        if (Count >= _slots.Length / 4 * 3)
        {
            Grow();
        }

        uint hash = Hash(value);
        int id = Count++;
        Find(_slots, hash, value) = new Slot { Hash = hash, IdFromOne = id + 1, Start = _used, Length = value.Length };
        if (value.Length > _values.Length - _used)
        {
            Array.Resize(ref _values, (int)Math.Min(Array.MaxLength, Math.Max((long)_used + value.Length, 2L * _values.Length)));
        }

        value.CopyTo(_values.AsSpan(_used));
        _used += value.Length;
        return id;
    }

    /// <summary>A value by its number; looked for in all, so for messages alone.</summary>
    internal string Text(int id)
    {
        Slot slot = Array.Find(_slots, slot => slot.IdFromOne == id + 1);
        return Encoding.UTF8.GetString(_values, slot.Start, slot.Length);
    }

    private static uint Hash(ReadOnlySpan<byte> value)
    {
        // Seeded per process: no file can be made of values that collide.
        HashCode hash = default;
        hash.AddBytes(value);
        return (uint)hash.ToHashCode();
    }

    /// <summary>The slot of a value, or the free one where it belongs.</summary>
    private ref Slot Find(Slot[] slots, uint hash, ReadOnlySpan<byte> value)
    {
        uint place = hash >> (32 - BitOperations.Log2((uint)slots.Length));
        while (true)
        {
            ref Slot slot = ref slots[place];
            if (slot.IdFromOne == 0 || (slot.Hash == hash && value.SequenceEqual(_values.AsSpan(slot.Start, slot.Length))))
            {
                return ref slot;
            }

            place = (place + 1) & (uint)(slots.Length - 1);
        }
    }

    private void Grow()
    {
        var larger = new Slot[checked(_slots.Length * 2)];
        foreach (ref readonly Slot slot in _slots.AsSpan())
        {
            if (slot.IdFromOne > 0)
            {
                Find(larger, slot.Hash, _values.AsSpan(slot.Start, slot.Length)) = slot;
            }
        }

        _slots = larger;
    }

    private struct Slot
    {
        internal uint Hash;

        /// <summary>The value's number and one, so that a slot of zeros is free.</summary>
        internal int IdFromOne;

        internal int Start;

        internal int Length;
    }
}
