using System.Runtime.InteropServices;
using CareMetrics.Nps;

namespace CareMetrics.Cli;

/// <summary>The cells of one way of grouping, or of the total, by period.</summary>
internal sealed class CellSet(Grouping? grouping, bool hasOneCell, NpsScale scale, bool knowsCustomers)
{
    private readonly List<CellCounts> _cells = [];
    private readonly Dictionary<long, int> _ids = [];
    private readonly CustomerTable _customers = new();
    private CustomerAnswers[] _customersOfOneCell = [];

    internal Grouping? Grouping => grouping;

    /// <summary>Whether it is told whose answers they are.</summary>
    internal bool KnowsCustomers => knowsCustomers;

    /// <summary>The customers, where there may be several cells.</summary>
    internal CustomerTable Customers => _customers;

    internal IReadOnlyList<CellCounts> Cells => _cells;

    internal CellCounts this[int cell] => _cells[cell];

    /// <summary>The cell in which the row read last stands.</summary>
    internal int IndexOf(int period) => IndexOf(period, grouping?.Current ?? CellCounts.Total);

    internal int IndexOf(int period, int group)
    {
        long key = ((long)period << 32) | (uint)group;
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, key, out bool isKnown);
        if (!isKnown)
        {
            id = _cells.Count;
            _cells.Add(new CellCounts(period, group, scale));
        }

        return id;
    }

    internal void Add(int cell, int score, NpsCategory category, int customer)
    {
        if (!hasOneCell)
        {
            _cells[cell].Add(score, category, ref _customers[customer, cell]);
            return;
        }

        // With one cell the customer's number is the place, and no table is needed.
        if (customer >= _customersOfOneCell.Length)
        {
            Array.Resize(ref _customersOfOneCell, Math.Max(1 << 10, 2 * customer));
        }

        _cells[cell].Add(score, category, ref _customersOfOneCell[customer]);
    }
}
