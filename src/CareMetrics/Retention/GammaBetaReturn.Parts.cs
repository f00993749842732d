using CareMetrics.Statistics;

namespace CareMetrics.Retention;

// Means on one side of a bar, moments, and the edge at a rate of 1.
internal sealed partial class GammaBetaReturn
{
    // The distribution function of a rate ends at 1, as at 0, with this power of the distance: from here on its end is smooth enough for the nodes.
    private const double SmoothEnd = 8;

    // In standard deviations: how far from its middle a value still weighs.
    private const double Reach = 9;

    // An end of the rate's distribution is steep: few turned, or few did not.
    private readonly bool _edged;

    // A value so well known that nodes of the rate would have to be finer for it.
    private bool IsNarrow => _spread < 0.12 * _value;

    /// <summary>
    /// Values and their weights. Up to the value at which nothing short of everybody would do, the chance of the rate does not change, and it leaves
    /// that with an edge where few did not turn, or where few did and each who does costs: the nodes then stand around it. Where few turned and none
    /// costs there is no edge, and the same nodes do no harm.
    /// </summary>
    private (double X, double Weight)[] Values(double multiple)
    {
        double edge = multiple * (_fixed + _perSave);
        return _edged && edge > 0 && Math.Abs(Math.Log(edge / _value)) * _value < Reach * _spread
            ? [.. Distributions.GammaNodesAround(edge / _scale, _shape, Step / 4).Select(node => (node.X * _scale, node.Weight))]
            : _values;
    }

    // The mean of max(0, bar − V·gain), or of max(0, V·gain − bar), with a bar of 0 or more.
    private double ValueRegret(double gain, double bar, bool below)
    {
        if (gain <= 0)
        {
            return below ? bar - gain * _value : 0;
        }

        double x = bar / (gain * _scale);
        return below
            ? bar * Distributions.GammaLower(_shape, x) - gain * _value * Distributions.GammaLower(_shape + 1, x)
            : gain * _value * Distributions.GammaUpper(_shape + 1, x) - bar * Distributions.GammaUpper(_shape, x);
    }

    // The same of slope·p.
    private double RateRegret(double slope, double bar, bool below)
    {
        if (slope <= 0)
        {
            return below ? bar - slope * _rate.Mean : 0;
        }

        (double a, double b) = _treated;
        double x = bar / slope;
        return below
            ? bar * Distributions.BetaLower(a, b, x) - slope * _rate.Mean * Distributions.BetaLower(a + 1, b, x)
            : slope * _rate.Mean * Distributions.BetaUpper(a + 1, b, x) - bar * Distributions.BetaUpper(a, b, x);
    }

    // Every pair of nodes costs: rates that differ by less than 1e-13 from 0 or from 1 are one node, and what weighs nothing is none.
    private static (double X, double Weight)[] Thinned((double X, double Weight)[] nodes)
    {
        const double End = 1e-13;
        const double Nothing = 1e-16;
        static (double X, double Weight)[] One((double X, double Weight)[] end)
        {
            double weight = end.Sum(node => node.Weight);
            return weight > 0 ? [(end.Sum(node => node.X * node.Weight) / weight, weight)] : [];
        }

        return
        [
            .. One([.. nodes.Where(node => node.X < End)]),
            .. nodes.Where(node => node.X is >= End and <= 1 - End && node.Weight > Nothing),
            .. One([.. nodes.Where(node => node.X > 1 - End)]),
        ];
    }

    private static (double A, double B) Posterior(ProportionTally tally) => (tally.Successes + 0.5, tally.Trials - tally.Successes + 0.5);

    private static (double Mean, double Variance) Moments((double A, double B) beta)
    {
        double n = beta.A + beta.B;
        return (beta.A / n, beta.A / n * (beta.B / n) / (n + 1));
    }
}
