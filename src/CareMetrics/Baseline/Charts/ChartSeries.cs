namespace CareMetrics.Baseline;

/// <summary>The observations of a chart in columns, checked; a gap is NaN.</summary>
internal sealed class ChartSeries
{
    private readonly string?[]? _labels;

    private ChartSeries(ChartKind kind, double[] values, string?[]? labels, double[] counts, double[] denominators) =>
        (Kind, Values, _labels, Counts, Denominators) = (kind, values, labels, counts, denominators);

    internal ChartKind Kind { get; }

    internal int Length => Values.Length;

    /// <summary>The argument that it came in.</summary>
    internal string Parameter => _labels is null ? "values" : "observations";

    /// <summary>What is plotted.</summary>
    internal double[] Values { get; }

    /// <summary>The counts of the values; empty on an XmR chart, and in gaps without meaning.</summary>
    internal double[] Counts { get; }

    /// <summary>The denominators of the values; empty on an XmR chart, and in gaps without meaning.</summary>
    internal double[] Denominators { get; }

    internal static ChartSeries Of(ReadOnlySpan<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw Errors.NotFinite(nameof(values), i, values[i]);
            }
        }

        return new(ChartKind.Xmr, values.ToArray(), null, [], []);
    }

    internal static ChartSeries Of(ChartKind kind, IEnumerable<ChartObservation> observations)
    {
        ChartObservation[] all = [.. observations];
        bool isXmr = kind == ChartKind.Xmr;
        double[] values = new double[all.Length];
        double[] counts = new double[all.Length];
        double[] denominators = new double[all.Length];
        string?[] labels = new string?[all.Length];
        for (int i = 0; i < all.Length; i++)
        {
            labels[i] = all[i].Label;
            values[i] = isXmr ? Single(all[i], i) : Ratio(all[i], i, kind is ChartKind.P or ChartKind.PPrime);
            (counts[i], denominators[i]) = (all[i].Value ?? 0, all[i].Denominator ?? 0);
        }

        return new(kind, values, labels, counts, denominators);
    }

    internal string? LabelOf(int index) => _labels?[index];

    internal string NameOf(int index) => LabelOf(index) ?? Errors.Show(index + 1);

    /// <summary>The index of the one point of a name.</summary>
    /// <exception cref="ArgumentException">No point has it, or two have.</exception>
    internal int IndexOf(string name, string parameter)
    {
        int found = -1;
        for (int i = 0; i < Length; i++)
        {
            if (NameOf(i) == name)
            {
                found = found < 0 ? i : throw Errors.PointTwice(parameter, name, found, i);
            }
        }

        return found >= 0 ? found : throw Errors.PointUnknown(parameter, name, NameOf(0), NameOf(Length - 1));
    }

    private static double Single(ChartObservation observation, int index) => observation.Denominator is null
        ? observation.Value ?? double.NaN
        : throw Errors.DenominatorOnXmr(index, observation.Denominator.Value);

    private static double Ratio(ChartObservation observation, int index, bool isProportion)
    {
        if (observation.Value < 0)
        {
            throw Errors.CountBelowZero(index, observation.Value.Value);
        }

        if (observation is not { Value: { } count, Denominator: { } whole })
        {
            return double.NaN;
        }

        if ((isProportion && count > whole) || (whole == 0 && count > 0))
        {
            throw Errors.CountAboveWhole(index, count, whole, isProportion);
        }

        return whole == 0 ? double.NaN : Errors.RequireRepresentable(count / whole, $"observations[{Errors.Show(index)}], {observation},");
    }
}
