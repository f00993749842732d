using CareMetrics.Conversion;

namespace CareMetrics.Cli;

/// <summary>The table of moods by name: rows before, columns after.</summary>
internal static class RanterMoves
{
    public static IEnumerable<(string Before, TransitionRow Row)> Rows(TransitionTally moves) =>
        [("ranter", moves.FromRanter), ("neutral", moves.FromNeutral), ("raver", moves.FromRaver)];

    public static IEnumerable<(string After, long Customers)> Cells(TransitionRow row) =>
        [("ranter", row.ToRanter), ("neutral", row.ToNeutral), ("raver", row.ToRaver), ("unseen", row.Unseen)];
}
