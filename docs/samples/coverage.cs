#:project ../../src/CareMetrics/CareMetrics.csproj
#:property PublishAot=false

// Writes docs/coverage.md: how often the intervals hold the truth. Run from the repository root: dotnet run docs/samples/coverage.cs
using System.Globalization;
using System.Text;
using CareMetrics.Nps;
using CareMetrics.Statistics;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Steps = 20;
(int B, int C)[] cells = [.. from b in Enumerable.Range(1, Steps - 1) from c in Enumerable.Range(1, Steps - 1) where b + c < Steps select (b, c)];

var page = new StringBuilder("""
    # Coverage

    How often a 95% interval holds the truth. Made by `dotnet run docs/samples/coverage.cs`; a number that differs from a new run is stale.

    ## One score, independent answers

    By exact enumeration over every possible tally. Shares of detractors, passives and promoters at least .05 on a grid of .05.

    | answers | score (default) mean / worst | adjusted Wald | Wald |
    |--:|---|---|---|

    """);
foreach (int n in (int[])[10, 20, 50])
{
    NpsTally[] outcomes = Outcomes(n);
    double[][] probabilities = [.. cells.Select(cell => Probabilities(outcomes, cell))];
    string Column(NpsMethod method)
    {
        Estimate[] limits = [.. outcomes.Select(tally => NetPromoter.Score(tally, method: method).Score)];
        double[] covered = [.. cells.Select((cell, i) => outcomes.Select((_, k) => Holds(limits[k], 100.0 * (cell.C - cell.B) / Steps) ? probabilities[i][k] : 0).Sum())];
        return Cell(covered);
    }

    page.Append($"| {n} | {Column(NpsMethod.Score)} | {Column(NpsMethod.AdjustedWald)} | {Column(NpsMethod.Wald)} |\n");
}

page.Append("""

    ## A difference of two scores, independent answers

    The same, over all pairs of cells for the baseline and the current period.

    | answers | MOVER of score limits (default) mean / worst | Wald |
    |---|---|---|

    """);
foreach ((int n0, int n1) in ((int, int)[])[(10, 10), (20, 20), (10, 50)])
{
    NpsTally[] before = Outcomes(n0);
    NpsTally[] now = Outcomes(n1);
    string Column(Func<NpsTally, NpsTally, Estimate> change)
    {
        Estimate[,] limits = new Estimate[before.Length, now.Length];
        for (int i = 0; i < before.Length; i++)
        {
            for (int k = 0; k < now.Length; k++)
            {
                limits[i, k] = change(before[i], now[k]);
            }
        }

        return Cell(DifferenceCoverage(before, now, limits));
    }

    page.Append($"| {n0} and {n1} | {Column((a, b) => NpsTally.Change(a, b, 0.95))} | {Column((a, b) => NetPromoter.WaldChange(a, b).Change)} |\n");
}

page.Append("""

    ## Repeat answers

    By simulation with a fixed seed, 4,000 surveys a row: 150 customers a period who answer 1 to 8 times, half of them in both
    periods. An answer repeats the customer's own mood with probability √ρ, so that two of one customer correlate by ρ; moods and
    fresh answers are a quarter detractors, a quarter passives, half promoters. Nothing changes between the periods.

    | ρ | score by customer (default) | score as if independent | change by customer, both periods known (default) | change as if independent |
    |--:|--:|--:|--:|--:|

    """);
foreach (double correlation in (double[])[0, 0.3, 0.6])
{
    const int Surveys = 4000;
    var random = new Random(20260331);
    int[] held = new int[4];
    for (int survey = 0; survey < Surveys; survey++)
    {
        NpsPanelTally panel = NpsPanelTally.Empty;
        for (int customer = 0; customer < 225; customer++)
        {
            NpsCategory mood = Draw(random);
            panel += NpsPanelTally.OfCustomer(
                customer < 150 ? Answers(random, mood, correlation) : default,
                customer >= 75 ? Answers(random, mood, correlation) : default);
        }

        held[0] += Holds(NetPromoter.Score(panel.Current).Score, 25) ? 1 : 0;
        held[1] += Holds(NetPromoter.Score(panel.Current.Answers).Score, 25) ? 1 : 0;
        held[2] += Holds(NetPromoter.Change(panel).Change, 0) ? 1 : 0;
        held[3] += Holds(NpsTally.Change(panel.Baseline.Answers, panel.Current.Answers, 0.95), 0) ? 1 : 0;
    }

    page.Append($"| {correlation} | {string.Join(" | ", held.Select(count => Share(count / (double)Surveys)))} |\n");
}

string path = args is [var given] ? given : "docs/coverage.md";
File.WriteAllText(path, page.ToString().ReplaceLineEndings("\n"));
Console.WriteLine($"wrote {path}");

static NpsTally[] Outcomes(int n) =>
    [.. from b in Enumerable.Range(0, n + 1) from c in Enumerable.Range(0, n - b + 1) select new NpsTally(b, n - b - c, c)];

// A limit that is the truth itself, up to rounding, holds it.
static bool Holds(Estimate interval, double truth) => interval.Lower <= truth + 1e-9 && truth - 1e-9 <= interval.Upper;

static double[] Probabilities(NpsTally[] outcomes, (int B, int C) cell)
{
    double[] logs = [0, .. Enumerable.Range(1, 200).Select(i => Math.Log(i))];
    double[] factorials = new double[logs.Length];
    for (int i = 1; i < logs.Length; i++)
    {
        factorials[i] = factorials[i - 1] + logs[i];
    }

    (double b, double c, double a) = (Math.Log(cell.B / (double)Steps), Math.Log(cell.C / (double)Steps), Math.Log((Steps - cell.B - cell.C) / (double)Steps));
    return
    [
        .. outcomes.Select(tally => Math.Exp(
            factorials[tally.Answered] - factorials[tally.Detractors] - factorials[tally.Passives] - factorials[tally.Promoters]
            + tally.Detractors * b + tally.Passives * a + tally.Promoters * c)),
    ];
}

double[] DifferenceCoverage(NpsTally[] before, NpsTally[] now, Estimate[,] limits)
{
    double[][] first = [.. cells.Select(cell => Probabilities(before, cell))];
    double[][] second = [.. cells.Select(cell => Probabilities(now, cell))];
    var covered = new List<double>();
    // The truth takes few values; for each, which pairs of tallies hold it is found once.
    foreach (var truth in from i in Enumerable.Range(0, cells.Length)
                          from k in Enumerable.Range(0, cells.Length)
                          group (i, k) by cells[k].C - cells[k].B - (cells[i].C - cells[i].B))
    {
        bool[,] holds = new bool[before.Length, now.Length];
        for (int b = 0; b < before.Length; b++)
        {
            for (int n = 0; n < now.Length; n++)
            {
                holds[b, n] = Holds(limits[b, n], 100.0 * truth.Key / Steps);
            }
        }

        foreach (var byFirst in truth.GroupBy(pair => pair.i))
        {
            double[] reach = new double[now.Length];
            for (int b = 0; b < before.Length; b++)
            {
                for (int n = 0; n < now.Length; n++)
                {
                    reach[n] += holds[b, n] ? first[byFirst.Key][b] : 0;
                }
            }

            covered.AddRange(byFirst.Select(pair => reach.Zip(second[pair.k], (p, q) => p * q).Sum()));
        }
    }

    return [.. covered];
}

static NpsCategory Draw(Random random) => random.NextDouble() switch
{
    < 0.25 => NpsCategory.Detractor,
    < 0.5 => NpsCategory.Passive,
    _ => NpsCategory.Promoter,
};

static NpsTally Answers(Random random, NpsCategory mood, double correlation)
{
    NpsTally own = NpsTally.Empty;
    for (int answers = 1 + random.Next(8); answers > 0; answers--)
    {
        own = own.Add(random.NextDouble() < Math.Sqrt(correlation) ? mood : Draw(random));
    }

    return own;
}

static string Cell(double[] covered) => $"{Share(covered.Average())} / {Share(covered.Min())}";

static string Share(double share) => share.ToString(".000", CultureInfo.InvariantCulture);
