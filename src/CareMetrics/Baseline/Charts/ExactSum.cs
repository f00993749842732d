namespace CareMetrics.Baseline;

/// <summary>A sum that carries what rounding drops (Neumaier 1974), so that the mean of equal values is that value.</summary>
internal struct ExactSum
{
    private double _sum;
    private double _dropped;

    internal void Add(double value)
    {
        double sum = _sum + value;
        _dropped += Math.Abs(_sum) >= Math.Abs(value) ? _sum - sum + value : value - sum + _sum;
        _sum = sum;
    }

    internal readonly double Value => _sum + _dropped;

    /// <summary>The sum divided, right to the last digit or nearly so.</summary>
    internal readonly double Over(double divisor)
    {
        double quotient = Value / divisor;
        double rest = Math.FusedMultiplyAdd(-quotient, divisor, _sum) + _dropped;
        return quotient + rest / divisor;
    }
}
