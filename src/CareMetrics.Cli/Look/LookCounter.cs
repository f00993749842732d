using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CareMetrics.Cli;

/// <summary>Looks at every value of every row once. Memory grows with the customers; for all else it is bounded.</summary>
internal sealed class LookCounter : ITableVisitor
{
    /// <summary>So many rows are told apart, to find those that stand there twice.</summary>
    internal const int MostRows = 2_000_000;

    private const int MostValues = 50_000;
    private const int MostValuesOfAll = 500_000;
    private const int FewestValues = 1_000;

    private readonly HashSet<UInt128> _known = [];
    private readonly Interner _customers = new();
    private readonly List<int> _rowsOf = [];
    private ColumnProfile[]? _columns;
    private int[] _places = [];
    private int _customer = -1;

    public IReadOnlyList<ColumnProfile> Columns => _columns!;

    /// <summary>The first file as messages name it.</summary>
    public string File { get; private set; } = "";

    public char Separator { get; private set; }

    public string Encoding { get; private set; } = "";

    public long Rows { get; private set; }

    /// <summary>Rows that are the same as an earlier one, to the last letter.</summary>
    public long Repeated { get; private set; }

    public (string File, long Line)? FirstRepeated { get; private set; }

    /// <summary>Whether all rows were told apart.</summary>
    public bool IsWhole => Rows <= MostRows;

    /// <summary>The rows of each customer; empty where no column has the usual name of one.</summary>
    public ReadOnlySpan<int> RowsOfCustomers => CollectionsMarshal.AsSpan(_rowsOf);

    public void Begin(TableFile file)
    {
        var finder = new ColumnFinder(file.Name, file.Columns);
        if (_columns is null)
        {
            int most = Math.Clamp(MostValuesOfAll / file.Columns.Count, FewestValues, MostValues);
            _columns = [.. file.Columns.Select(name => new ColumnProfile(name, most))];
            _places = [.. Enumerable.Range(0, _columns.Length)];
            (File, Separator, Encoding) = (file.Name, file.Separator, file.EncodingName);
        }
        else if (!file.Columns.SequenceEqual(_columns.Select(column => column.Name), StringComparer.Ordinal))
        {
            _places = [.. _columns.Select(column => finder.Require(column.Name))];
        }

        string[] customers = [.. _columns.Select(column => column.Name).Where(name => UsualNames.Customer.Any(usual => UsualNames.Same(usual, name)))];
        _customer = customers.Length == 1 ? finder.Require(customers[0]) : -1;
    }

    public void Count(TableFile file)
    {
        Rows++;
        for (int i = 0; i < _places.Length; i++)
        {
            _columns![i].See(file, _places[i]);
        }

        if (Rows <= MostRows)
        {
            SeeRow(file);
        }

        if (_customer >= 0 && file.Field(_customer) is { IsEmpty: false } customer)
        {
            if (!_customers.TryGet(customer, out int id))
            {
                id = _customers.Add(customer);
                _rowsOf.Add(0);
            }

            _rowsOf[id]++;
        }
    }

    private void SeeRow(TableFile file)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(file.Raw, hash);
        if (!_known.Add(MemoryMarshal.Read<UInt128>(hash)))
        {
            Repeated++;
            FirstRepeated ??= (file.Name, file.Line);
        }
    }
}
