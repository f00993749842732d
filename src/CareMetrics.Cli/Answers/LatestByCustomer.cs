using System.Runtime.InteropServices;

namespace CareMetrics.Cli;

/// <summary>The latest answer of each customer in each period, and the cells in which it is counted.</summary>
internal sealed class LatestByCustomer
{
    private readonly Dictionary<(int Customer, int Period), int> _slots = [];
    private readonly List<LatestAnswer> _answers = [];

    /// <summary>The answers that stand.</summary>
    internal ReadOnlySpan<LatestAnswer> Standing => CollectionsMarshal.AsSpan(_answers);

    /// <summary>Puts an answer where it belongs if none later stands there; of equal times the later row is the later answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="customer">The customer's number.</param>
    /// <param name="period">The period's number.</param>
    /// <param name="older">The one that it supersedes, or the answer itself where it comes too late; null where it is the first.</param>
    /// <returns>Whether it stands.</returns>
    internal bool Offer(in LatestAnswer answer, int customer, int period, out LatestAnswer? older)
    {
        ref int slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slots, (customer, period), out bool isKnown);
        if (!isKnown)
        {
            slot = _answers.Count;
            _answers.Add(answer);
            older = null;
            return true;
        }

        ref LatestAnswer standing = ref CollectionsMarshal.AsSpan(_answers)[slot];
        if (answer.Instant < standing.Instant)
        {
            older = answer;
            return false;
        }

        older = standing;
        standing = answer;
        return true;
    }
}

/// <summary>An answer that may come to stand, with its cell in each set of cells.</summary>
internal readonly record struct LatestAnswer(long Instant, int Day, int Score, int Customer, double Weight, int[] Cells);
