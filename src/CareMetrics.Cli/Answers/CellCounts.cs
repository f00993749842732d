using CareMetrics.Nps;

namespace CareMetrics.Cli.Answers;

/// <summary>What the rows read so far come to in one group and period.</summary>
/// <param name="period">The period's number, or <see cref="NoPeriod"/>.</param>
/// <param name="group">The group's number, or <see cref="Total"/>.</param>
internal sealed class CellCounts(int period, int group)
{
    internal const int NoPeriod = -1;
    internal const int Total = -1;

    private readonly long[] _byCategory = new long[3];
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

    internal NpsTally Tally => new(_byCategory[0], _byCategory[1], _byCategory[2], Missing, Invalid);

    internal NpsCustomerTally Customers =>
        new(Tally, _customers, _sumOfSquaredScores, _sumOfScoresTimesAnswers, _sumOfSquaredAnswers);

    /// <summary>An answer of nobody known.</summary>
    internal void Add(NpsCategory category) => _byCategory[(int)category + 1]++;

    /// <summary>Counts that were made elsewhere.</summary>
    internal void Add(in RowCounts row)
    {
        checked
        {
            _byCategory[0] += row.Detractors;
            _byCategory[1] += row.Passives;
            _byCategory[2] += row.Promoters;
            Missing += row.Missing;
            Invalid += row.Invalid;
            Excluded += row.Excluded;
        }
    }

    /// <summary>The only answer of a customer.</summary>
    internal void AddCustomer(NpsCategory category) => Change(category, 1);

    /// <summary>Takes back the only answer of a customer.</summary>
    internal void RemoveCustomer(NpsCategory category) => Change(category, -1);

    /// <summary>One more answer of a customer who may have given some.</summary>
    internal void Add(NpsCategory category, ref CustomerAnswers customer)
    {
        Add(category);
        (long s, long m) = (customer.Score, customer.Answers);
        (long newS, long newM) = (s + (int)category, m + 1);
        _customers += m == 0 ? 1 : 0;
        _sumOfSquaredScores += newS * newS - s * s;
        _sumOfScoresTimesAnswers += newS * newM - s * m;
        _sumOfSquaredAnswers += newM * newM - m * m;
        customer = new CustomerAnswers(checked((int)newM), (int)newS);
    }

    private void Change(NpsCategory category, int by)
    {
        int score = (int)category;
        _byCategory[score + 1] += by;
        _customers += by;
        _sumOfSquaredScores += by * score * score;
        _sumOfScoresTimesAnswers += by * score;
        _sumOfSquaredAnswers += by;
    }
}

/// <summary>How many answers a customer gave in a cell, and promoter answers minus detractor answers among them.</summary>
internal readonly record struct CustomerAnswers(int Answers, int Score);
