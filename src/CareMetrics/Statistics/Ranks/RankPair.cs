namespace CareMetrics.Statistics;

/// <summary>Two sorted lists and what their ranks say.</summary>
internal sealed class RankPair
{
    // From here on the normal distribution is close, and the exact one long (R's rule).
    private const int Many = 50;

    private readonly RankMethod _method;
    private readonly double _pairs;
    private readonly double _tieSum;
    private readonly PairwiseDifferences _differences;
    private readonly ExactRanks? _exact;

    internal RankPair(double[] baseline, double[] current, RankMethod method)
    {
        (Baseline, Current, _method) = (baseline, current, method);
        _pairs = (double)baseline.Length * current.Length;
        _differences = new PairwiseDifferences(current, baseline);
        _tieSum = TieSum(baseline, current);
        bool few = baseline.Length < Many && current.Length < Many;
        if (method == RankMethod.Exact && (!few || _tieSum > 0))
        {
            throw Errors.NoExactRanks(baseline.Length, current.Length, _tieSum > 0);
        }

        if (_pairs > 0)
        {
            _exact = few ? new ExactRanks(baseline.Length, current.Length) : null;
            // Below 2⁵³ pairs every half is exact.
            U = _pairs - (_differences.AtMost(0) + _differences.Below(0)) / 2.0;
        }
    }

    internal double[] Baseline { get; }

    internal double[] Current { get; }

    internal double? U { get; }

    private double Total => (double)Baseline.Length + Current.Length;

    internal (double? PValue, string Method) Test()
    {
        bool exact = _method != RankMethod.Normal && _tieSum == 0 && Baseline.Length < Many && Current.Length < Many;
        string name = exact ? "mann-whitney-exact" : "mann-whitney-normal";
        if (U is not { } u)
        {
            return (null, name);
        }

        double fewer = Math.Min(u, _pairs - u);
        if (exact)
        {
            return (Math.Min(1, 2 * _exact!.AtMost((int)fewer)), name);
        }

        double variance = _pairs / 12 * (Total + 1 - _tieSum / Total / (Total - 1));
        double apart = Math.Max(0, _pairs / 2 - fewer - 0.5);
        return (variance > 0 ? Distributions.TwoSidedP(apart / Math.Sqrt(variance)) : 1, name);
    }

    internal (Estimate Shift, double? Achieved) Shift(double level)
    {
        long pairs = (long)Baseline.Length * Current.Length;
        double? value = pairs == 0 ? null : Middle(_differences.Smallest((pairs + 1) / 2), _differences.Smallest(pairs / 2 + 1));
        (long order, double achieved) = Order(level);
        bool none = achieved <= 0;
        return (new Estimate
        {
            Value = value,
            Lower = none ? null : _differences.Smallest(order),
            Upper = none ? null : _differences.Smallest(pairs + 1 - order),
            // What so few values can reach; a hair more, so that no p-value they can have is below 1 − level.
            Level = none || achieved >= level ? level : Math.BitIncrement(achieved),
            Method = "hodges-lehmann",
            Count = (long)Baseline.Length + Current.Length,
            Unit = Units.Value,
        }, none ? null : achieved);
    }

    internal static Estimate Median(double[] values, double level)
    {
        int n = values.Length;
        double tail = (1 - level) / 2;
        // The most values that may be left out at an end: P(X ≤ k − 1) ≤ tail, X binomial with n and ½.
        (int k, int tooMany) = (0, n);
        while (tooMany - k > 1)
        {
            int trial = k + (tooMany - k) / 2;
            (k, tooMany) = Distributions.BinomialLower(trial - 1, n, 0.5) <= tail ? (trial, tooMany) : (k, trial);
        }

        return new Estimate
        {
            Value = n == 0 ? null : Middle(values[(n - 1) / 2], values[n / 2]),
            Lower = k == 0 ? null : values[k - 1] + 0.0,
            Upper = k == 0 ? null : values[n - k] + 0.0,
            Level = level,
            Method = "median-order",
            Count = n,
            Unit = Units.Value,
        };
    }

    // The order of the limits among all differences, and the level they reach.
    private (long Order, double Achieved) Order(double level)
    {
        double tail = (1 - level) / 2;
        double spread = Math.Sqrt(_pairs * (Total + 1) / 12);
        long order = _exact is not null && _method != RankMethod.Normal
            ? Math.Max(1, _exact.Orders(tail))
            : Math.Max(1, (long)Math.Floor(_pairs / 2 - Distributions.TwoSidedZ(level) * spread));
        double left = _exact?.AtMost((int)order - 1) ?? Distributions.NormalUpper((_pairs / 2 - order + 0.5) / spread);
        return (order, 1 - 2 * left);
    }

    private static double Middle(double one, double other)
    {
        double sum = one + other;
        return (double.IsFinite(sum) ? sum / 2 : one / 2 + other / 2) + 0.0;
    }

    // Σ(t³ − t) over the groups of equal values in both lists together.
    private static double TieSum(double[] one, double[] other)
    {
        double sum = 0;
        (int i, int j) = (0, 0);
        while (i < one.Length || j < other.Length)
        {
            double value = j == other.Length ? one[i] : i == one.Length ? other[j] : Math.Min(one[i], other[j]);
            double tied = -i - j;
            while (i < one.Length && one[i] == value)
            {
                i++;
            }

            while (j < other.Length && other[j] == value)
            {
                j++;
            }

            tied += (double)i + j;
            sum += tied * (tied - 1) * (tied + 1);
        }

        return sum;
    }
}
