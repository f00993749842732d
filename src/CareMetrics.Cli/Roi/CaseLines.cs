using System.Globalization;
using CareMetrics.Roi;

namespace CareMetrics.Cli;

/// <summary>Makes benefits and costs of rows; what is bad is gathered, so that one message tells all of it.</summary>
internal sealed class CaseLines(CaseQuery query)
{
    internal const int LastPeriod = 1000;

    private const string NumberAllowed = "allowed are numbers such as 1234.50, with a point and without separators of thousands";
    private const string ShareAllowed = "allowed are fractions from 0 to 1, or percents such as 50%";

    private readonly CaseColumn _name = new(CaseNames.Name, "name", "names", "every line needs a name", isNeeded: true);
    private readonly CaseColumn _kind = new(CaseNames.Kind, "kind", "kinds of lines", "allowed are benefit, initial, running, save", isNeeded: true);
    private readonly CaseColumn _period = new(
        CaseNames.Period, "period", "periods", $"allowed are whole numbers from 0 (now) to {LastPeriod}, or a span such as 1-3 or 1..3");
    private readonly CaseColumn _quantity = new(CaseNames.Quantity, "quantity", "quantities", NumberAllowed + "; a cost's is 0 or more");
    private readonly CaseColumn _unitValue = new(CaseNames.UnitValue, "unit value", "unit values", NumberAllowed + "; a cost's is 0 or more");
    private readonly CaseColumn _low = new(CaseNames.Low, "low value", "low values", NumberAllowed + "; a cost's is 0 or more");
    private readonly CaseColumn _likely = new(CaseNames.Likely, "likely value", "likely values", NumberAllowed + "; a cost's is 0 or more");
    private readonly CaseColumn _high = new(CaseNames.High, "high value", "high values", NumberAllowed + "; a cost's is 0 or more");
    private readonly CaseColumn _attribution = new(CaseNames.Attribution, "attribution", "attributions", ShareAllowed);
    private readonly CaseColumn _confidence = new(CaseNames.Confidence, "confidence", "confidences", ShareAllowed);
    private readonly CaseColumn _basis = new(CaseNames.Basis, "basis", "bases", "");
    private readonly CaseColumn _currency = new(CaseNames.Currency, "currency", "currencies", "");
    private readonly List<BenefitLine> _benefits = [];
    private readonly List<CostLine> _costs = [];
    private readonly List<string> _problems = [];
    private string? _firstCurrency = query.Currency;
    private string _currencyFrom = "--currency";

    private IEnumerable<CaseColumn> Columns =>
        [_name, _kind, _period, _quantity, _unitValue, _low, _likely, _high, _attribution, _confidence, _basis, _currency];

    internal void Begin(TableFile file)
    {
        foreach (CaseColumn column in Columns)
        {
            column.Locate(file);
        }
    }

    internal void Add(TableFile file)
    {
        if (_name.Text(file) is not { Length: > 0 } name)
        {
            _name.Refuse(file, "blank", "");
            return;
        }

        string kind = _kind.Text(file);
        bool isBenefit = UsualNames.Same(kind, "benefit");
        CostKind? cost = CostKindOf(kind);
        if (!isBenefit && cost is null)
        {
            _kind.Refuse(file, "unknown", kind);
            return;
        }

        decimal? least = isBenefit ? null : 0;
        (int first, int count) = ReadPeriods(file);
        decimal attribution = _attribution.Number(file, mayBePercent: true, 0, 1) ?? 1;
        decimal confidence = _confidence.Number(file, mayBePercent: true, 0, 1) ?? 1;
        string basis = _basis.Text(file);
        CheckCurrency(file);
        if (ReadFactors(file, least) is not { } factors)
        {
            return;
        }

        if (isBenefit && basis.Length == 0)
        {
            Problem(file, $"the benefit has no basis; name in column \"{_basis.Name}\" whose money it is, such as customer margin");
        }
        else if (isBenefit)
        {
            _benefits.Add(new BenefitLine
            {
                Name = name,
                Quantity = factors.Quantity,
                UnitValue = factors.UnitValue,
                Basis = basis,
                Attribution = attribution,
                Confidence = confidence,
                Period = first,
                Periods = count,
            });
        }
        else if (confidence != 1 || basis.Length > 0)
        {
            (CaseColumn column, string found) = confidence != 1 ? (_confidence, _confidence.Text(file)) : (_basis, basis);
            Problem(file, $"column {Shown.Quoted(column.Name)}: found {Shown.Quoted(found)}; a cost has none, leave it blank");
        }
        else
        {
            _costs.Add(new CostLine
            {
                Name = name,
                Kind = cost!.Value,
                Quantity = factors.Quantity,
                UnitCost = factors.UnitValue,
                Attribution = attribution,
                Period = first,
                Periods = count,
            });
        }
    }

    internal BusinessCase Finish(IReadOnlyList<string> files)
    {
        if (BadValues.Error(files, [.. Columns.Select(column => column.Bad).OfType<BadValues>()]) is { } error)
        {
            throw error;
        }

        if (_problems.Count > 0)
        {
            throw new InputException(_problems[0] + (_problems.Count == 1 ? "" : $" (and {_problems.Count - 1} more of such problems)"));
        }

        return new BusinessCase { Currency = _firstCurrency, Benefits = [.. _benefits], Costs = [.. _costs] };
    }

    // A range stands for the factor that is left blank.
    private (Assumption Quantity, Assumption UnitValue)? ReadFactors(TableFile file, decimal? least)
    {
        bool hasQuantity = _quantity.Text(file).Length > 0;
        bool hasUnit = _unitValue.Text(file).Length > 0;
        bool[] ends = [_low.Text(file).Length > 0, _likely.Text(file).Length > 0, _high.Text(file).Length > 0];
        decimal? quantity = _quantity.Number(file, least: least);
        decimal? unit = _unitValue.Number(file, least: least);
        decimal? low = _low.Number(file, least: least);
        decimal? likely = _likely.Number(file, least: least);
        decimal? high = _high.Number(file, least: least);
        bool hasRange = ends.Contains(true);
        string? problem = hasRange && ends.Contains(false) ? "low, likely and high are not all given; they go together"
            : hasRange && hasQuantity && hasUnit
                ? "quantity, unit value and low, likely, high are all given; leave blank the quantity or the unit value, whichever low, likely and high stand for"
            : !hasRange && !hasUnit ? "there is no unit value; needed is one, or low, likely and high in its place"
            : low > likely || likely > high
                ? $"low {_low.Text(file)}, likely {_likely.Text(file)} and high {_high.Text(file)} are out of order; needed is low <= likely <= high"
            : null;
        if (problem is not null)
        {
            Problem(file, problem);
            return null;
        }

        if ((hasQuantity && quantity is null) || (hasUnit && unit is null) || (hasRange && (low is null || likely is null || high is null)))
        {
            return null;
        }

        Assumption? range = hasRange ? new Assumption(query.Shape, likely!.Value, low, high) : null;
        return hasUnit && !hasQuantity && range is not null
            ? (range, Assumption.Of(unit!.Value))
            : (Assumption.Of(quantity ?? 1), range ?? Assumption.Of(unit!.Value));
    }

    private (int First, int Count) ReadPeriods(TableFile file)
    {
        string text = _period.Text(file);
        if (text.Length == 0)
        {
            return (0, 1);
        }

        string[] ends = text.Split(["..", "-", "–"], 2, StringSplitOptions.TrimEntries);
        bool isRead = int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first);
        int last = first;
        isRead = isRead && (ends.Length == 1 || int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out last));
        if (!isRead || first > last || last > LastPeriod)
        {
            _period.Refuse(file, isRead ? "outside the range" : "unreadable", text);
            return (0, 1);
        }

        return (first, last - first + 1);
    }

    private void CheckCurrency(TableFile file)
    {
        string found = _currency.Text(file);
        if (found.Length == 0)
        {
            return;
        }

        if (_firstCurrency is null)
        {
            (_firstCurrency, _currencyFrom) = (found, $"line {file.Line}");
        }
        else if (!string.Equals(found, _firstCurrency, StringComparison.Ordinal))
        {
            Problem(file, $"column {Shown.Quoted(_currency.Name)}: found {Shown.Quoted(found)} after {Shown.Quoted(_firstCurrency)} ({_currencyFrom}); a case has one currency");
        }
    }

    private void Problem(TableFile file, string what) => _problems.Add($"{file.Name}: line {file.Line}: {what}");

    private static CostKind? CostKindOf(string text) =>
        UsualNames.Same(text, "initial") ? CostKind.Initial
        : UsualNames.Same(text, "running") ? CostKind.Running
        : UsualNames.Same(text, "save") || UsualNames.Same(text, "per save") ? CostKind.PerSave
        : null;
}
