using System.Text.Json;
using CareMetrics.Conversion;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Conversion;

/// <summary>Tallies for the tests: from a table in JSON, and random ones, small or with empty rows as often as not.</summary>
internal static class Transitions
{
    internal static Gen<TransitionTally> Any { get; } =
        Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 40), Gen.Constant(0)).ArrayOf(13).Select(Of);

    internal static TransitionTally Of(int[] cells)
    {
        TransitionRow Row(int at) => new(cells[at], cells[at + 1], cells[at + 2], cells[at + 3]);
        return new(Row(0), Row(4), Row(8), cells[12]);
    }

    internal static TransitionTally Table(string json)
    {
        TransitionRow[] rows = [.. JsonSerializer.Deserialize<long[][]>(json)!.Select(row => new TransitionRow(row[0], row[1], row[2]))];
        return new(rows[0], rows[1], rows[2]);
    }

    /// <summary>The paired customers with before and after exchanged.</summary>
    internal static TransitionTally Transposed(TransitionTally moves)
    {
        (TransitionRow r, TransitionRow n, TransitionRow v) = (moves.FromRanter, moves.FromNeutral, moves.FromRaver);
        return new(
            new(r.ToRanter, n.ToRanter, v.ToRanter),
            new(r.ToNeutral, n.ToNeutral, v.ToNeutral),
            new(r.ToRaver, n.ToRaver, v.ToRaver));
    }

    internal static TransitionTally Paired(TransitionTally moves) => Transposed(Transposed(moves));
}
