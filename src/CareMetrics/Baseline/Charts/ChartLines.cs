namespace CareMetrics.Baseline;

/// <summary>What is worked out for each point; NaN where there is nothing.</summary>
internal sealed class ChartLines(int points)
{
    internal double[] Lower { get; } = new double[points];

    internal double[] Upper { get; } = new double[points];

    internal double[] Sigma { get; } = new double[points];

    internal double[] MovingRange { get; } = new double[points];

    internal byte[] Members { get; } = new byte[points];

    internal byte[] Completions { get; } = new byte[points];
}
