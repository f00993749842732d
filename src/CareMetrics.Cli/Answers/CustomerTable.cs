using System.Numerics;

namespace CareMetrics.Cli;

/// <summary>The answers of each customer in each cell: sixteen bytes each, found with one look where the general table needs two.</summary>
internal sealed class CustomerTable
{
    private const uint Spread = 0x9E3779B1;
    private const uint SpreadOfCells = 0x85EBCA6B;

    private Entry[] _entries = new Entry[1 << 10];
    private int _used;

    /// <summary>The place of a customer's answers in a cell, valid until the next is asked for.</summary>
    internal ref CustomerAnswers this[int customer, int cell]
    {
        get
        {
            if (_used >= _entries.Length / 4 * 3)
            {
                Grow();
            }

            ref Entry entry = ref Find(_entries, customer, cell);
            if (entry.IsFree)
            {
                entry.CustomerFromOne = customer + 1;
                entry.Cell = cell;
                _used++;
            }

            return ref entry.Answers;
        }
    }

    /// <summary>Visits every customer's answers in every cell.</summary>
    internal void ForEach(Action<int, int, CustomerAnswers> visit)
    {
        foreach (ref readonly Entry entry in _entries.AsSpan())
        {
            if (!entry.IsFree)
            {
                visit(entry.CustomerFromOne - 1, entry.Cell, entry.Answers);
            }
        }
    }

    private static ref Entry Find(Entry[] entries, int customer, int cell)
    {
        int shift = 32 - BitOperations.Log2((uint)entries.Length);
        uint place = ((uint)customer * Spread ^ (uint)cell * SpreadOfCells) * Spread >> shift;
        while (true)
        {
            ref Entry entry = ref entries[place];
            if (entry.IsFree || (entry.CustomerFromOne == customer + 1 && entry.Cell == cell))
            {
                return ref entry;
            }

            place = (place + 1) & (uint)(entries.Length - 1);
        }
    }

    private void Grow()
    {
        var larger = new Entry[checked(_entries.Length * 2)];
        foreach (ref readonly Entry entry in _entries.AsSpan())
        {
            if (!entry.IsFree)
            {
                Find(larger, entry.CustomerFromOne - 1, entry.Cell) = entry;
            }
        }

        _entries = larger;
    }

    private struct Entry
    {
        /// <summary>The customer's number and one, so that an entry of zeros is free.</summary>
        internal int CustomerFromOne;

        internal int Cell;

        internal CustomerAnswers Answers;

        internal readonly bool IsFree => CustomerFromOne == 0;
    }
}
