using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>
/// Return and net where the value of a save V is gamma, the rate p of the treated and q of the control group are beta, all independent:
/// 1 + ROI = V·(p − q)/(f + s·p), with f the cost a ranter that is spent whoever is saved, and s the cost per save.
/// </summary>
/// <remarks>
/// Of V and p, the one in which the result changes faster is integrated by its distribution function, the others by trapezoids: what is summed
/// up is then smooth at the distance of their nodes.
/// </remarks>
internal sealed partial class GammaBetaReturn
{
    // In standard deviations: chances are good to 1e-12 along one variable, to 1e-7 along two, 2e-5 where few turned.
    private const double FineStep = 0.1;
    private const double Step = 0.2;
    private const double ControlStep = 0.3;

    private readonly double _shape;
    private readonly double _scale;
    private readonly double _value;
    private readonly double _spread;
    private readonly double _ranters;
    private readonly double _fixed;
    private readonly double _perSave;
    private readonly (double A, double B) _treated;
    private readonly (double Mean, double Variance) _rate;
    private readonly (double Mean, double Variance) _anyway;
    private readonly (double X, double Weight)[] _values;
    private readonly (double X, double Weight)[] _rates;
    private readonly (double X, double Weight)[] _control;

    internal GammaBetaReturn(
        double value, double deviation, ProportionTally treated, ProportionTally? control, double unconditional, double perSave)
    {
        (_value, _spread, _ranters, _perSave) = (value, deviation, treated.Trials, perSave);
        _fixed = unconditional / _ranters;
        _treated = Posterior(treated);
        _rate = Moments(_treated);
        double root = Math.Sqrt(_rate.Variance);
        double step = control is null ? FineStep : ControlStep;
        _edged = control is null && deviation > 0 && Math.Min(_treated.A, _treated.B) < SmoothEnd;
        _rates = Distributions.BetaNodes(_treated.A, _treated.B, 1, step);
        if (control is { } other)
        {
            (double a, double b) = Posterior(other);
            _anyway = Moments((a, b));
            _control = Thinned(Distributions.BetaNodes(a, b, root, step));
            _rates = Thinned(_rates);
        }
        else
        {
            _control = [(0, 1)];
        }

        if (deviation > 0)
        {
            double part = value / deviation;
            _shape = part * part;
            _scale = value / _shape;
            _values = IsWide ? [] : [.. Distributions.GammaNodes(_shape, step).Select(node => (node.X * _scale, node.Weight))];
        }
        else
        {
            _values = [(value, 1)];
        }
    }

    // A value that hardly anybody has, and a few very much of: nothing else spreads as far, and its nodes would be without end.
    private bool IsWide => _shape is > 0 and < 0.05;

    internal bool Invests => _fixed > 0 || _perSave > 0;

    internal double MeanNet => _ranters * ((_value - _perSave) * _rate.Mean - _value * _anyway.Mean - _fixed);

    // The variance of a product of independent variables (Goodman 1960), p·(V − s) and q·V sharing their V.
    internal double DeviationNet
    {
        get
        {
            double square = _spread * _spread;
            double difference = _rate.Mean - _anyway.Mean;
            double left = _value - _perSave;
            return _ranters * Math.Sqrt(
                (left * left + square) * _rate.Variance + (_value * _value + square) * _anyway.Variance + square * difference * difference);
        }
    }

    /// <summary>The expected return; none where nothing is invested, or where it is infinite.</summary>
    internal double? MeanRoi()
    {
        if (!Invests || (_fixed == 0 && _anyway.Mean > 0 && _treated.A <= 1))
        {
            return null;
        }

        double mean = _perSave == 0
            ? (_rate.Mean - _anyway.Mean) / _fixed
            : _rates.Sum(node => node.Weight * (node.X - _anyway.Mean) / (_fixed + _perSave * node.X));
        return Errors.RequireRepresentable(_value * mean - 1, "the expected return");
    }

    /// <summary>The chance that 1 + ROI is above <paramref name="multiple"/>, or at most that.</summary>
    internal double Chance(double multiple, bool above)
    {
        double sum = 0;
        if (ByValue(multiple))
        {
            foreach ((double p, double weight) in _rates)
            {
                double bar = multiple * (_fixed + _perSave * p);
                foreach ((double q, double other) in _control)
                {
                    sum += weight * other * ValueChance(p - q, bar, above);
                }
            }

            return sum;
        }

        foreach ((double value, double weight) in Values(multiple))
        {
            double slope = value - multiple * _perSave;
            foreach ((double q, double other) in _control)
            {
                sum += weight * other * RateChance(slope, multiple * _fixed + value * q, above);
            }
        }

        return sum;
    }

    /// <summary>The ROI below which it lies with a chance, or above which.</summary>
    internal double Quantile(double chance, bool above)
    {
        // Rising in the multiple, whichever tail is meant.
        double Excess(double multiple) => above ? chance - Chance(multiple, true) : Chance(multiple, false) - chance;

        (double low, double high) = (0, 2);
        for (double reach = 2; Excess(low) > 0; reach *= 2)
        {
            (low, high) = (low - reach, low);
        }

        for (double reach = 2; Excess(high) < 0; reach *= 2)
        {
            (low, high) = (high, high + reach);
        }

        return Errors.RequireRepresentable(Root.Between(Excess, low, high) - 1, "a quantile of the return");
    }

    /// <summary>What deciding by the sign of the expected net loses on average: the mean of the net on the other side of 0.</summary>
    internal double ExpectedRegret()
    {
        bool below = MeanNet >= 0;
        double sum = 0;
        if (ByValue(1))
        {
            foreach ((double p, double weight) in _rates)
            {
                double bar = _fixed + _perSave * p;
                foreach ((double q, double other) in _control)
                {
                    sum += weight * other * ValueRegret(p - q, bar, below);
                }
            }
        }
        else
        {
            foreach ((double value, double weight) in Values(1))
            {
                foreach ((double q, double other) in _control)
                {
                    sum += weight * other * RateRegret(value - _perSave, _fixed + value * q, below);
                }
            }
        }

        return Errors.RequireRepresentable(Math.Max(0, _ranters * sum), "the value of perfect information");
    }

    // Where the result turns, V moves with ln p at this pace: by its own distribution goes the one whose spread is the wider there.
    private bool ByValue(double multiple)
    {
        if (_shape == 0)
        {
            return false;
        }

        if (_edged || IsWide || (_fixed == 0 && _anyway.Mean == 0))
        {
            return !IsNarrow || _fixed == 0;
        }

        // Near the cost of a save, what the rate has to be is no smooth function of the value.
        if (_perSave > 0 && _value - multiple * _perSave < 2 * _spread)
        {
            return true;
        }

        double needed = multiple * _fixed + _value * _anyway.Mean;
        double pace = _rate.Mean * _rate.Mean * _value * Math.Abs(multiple) * (_fixed + _perSave * _anyway.Mean);
        // Beside a control group the rates may meet, and there the distribution of V has a corner: it has to be clearly the wider.
        const double Clearly = 1.5;
        return needed > 0 && _spread / _value * pace > Clearly * Math.Sqrt(_rate.Variance) * needed * needed;
    }

    // V·gain against bar.
    private double ValueChance(double gain, double bar, bool above)
    {
        if (gain == 0)
        {
            return above == bar < 0 ? 1 : 0;
        }

        double x = bar / (gain * _scale);
        return above == gain > 0 ? Distributions.GammaUpper(_shape, x) : Distributions.GammaLower(_shape, x);
    }

    // slope·p against bar.
    private double RateChance(double slope, double bar, bool above)
    {
        if (slope == 0)
        {
            return above == bar < 0 ? 1 : 0;
        }

        double x = bar / slope;
        return above == slope > 0 ? Distributions.BetaUpper(_treated.A, _treated.B, x) : Distributions.BetaLower(_treated.A, _treated.B, x);
    }
}
