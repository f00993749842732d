using System.Globalization;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>A series in order of time, one row a date, with a row without value for each date that is missing.</summary>
internal sealed class DatedSeries
{
    private const int NamedAtMost = 5;
    private const int MostMissing = 1000;
    private const int MostMissingToEachRow = 10;

    private DatedSeries(IReadOnlyList<PlotRow> rows, int missing, IReadOnlyList<string> cautions) => (Rows, Missing, Cautions) = (rows, missing, cautions);

    internal IReadOnlyList<PlotRow> Rows { get; }

    /// <summary>How many rows were put in.</summary>
    internal int Missing { get; }

    internal IReadOnlyList<string> Cautions { get; }

    /// <exception cref="InputException">A date has two rows, or far more dates are missing than are there.</exception>
    internal static DatedSeries Of(PlotData data)
    {
        if (!data.IsDated)
        {
            return new([.. data.Rows], 0, []);
        }

        PlotRow[] rows = [.. data.Rows.OrderBy(row => row.Day)];
        for (int i = 1; i < rows.Length; i++)
        {
            if (rows[i].Day == rows[i - 1].Day)
            {
                throw new InputException(
                    $"{rows[i].File}: lines {rows[i - 1].Line} and {rows[i].Line} are both of {rows[i].Label}; a chart has one point a date: "
                    + "choose rows with --where COLUMN=VALUE, or add them up first");
            }
        }

        if (rows.Length < 3 || DateSpacing.Of([.. rows.Select(row => row.Day!.Value)], data.Kind) is not { } spacing)
        {
            return new(rows, 0, rows.Length < 3 ? [] : ["The dates are not evenly spaced: missing ones cannot be told, and neighbours are taken as they come."]);
        }

        var all = new List<PlotRow> { rows[0] };
        var missing = new List<string>();
        for (int i = 1; i < rows.Length; i++)
        {
            foreach (DateOnly day in spacing.Between(rows[i - 1].Day!.Value, rows[i].Day!.Value))
            {
                string label = data.Kind is { } kind ? Period.Containing(day, kind).ToString() : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                missing.Add(label);
                all.Add(new PlotRow(rows[i].File, rows[i].Line, label, day, null, null));
                if (missing.Count > Math.Max(MostMissing, MostMissingToEachRow * rows.Length))
                {
                    throw new InputException(
                        $"{rows[i].File}: line {rows[i].Line}: more than {Show.Count(missing.Count - 1)} {spacing.Things} are missing before {rows[i].Label}; is a year mistyped?");
                }
            }

            all.Add(rows[i]);
        }

        return new(all, missing.Count, missing.Count == 0 ? [] : [Caution(missing, spacing.Things)]);
    }

    private static string Caution(List<string> missing, string things)
    {
        string names = string.Join(", ", missing.Take(NamedAtMost)) + (missing.Count > NamedAtMost ? $" and {Show.Count(missing.Count - NamedAtMost)} more" : "");
        return missing.Count == 1
            ? $"The {things[..^1]} {names} is not in the data: it is a gap, not a 0."
            : $"{Show.Count(missing.Count)} {things} are not in the data: they are gaps, not 0: {names}.";
    }
}
