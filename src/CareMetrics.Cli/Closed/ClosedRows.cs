using System.Globalization;
using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Gathers what rows of closed periods say beside their counts, and holds them to be one for each period and group.</summary>
internal sealed class ClosedRows
{
    private static readonly (string Column, Func<RowCounts, long> Of)[] Counted =
    [
        ("detractors", row => row.Detractors), ("passives", row => row.Passives), ("promoters", row => row.Promoters),
        ("missing", row => row.Missing), (ClosedColumns.Invalid, row => row.Invalid), (ClosedColumns.Superseded, row => row.Superseded),
    ];

    private static readonly string[] OfCustomers = ["customers", "sumOfSquaredScores", "sumOfScoresTimesAnswers", "sumOfSquaredAnswers"];
    private static readonly string[] OfBefore = ["customersInBoth", "sumOfScoresTimesScores", "sumOfScoresTimesAnswers", "sumOfAnswersTimesScores", "sumOfAnswersTimesAnswers"];

    private readonly Dictionary<(Period Period, string Group), (string File, long Line)> _places = [];
    private readonly Dictionary<Period, string> _definitions = [];
    private readonly Dictionary<Period, NpsCustomerTally> _customers = [];
    private readonly Dictionary<Period, long[]> _before = [];
    private readonly Dictionary<Period, DateRange> _seen = [];
    private readonly Dictionary<Period, RowCounts> _totals = [];
    private readonly List<(Period Period, RowCounts Counts, string File, long Line)> _parts = [];

    /// <summary>Whether every total told the sums over its customers.</summary>
    public bool TotalsKnowCustomers { get; private set; } = true;

    /// <summary>Whether every group did.</summary>
    public bool GroupsKnowCustomers { get; private set; } = true;

    /// <returns>Null where the row has none.</returns>
    public static NpsCustomerTally? Customers(TableFile file, ClosedLayout layout, in RowCounts counts)
    {
        if (layout.Customers.All(column => file.Field(column).IsEmpty))
        {
            return null;
        }

        long[] sums = [.. layout.Customers.Select(column => Sum(file, column))];
        var answers = new NpsTally(counts.Detractors, counts.Passives, counts.Promoters);
        return Valid((file.Name, file.Line), ClosedColumns.Customers, sums, () => new NpsCustomerTally(answers, sums[0], sums[1], sums[2], sums[3]));
    }

    public void See(TableFile file, int periodColumn, ClosedLayout layout, in RowCounts row)
    {
        var period = Period.Parse(file.Text(periodColumn));
        foreach (int column in row.IsPart ? layout.Groups : [])
        {
            if (file.Field(column).IsEmpty)
            {
                throw InputErrors.BlankGroup(file.Name, file.Line, file.Columns[column]);
            }
        }

        string group = row.IsPart ? string.Join(" / ", layout.Groups.Select(file.Text)) : "";
        if (!_places.TryAdd((period, group), (file.Name, file.Line)))
        {
            (string firstFile, long firstLine) = _places[(period, group)];
            throw InputErrors.ClosedTwice(file.Name, file.Line, row.IsPart ? $"{period}, {Shown.Plain(group)}," : period.ToString(), firstFile, firstLine);
        }

        if (row.IsPart)
        {
            GroupsKnowCustomers &= row.Customers is not null;
            _parts.Add((period, row, file.Name, file.Line));
            return;
        }

        TotalsKnowCustomers &= row.Customers is not null;
        _totals.Add(period, row);
        string definition = file.Text(layout.Definition);
        _definitions.Add(period, definition.Length > 0 ? definition : throw InputErrors.NoDefinition(file.Name, file.Line));
        if (layout.Seen >= 0 && !file.Field(layout.Seen).IsEmpty)
        {
            _seen.Add(period, Seen(file, layout.Seen, period));
        }

        if (row.Customers is { } customers)
        {
            _customers.Add(period, customers);
            if (layout.Before.Any(column => !file.Field(column).IsEmpty))
            {
                _before.Add(period, [.. layout.Before.Select(column => Sum(file, column))]);
            }
        }
    }

    /// <param name="names">The files, as messages name them.</param>
    /// <param name="groupColumns">The columns of their groups.</param>
    public ClosedPeriods Periods(string names, IReadOnlyList<string> groupColumns)
    {
        foreach (IGrouping<Period, (Period Period, RowCounts Counts, string File, long Line)> parts in _parts.GroupBy(part => part.Period))
        {
            if (!_totals.TryGetValue(parts.Key, out RowCounts total))
            {
                throw InputErrors.NoTotal(names, parts.Key.ToString());
            }

            RequireParts(parts.Key, total, [.. parts]);
        }

        return new ClosedPeriods(_definitions, _before.Keys.Where(period => _customers.ContainsKey(period.Previous())).ToDictionary(period => period, Panel))
        {
            Names = names,
            Seen = _seen,
            GroupColumns = groupColumns,
        };
    }

    /// <summary>What was counted: one definition where all periods have one, else that they differ.</summary>
    public string Definition(ClosedPeriods closed)
    {
        string[] all = [.. _definitions.OrderBy(pair => pair.Key).Select(pair => pair.Value).Distinct(StringComparer.Ordinal)];
        return all.Length == 1 ? $"{all[0]}; {DefinitionText.OfClosed(closed)}" : $"{all.Length} definitions, the last {all[^1]}; {DefinitionText.OfClosed(closed)}";
    }

    private NpsPanelTally Panel(Period period)
    {
        long[] sums = _before[period];
        return Valid(_places[(period, "")], ClosedColumns.Before, sums, () => new NpsPanelTally(_customers[period.Previous()], _customers[period], sums[0], sums[1], sums[2], sums[3], sums[4]));
    }

    private static DateRange Seen(TableFile file, int column, Period period)
    {
        try
        {
            DateRange seen = DateRange.Parse(file.Text(column));
            return seen.First >= period.Start && seen.Last <= period.End ? seen : throw InputErrors.Seen(file.Name, file.Line, file.Text(column), period);
        }
        catch (FormatException)
        {
            throw InputErrors.Seen(file.Name, file.Line, file.Text(column), period);
        }
    }

    private static long Sum(TableFile file, int column) =>
        long.TryParse(file.Field(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long sum)
            ? sum
            : throw InputErrors.Count(file.Name, file.Line, file.Columns[column], file.Text(column));

    // Groups are apart, and a customer can be in two: what is counted adds up to the total at most, and customers are no more than its own.
    private void RequireParts(Period period, in RowCounts total, IReadOnlyList<(Period Period, RowCounts Counts, string File, long Line)> parts)
    {
        foreach ((string column, Func<RowCounts, long> of) in Counted)
        {
            Int128 sum = parts.Aggregate(Int128.Zero, (sum, part) => sum + of(part.Counts));
            if (sum > of(total))
            {
                (string file, long line) = _places[(period, "")];
                throw InputErrors.ClosedParts(file, line, period.ToString(), column, (long)Int128.Min(sum, long.MaxValue), of(total));
            }
        }

        if (total.Customers?.Customers is { } all && parts.FirstOrDefault(part => part.Counts.Customers?.Customers > all) is { File: { } its } larger)
        {
            throw InputErrors.ClosedPart(its, larger.Line, period.ToString(), ClosedColumns.Customers[0], larger.Counts.Customers!.Value.Customers, all);
        }
    }

    // What the library calls its arguments, the columns are in their order.
    private static TTally Valid<TTally>((string File, long Line) place, IReadOnlyList<string> columns, long[] found, Func<TTally> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException problem)
        {
            int at = Math.Max(0, Array.IndexOf(columns == ClosedColumns.Customers ? OfCustomers : OfBefore, problem.ParamName));
            string[] said = problem.Message.Split(" (Parameter '")[0].Split("; ", 2);
            throw InputErrors.ClosedSum(place.File, place.Line, columns[at], found[at].ToString(CultureInfo.InvariantCulture), said.ElementAtOrDefault(1));
        }
    }
}
