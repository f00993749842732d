using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The first, the second and the last answer of every customer: memory grows with customers, not with answers.</summary>
/// <remarks>It only forgets the answers between; who is paired with what is for the library to say.</remarks>
internal sealed class MoodHistory : IMoodHistory
{
    private Ends[] _customers = new Ends[1 << 10];
    private int _count;

    /// <param name="customer">The customer's number, from 0.</param>
    /// <param name="ticks">When, in ticks of UTC.</param>
    /// <param name="mood">In which mood.</param>
    /// <param name="score">The score behind it; NaN where it has none.</param>
    /// <param name="groups">The group that the row names, as one bit, or 0.</param>
    internal void Add(int customer, long ticks, Mood mood, double score, int groups)
    {
        if (customer >= _customers.Length)
        {
            Array.Resize(ref _customers, (int)Math.Min(Array.MaxLength, Math.Max(customer + 1L, 2L * _customers.Length)));
        }

        _count = Math.Max(_count, customer + 1);
        _customers[customer].Add(ticks, (byte)(1 << (mood - Mood.Ranter)), score, (byte)groups);
    }

    /// <summary>First against last for the customers whose groups fit.</summary>
    public HistoryTally Tally(Func<int, bool> fits)
    {
        var history = new FirstAgainstLast<int>(_count);
        for (int customer = 0; customer < _count; customer++)
        {
            ref readonly Ends ends = ref _customers[customer];
            if (ends.Instants > 0 && fits(ends.Groups))
            {
                Moods.AddTo(history.Add, customer, ends.FirstTicks, ends.FirstMoods);
                Moods.AddTo(history.Add, customer, ends.LastTicks, ends.LastMoods);
            }
        }

        return history.Tally();
    }

    public long Count(Func<int, bool> fits)
    {
        long count = 0;
        foreach (ref readonly Ends ends in _customers.AsSpan(0, _count))
        {
            count += ends.Instants > 0 && fits(ends.Groups) ? 1 : 0;
        }

        return count;
    }

    public void ForEachRanter(Action<int, int, bool> visit)
    {
        for (int customer = 0; customer < _count; customer++)
        {
            ref readonly Ends ends = ref _customers[customer];
            bool isSeenAgain = Moods.At(ends.FirstTicks) != Moods.At(ends.LastTicks);
            byte first = isSeenAgain ? ends.FirstMoods : (byte)(ends.FirstMoods | ends.LastMoods);
            if (ends.Instants > 0 && Moods.IsRanter(first, isSeenAgain ? ends.LastMoods : (byte)0, out bool turned))
            {
                visit(customer, ends.Groups, turned);
            }
        }
    }

    /// <summary>The first scores, and the first two of customers who answered at three instants or more; empty where a first mood was named without a score.</summary>
    public (MeanTally Before, CorrelationTally Repeat) Scores()
    {
        MeanTally before = MeanTally.Empty;
        CorrelationTally repeat = CorrelationTally.Empty;
        foreach (ref readonly Ends ends in _customers.AsSpan(0, _count))
        {
            if (ends.Instants == 0)
            {
                continue;
            }

            if (double.IsNaN(ends.FirstScore))
            {
                return default;
            }

            // Two scores at one instant have no order; the file's would be a guess.
            if (ends.FirstIsTied)
            {
                continue;
            }

            before = before.Add(ends.FirstScore);
            if (ends.Instants > 2 && !ends.SecondIsTied && !double.IsNaN(ends.SecondScore))
            {
                repeat = repeat.Add(ends.FirstScore, ends.SecondScore);
            }
        }

        return (before, repeat);
    }

    private struct Ends
    {
        internal long FirstTicks;
        internal long LastTicks;
        internal double FirstScore;
        internal double SecondScore;
        internal byte FirstMoods;
        internal byte LastMoods;
        internal byte Groups;
        internal bool FirstIsTied;
        internal bool SecondIsTied;

        /// <summary>At how many instants: 0, 1, 2, or 3 and more.</summary>
        internal byte Instants;

        private long _secondTicks;

        internal void Add(long ticks, byte mood, double score, byte groups)
        {
            Groups |= groups;
            if (Instants == 0)
            {
                (FirstTicks, LastTicks, FirstMoods, LastMoods, FirstScore, Instants) = (ticks, ticks, mood, mood, score, 1);
                return;
            }

            bool isNew = ticks != FirstTicks && ticks != LastTicks && (Instants < 2 || ticks != _secondTicks);
            if (ticks < FirstTicks)
            {
                (_secondTicks, SecondScore, SecondIsTied) = (FirstTicks, FirstScore, FirstIsTied);
                (FirstTicks, FirstMoods, FirstScore, FirstIsTied) = (ticks, mood, score, false);
            }
            else if (ticks == FirstTicks)
            {
                FirstMoods |= mood;
                FirstIsTied |= score != FirstScore;
            }
            else if (Instants == 1 || ticks < _secondTicks)
            {
                (_secondTicks, SecondScore, SecondIsTied) = (ticks, score, false);
            }
            else if (ticks == _secondTicks)
            {
                SecondIsTied |= score != SecondScore;
            }

            if (ticks > LastTicks)
            {
                (LastTicks, LastMoods) = (ticks, mood);
            }
            else if (ticks == LastTicks)
            {
                LastMoods |= mood;
            }

            Instants = (byte)Math.Min(3, Instants + (isNew ? 1 : 0));
        }
    }
}
