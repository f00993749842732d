using System.Collections.Immutable;
using System.Globalization;

namespace CareMetrics.Cli;

/// <summary>Gathers survivors by cohort and period; what is bad is gathered too, so that one message tells all of it.</summary>
internal sealed class CohortSurvivors
{
    internal const int LastPeriod = 1000;

    private static readonly string PeriodAllowed = $"allowed are whole numbers from 0 (the start) to {LastPeriod}";
    private const string SurvivorsAllowed = "allowed are numbers of customers, 0 or more, with a point and without separators of thousands, or a blank where a period is not over";
    private const decimal MostCustomers = 9_007_199_254_740_992;

    private readonly Dictionary<string, Cohort> _cohorts = new(StringComparer.Ordinal);
    private readonly List<Cohort> _ordered = [];
    private readonly List<BadValues> _bad = [];
    private readonly Dictionary<string, BadValues> _badByColumn = new(StringComparer.Ordinal);

    /// <summary>The period of the row; null where it is bad, which is noted.</summary>
    internal int? Period(TableFile rows, int column)
    {
        string text = rows.Text(column);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int period) && period <= LastPeriod)
        {
            return period;
        }

        Refuse(rows, column, "periods", PeriodAllowed, text);
        return null;
    }

    /// <summary>Takes the number of one cohort at one period from the row; a blank is a period that is not over.</summary>
    internal void Add(string? name, int period, TableFile rows, int column)
    {
        Cohort cohort = CohortOf(name);
        string text = rows.Text(column);
        if (text.Length == 0)
        {
            return;
        }

        if (!Amount.TryRead(text, mayBePercent: false, out decimal survivors) || survivors is < 0 or > MostCustomers)
        {
            Refuse(rows, column, "numbers of customers", SurvivorsAllowed, text);
            return;
        }

        if (!cohort.Places.TryAdd(period, new Place((double)survivors, rows.Name, rows.Line, rows.Columns[column])))
        {
            throw InputErrors.CohortTwice(rows.Name, rows.Line, name, period, cohort.Places[period].Line);
        }
    }

    internal ImmutableArray<(string? Name, ImmutableArray<double> Survivors)> Finish(IReadOnlyList<string> files) =>
        BadValues.Error(files, [.. _bad]) is { } error ? throw error : [.. _ordered.Select(cohort => (cohort.Name, Check(files, cohort)))];

    private static ImmutableArray<double> Check(IReadOnlyList<string> files, Cohort cohort)
    {
        string file = string.Join(", ", files);
        Place? before = null;
        int expected = 0;
        foreach ((int period, Place place) in cohort.Places)
        {
            if (period != expected)
            {
                throw InputErrors.CohortGap(place.File, place.Line, cohort.Name, expected, period);
            }

            if (place.Survivors > before?.Survivors)
            {
                throw InputErrors.CohortGrows(place.File, place.Line, place.Column, place.Survivors, before.Value.Survivors, before.Value.Line);
            }

            (before, expected) = (place, expected + 1);
        }

        return before is null ? throw InputErrors.EmptyCohort(file, cohort.Name) : [.. cohort.Places.Values.Select(place => place.Survivors)];
    }

    private Cohort CohortOf(string? name)
    {
        if (!_cohorts.TryGetValue(name ?? "", out Cohort? cohort))
        {
            cohort = new Cohort(name);
            _cohorts.Add(name ?? "", cohort);
            _ordered.Add(cohort);
        }

        return cohort;
    }

    private void Refuse(TableFile rows, int column, string things, string allowed, string found)
    {
        string name = rows.Columns[column];
        if (!_badByColumn.TryGetValue(name, out BadValues? bad))
        {
            bad = new BadValues(name, things, allowed, null);
            _badByColumn.Add(name, bad);
            _bad.Add(bad);
        }

        bad.Add("unreadable", rows.Name, rows.Line, found);
    }

    private sealed record Cohort(string? Name)
    {
        public SortedDictionary<int, Place> Places { get; } = [];
    }

    private readonly record struct Place(double Survivors, string File, long Line, string Column);
}
