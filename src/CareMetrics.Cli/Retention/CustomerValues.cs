using System.Globalization;
using CareMetrics.Retention;

namespace CareMetrics.Cli;

/// <summary>What each customer is worth, as the customer's rows say it: the same in all of them that are not blank. Memory grows with customers.</summary>
internal sealed class CustomerValues(ValueColumn column)
{
    private Entry[] _customers = new Entry[1 << 10];

    /// <param name="customer">The customer's number, from 0.</param>
    /// <param name="row">A row of the customer.</param>
    /// <exception cref="InputException">An earlier row has another value.</exception>
    internal void Add(int customer, TableFile row)
    {
        if (column.Read(row, isNeeded: false) is not { } value)
        {
            return;
        }

        if (customer >= _customers.Length)
        {
            Array.Resize(ref _customers, (int)Math.Min(Array.MaxLength, Math.Max(customer + 1L, 2L * _customers.Length)));
        }

        ref Entry known = ref _customers[customer];
        if (known.IsKnown && known.Value != value)
        {
            throw InputErrors.SecondValue(row.Name, row.Line, column.Name, column.Found(row), known.Value.ToString(CultureInfo.InvariantCulture));
        }

        known = new Entry { Value = value, IsKnown = true };
    }

    /// <summary>The ranters in care, and those left alone, with the values of those who became ravers.</summary>
    /// <param name="history">Who is a ranter, and who became a raver.</param>
    /// <param name="isInCare">By groups.</param>
    /// <param name="isLeftAlone">By groups; null without a control group.</param>
    /// <param name="nameOf">A customer's name, by number.</param>
    /// <exception cref="InputException">One of them has no value, or the values are too large.</exception>
    internal MoodValues Of(IMoodHistory history, Func<int, bool> isInCare, Func<int, bool>? isLeftAlone, Func<int, string> nameOf)
    {
        var (inCare, leftAlone) = (KeptValueTally.Empty, KeptValueTally.Empty);
        var (without, first) = (0L, -1);
        try
        {
            history.ForEachRanter(Count);
        }
        catch (OverflowException problem)
        {
            throw new InputException(problem.Message);
        }

        return without > 0 ? throw InputErrors.NoValue(column.File, column.Name, without, nameOf(first))
            : new MoodValues(column.Name, inCare, isLeftAlone is null ? null : leftAlone);

        void Count(int customer, int groups, bool turned)
        {
            bool isTreated = isInCare(groups);
            if (!isTreated && isLeftAlone?.Invoke(groups) != true)
            {
                return;
            }

            Entry known = customer < _customers.Length ? _customers[customer] : default;
            if (turned && !known.IsKnown)
            {
                first = without++ == 0 ? customer : first;
            }
            else if (isTreated)
            {
                inCare = inCare.Add(turned, known.Value);
            }
            else
            {
                leftAlone = leftAlone.Add(turned, known.Value);
            }
        }
    }

    private struct Entry
    {
        internal decimal Value;
        internal bool IsKnown;
    }
}

/// <summary>What those are worth who became ravers, each with a value of their own.</summary>
/// <param name="Column">Where the values stand.</param>
/// <param name="InCare">The treated; everybody where there is no control group.</param>
/// <param name="LeftAlone">The control group; null where there is none.</param>
internal sealed record MoodValues(string Column, KeptValueTally InCare, KeptValueTally? LeftAlone);
