#:project ../../src/CareMetrics/CareMetrics.csproj
#:property PublishAot=false

// How often a chart signals where nothing changes; the figures of docs/control-charts.md. Run from the repository root: dotnet run docs/samples/chart-noise.cs
using System.Globalization;
using CareMetrics.Baseline;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Stretches = 20_000;
(string Name, ChartRules Rules)[] sets =
[
    ("limits only", ChartRules.LimitsOnly),
    ("default", new ChartRules()),
    ("sevens: 7 on one side, 7 in a row, 2 of 3", new ChartRules { Shift = 7, Trend = 7 }),
    ("sensitive: 6 on one side, 6 in a row, 2 of 3 as Western Electric", new ChartRules { Shift = 6, Trend = 6, TwoOfThree = TwoOfThree.WesternElectric }),
];
foreach ((string name, ChartRules rules) in sets)
{
    double own = Share(12, null, rules);
    double next12 = Share(24, 12, rules);
    double next24 = Share(36, 24, rules);
    Console.WriteLine($"| {name} | {own:P1} | {next12:P1} | {next24:P1} |");
}

// The share of stretches with a signal that is known in their last 12 points.
static double Share(int points, int? baseline, ChartRules rules)
{
    var random = new Random(1);
    double[] values = new double[points];
    int signalled = 0;
    for (int stretch = 0; stretch < Stretches; stretch++)
    {
        for (int i = 0; i < points; i++)
        {
            values[i] = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        }

        ControlChart chart = ControlChart.Xmr(values, new ChartOptions { BaselinePoints = baseline, Rules = rules });
        signalled += chart.Points.AsSpan()[^12..].ToArray().Any(point => point.Completions != ChartSignalKinds.None) ? 1 : 0;
    }

    return signalled / (double)Stretches;
}
