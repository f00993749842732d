#:property PublishAot=false
// Makes scorecard.csv; README.md beside this file says what is planted in it.
//   dotnet run docs/samples/make-scorecard.cs                  the file again, here
//   dotnet run docs/samples/make-scorecard.cs -- a.csv         the same bytes in a.csv
using System.Globalization;
using System.Text;

if (args.Length > 1)
{
    Console.Error.WriteLine("usage: make-scorecard.cs -- [path to write]");
    return 2;
}

string path = args.FirstOrDefault() ?? Path.Combine((string?)AppContext.GetData("EntryPointFileDirectoryPath") ?? ".", "scorecard.csv");
var draw = new Draw(11);
var text = new StringBuilder("metric,period,kind,value,numerator,denominator,count,exposure,direction,primary,unit\n");
string[] months = [.. Enumerable.Range(0, 15).Select(i => $"{2025 + i / 12}-{1 + i % 12:00}")];
int[] days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31];

// Mentions come in bursts: the rate of a month is lognormal, and does not change.
Each((month, i, _) => Row("mentions", month, "count", count: draw.Poisson(days[i] * 90 * Math.Exp(0.35 * draw.Normal())), exposure: days[i], direction: "higher"));

// Mean sentiment of the posts of six sources, -1 to 1: a little better.
Each((month, _, after) => Repeat(6, () => Row("sentiment", month, "mean", value: Round(0.12 + (after ? 0.03 : 0) + 0.15 * draw.Normal(), 3), direction: "higher")));

// Places of ten searches: four places better, a few far away as ever.
Each((month, _, after) => Repeat(10, () => Row("search ranking", month, "ordinal", value: Math.Max(1, Math.Round((after ? 9 : 13) * Math.Exp(0.6 * draw.Normal()))), direction: "lower")));

// Referrals a thousand customers: a half more, in months that differ more than chance.
Each((month, i, after) => Row("referrals", month, "count", count: draw.Poisson((after ? 21 : 14) * (2.0 + 0.02 * i) * Math.Exp(0.12 * draw.Normal())), exposure: Round(2.0 + 0.02 * i, 2), direction: "higher"));

// Days from first call to signature of eight deals: 10% shorter.
Each((month, _, after) => Repeat(8, () => Row("sales-cycle length", month, "mean", value: Math.Round((after ? 40.5 : 45) * Math.Exp(0.25 * draw.Normal())), direction: "lower", unit: "days")));

// Customers who left in the month, of those there were: unchanged.
Each((month, i, _) => Row("churn", month, "proportion", numerator: draw.Binomial(2000 + 20 * i, 0.021), denominator: 2000 + 20 * i, direction: "lower"));

// Lifetime value of ten new customers, EUR: unchanged, and few enough that nobody can tell.
Each((month, _, _) => Repeat(10, () => Row("lifetime value", month, "mean", value: Math.Round(620 * Math.Exp(0.7 * draw.Normal())), direction: "higher", unit: "EUR")));

// Answers by score: a third of a score point better.
Each((month, _, after) =>
{
    long[] scores = new long[11];
    Repeat(420, () => scores[(int)Math.Clamp(Math.Round(7.95 + (after ? 0.35 : 0) + 2.3 * draw.Normal()), 0, 10)]++);
    for (int score = 0; score <= 10; score++)
    {
        if (scores[score] > 0)
        {
            Row("NPS", month, "nps", value: score, count: scores[score], direction: "higher", primary: "yes");
        }
    }
});

// Ranters seen again who became ravers: 24% to 33%.
Each((month, _, after) => Row("ranter to raver", month, "proportion", numerator: draw.Binomial(62, after ? 0.33 : 0.24), denominator: 62, direction: "higher"));

File.WriteAllText(path, text.ToString(), new UTF8Encoding(false));
return 0;

void Each(Action<string, int, bool> month)
{
    for (int i = 0; i < months.Length; i++)
    {
        month(months[i], i, i >= 12);
    }
}

static void Repeat(int times, Action action)
{
    for (int i = 0; i < times; i++)
    {
        action();
    }
}

static double Round(double value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

void Row(
    string metric, string month, string kind, double? value = null, double? numerator = null, double? denominator = null, double? count = null,
    double? exposure = null, string direction = "", string primary = "", string unit = "") =>
    text.Append(CultureInfo.InvariantCulture, $"{metric},{month},{kind},{value},{numerator},{denominator},{count},{exposure},{direction},{primary},{unit}\n");

/// <summary>SplitMix64 (Steele, Lea and Flood 2014), and what is drawn with it.</summary>
sealed class Draw(ulong seed)
{
    private ulong state = seed;

    public double Uniform()
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    public long Binomial(long n, double p)
    {
        long successes = 0;
        for (long i = 0; i < n; i++)
        {
            successes += Uniform() < p ? 1 : 0;
        }

        return successes;
    }

    // Waiting times that sum to the mean, one at a time.
    public long Poisson(double mean)
    {
        long events = -1;
        for (double time = 0; time <= mean; events++)
        {
            time -= Math.Log(1 - Uniform());
        }

        return events;
    }
}
