using CareMetrics.Nps;

namespace CareMetrics.Cli;

/// <summary>What the rows read so far come to in one group and period.</summary>
/// <param name="period">The period's number, or <see cref="NoPeriod"/>.</param>
/// <param name="group">The group's number, or <see cref="Total"/>.</param>
/// <param name="scale">The scale of the answers.</param>
internal sealed class CellCounts(int period, int group, NpsScale scale)
{
    internal const int NoPeriod = -1;
    internal const int Total = -1;

    private readonly long[] _byScore = new long[scale.Length];
    private readonly int _minimum = scale.Minimum;
    private NpsTally _ofUnknownScores;
    private double[]? _weights;
    private long _customers;
    private long _sumOfSquaredScores;
    private long _sumOfScoresTimesAnswers;
    private long _sumOfSquaredAnswers;

    internal int Period => period;

    internal int Group => group;

    internal long Missing { get; set; }

    internal long Invalid { get; set; }

    internal long Superseded { get; set; }

    internal long Excluded { get; set; }

    /// <summary>How many closed periods with customers it holds.</summary>
    internal int Periods { get; private set; }

    internal ReadOnlySpan<long> ByScore => _byScore;

    internal long? TopScores => _ofUnknownScores.Answered > 0 ? null : _byScore[^1];

    internal NpsTally Tally => new ScoreDistribution(scale, [.. _byScore], Missing, Invalid).Tally + _ofUnknownScores;

    internal NpsCustomerTally Customers =>
        new(Tally, _customers, _sumOfSquaredScores, _sumOfScoresTimesAnswers, _sumOfSquaredAnswers);

    internal WeightedNpsTally Weighted => _weights is not { } sums
        ? new(Tally, 0, 0, 0, 0, 0, 0)
        : new(Tally, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);

    /// <summary>An answer of nobody known.</summary>
    internal void Add(int score) => _byScore[score - _minimum]++;

    /// <summary>What an answer weighs, which is counted beside it.</summary>
    internal void AddWeight(NpsCategory category, double weight)
    {
        double[] sums = _weights ??= new double[6];
        sums[(int)category + 1] += weight;
        sums[(int)category + 4] += weight * weight;
    }

    /// <summary>Counts that were made elsewhere.</summary>
    internal void Add(in RowCounts row)
    {
        checked
        {
            if (row.Score is { } score)
            {
                _byScore[score - _minimum] += row.Answered;
            }
            else
            {
                _ofUnknownScores += new NpsTally(row.Detractors, row.Passives, row.Promoters);
            }

            Missing += row.Missing;
            Invalid += row.Invalid;
            Superseded += row.Superseded;
            Excluded += row.Excluded;
            Periods += row.Customers?.Customers > 0 ? 1 : 0;
            _customers += row.Customers?.Customers ?? 0;
            _sumOfSquaredScores += row.Customers?.SumOfSquaredScores ?? 0;
            _sumOfScoresTimesAnswers += row.Customers?.SumOfScoresTimesAnswers ?? 0;
            _sumOfSquaredAnswers += row.Customers?.SumOfSquaredAnswers ?? 0;
        }
    }

    /// <summary>The only answer of a customer.</summary>
    internal void AddCustomer(int score, NpsCategory category) => Change(score, category, 1);

    /// <summary>Takes back the only answer of a customer.</summary>
    internal void RemoveCustomer(int score, NpsCategory category) => Change(score, category, -1);

    /// <summary>One more answer of a customer who may have given some.</summary>
    internal void Add(int score, NpsCategory category, ref CustomerAnswers customer)
    {
        Add(score);
        (long s, long m) = (customer.Score, customer.Answers);
        (long newS, long newM) = (s + (int)category, m + 1);
        _customers += m == 0 ? 1 : 0;
        _sumOfSquaredScores += newS * newS - s * s;
        _sumOfScoresTimesAnswers += newS * newM - s * m;
        _sumOfSquaredAnswers += newM * newM - m * m;
        customer = new CustomerAnswers(checked((int)newM), (int)newS);
    }

    /// <summary>Adds the counts of another cell, as if its customers were others.</summary>
    internal void Add(CellCounts other)
    {
        for (int i = 0; i < _byScore.Length; i++)
        {
            _byScore[i] += other._byScore[i];
        }

        _ofUnknownScores += other._ofUnknownScores;
        Missing += other.Missing;
        Invalid += other.Invalid;
        Superseded += other.Superseded;
        Excluded += other.Excluded;
        _customers += other._customers;
        _sumOfSquaredScores += other._sumOfSquaredScores;
        _sumOfScoresTimesAnswers += other._sumOfScoresTimesAnswers;
        _sumOfSquaredAnswers += other._sumOfSquaredAnswers;
    }

    /// <summary>A part of a customer's answers, added as those of another, belongs to the whole known so far.</summary>
    internal void Join(in CustomerAnswers part, ref CustomerAnswers whole)
    {
        (long s, long m) = (whole.Score, whole.Answers);
        _customers -= m > 0 ? 1 : 0;
        _sumOfSquaredScores += 2 * s * part.Score;
        _sumOfScoresTimesAnswers += s * part.Answers + m * part.Score;
        _sumOfSquaredAnswers += 2 * m * part.Answers;
        whole = new CustomerAnswers(checked(whole.Answers + part.Answers), whole.Score + part.Score);
    }

    private void Change(int score, NpsCategory category, int by)
    {
        int s = (int)category;
        _byScore[score - _minimum] += by;
        _customers += by;
        _sumOfSquaredScores += by * s * s;
        _sumOfScoresTimesAnswers += by * s;
        _sumOfSquaredAnswers += by;
    }
}

/// <summary>How many answers a customer gave in a cell, and promoter answers minus detractor answers among them.</summary>
internal readonly record struct CustomerAnswers(int Answers, int Score);
