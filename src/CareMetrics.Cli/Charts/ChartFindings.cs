using System.Globalization;
using CareMetrics.Baseline;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>A chart of a file's series, and what it rests on.</summary>
internal sealed record ChartFindings
{
    private static readonly string[] ArgumentNames = ["options.Rebases", "options.BaselineFrom", "options.BaselineTo"];

    public required ControlChart Chart { get; init; }

    public required PlotData Data { get; init; }

    public required DatedSeries Series { get; init; }

    public required string Definition { get; init; }

    public bool IsPercent => Chart.Kind is ChartKind.P or ChartKind.PPrime;

    public IReadOnlyList<string> Cautions => [.. Series.Cautions, .. Chart.Cautions.Select(caution => caution.Detail)];

    /// <exception cref="InputException">The data does not make a chart.</exception>
    /// <exception cref="UsageException">A point that was named is not there.</exception>
    public static ChartFindings Of(PlotData data, ChartKind kind, ChartOptions options, IReadOnlyList<string> files)
    {
        string named = string.Join(", ", files.Select(AnswerReader.Name));
        if (data.Rows.Count == 0)
        {
            throw new InputException($"{named}: none of {data.Read} rows is one where {string.Join(" and ", data.Filters)}");
        }

        CheckCounts(data, kind);
        DatedSeries series = DatedSeries.Of(data);
        ChartOptions resolved = options with
        {
            Rebases = [.. options.Rebases.Select(name => Resolve(series.Rows, "--rebase", name))],
            BaselineFrom = options.BaselineFrom is { } from ? Resolve(series.Rows, "--baseline", from) : null,
            BaselineTo = options.BaselineTo is { } to ? Resolve(series.Rows, "--baseline", to) : null,
        };
        try
        {
            ControlChart chart = ControlChart.Of(kind, series.Rows.Select(row => new ChartObservation(row.Label, row.Value, row.Denominator)), resolved);
            return new ChartFindings { Chart = chart, Data = data, Series = series, Definition = Define(data, chart, named) };
        }
        catch (ArgumentException problem) when (ArgumentNames.Contains(problem.ParamName))
        {
            string message = OptionText.Problem(problem);
            string option = problem.ParamName == ArgumentNames[0] ? "--rebase" : "--baseline";
            throw new UsageException(message.StartsWith(problem.ParamName!, StringComparison.Ordinal) ? option + message[problem.ParamName!.Length..] : message);
        }
        catch (Exception problem) when (problem is ArgumentException or OverflowException)
        {
            throw new InputException($"{named}: {(problem is ArgumentException argument ? OptionText.Problem(argument) : problem.Message)}");
        }
    }

    /// <summary>A point by its own name, or by the period that holds it alone, or by a day of its period.</summary>
    private static string Resolve(IReadOnlyList<PlotRow> rows, string option, string name)
    {
        if (rows.Any(row => row.Label == name) || !rows.Any(row => row.Day is not null))
        {
            return name;
        }

        string[] inside = Period.TryParse(name, out Period period) ? [.. rows.Where(row => row.Day is { } day && period.Contains(day)).Select(row => row.Label!)]
            : DateOnly.TryParseExact(name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly wanted)
                ? [.. rows.Where(row => Period.TryParse(row.Label, out Period own) && own.Contains(wanted)).Select(row => row.Label!)]
            : [];
        return inside.Length switch
        {
            0 => name,
            1 => inside[0],
            _ => throw new UsageException($"{option} names {name}, in which lie {inside.Length} points, {inside[0]} to {inside[^1]}; name one of them"),
        };
    }

    private static void CheckCounts(PlotData data, ChartKind kind)
    {
        bool isProportion = kind is ChartKind.P or ChartKind.PPrime;
        foreach (PlotRow row in data.Rows)
        {
            if (row is { Value: { } count, Denominator: { } whole } && ((isProportion && count > whole) || (whole == 0 && count > 0)))
            {
                throw new InputException(
                    $"{row.File}: line {row.Line}: {Shown.Plain(data.ValueColumn)} is {Plain(count)} with {Shown.Plain(data.DenominatorColumn!)} {Plain(whole)}; "
                    + (isProportion ? "a numerator lies from 0 to its denominator" : "where there is no exposure there is no count"));
            }
        }
    }

    private static string Define(PlotData data, ControlChart chart, string files)
    {
        string what = data.DenominatorColumn is { } whole
            ? $"column {Shown.Quoted(data.ValueColumn)} {(chart.Kind is ChartKind.P or ChartKind.PPrime ? "of" : "for")} column {Shown.Quoted(whole)}"
            : $"column {Shown.Quoted(data.ValueColumn)}";
        string order = data.NameColumn is not { } name ? "rows in the order of the file"
            : data.IsDated ? $"in order of {Shown.Quoted(name)}"
            : $"rows in the order of the file, named by {Shown.Quoted(name)}";
        string filters = data.Filters.Count == 0 ? "" : $", only where {string.Join(" and ", data.Filters)}";
        return $"{ChartNames.Of(chart.Kind)} chart of {what} in {files}{filters}, {order}; {chart.Options}";
    }

    private static string Plain(double number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Charts as arguments and people name them.</summary>
internal static class ChartNames
{
    public static (string Name, ChartKind Kind)[] Kinds { get; } =
        [("xmr", ChartKind.Xmr), ("p", ChartKind.P), ("u", ChartKind.U), ("p-prime", ChartKind.PPrime), ("u-prime", ChartKind.UPrime)];

    public static string Of(ChartKind kind) => kind switch
    {
        ChartKind.Xmr => "XmR",
        ChartKind.P => "p",
        ChartKind.U => "u",
        ChartKind.PPrime => "p′",
        _ => "u′",
    };
}
