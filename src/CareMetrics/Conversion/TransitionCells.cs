namespace CareMetrics.Conversion;

/// <summary>The counts of a tally while it is being filled: for each mood before, those after and the unseen; last, those without a mood before.</summary>
internal static class TransitionCells
{
    internal const int Length = 13;
    private const int RowLength = 4;
    private const int UnseenColumn = 3;
    private const int NoBefore = 12;

    internal static void Add(Span<long> cells, Mood? before, Mood? after, string parameter = "", long index = -1)
    {
        int row = before is { } was ? Column(was, parameter, index, "Before") : -1;
        int column = after is { } became ? Column(became, parameter, index, "After") : UnseenColumn;
        cells[row < 0 ? NoBefore : row * RowLength + column]++;
    }

    internal static TransitionTally Tally(ReadOnlySpan<long> cells)
    {
        static TransitionRow Row(ReadOnlySpan<long> row) => new(row[0], row[1], row[2], row[UnseenColumn]);
        return new(Row(cells), Row(cells[RowLength..]), Row(cells[(2 * RowLength)..]), cells[NoBefore]);
    }

    private static int Column(Mood mood, string parameter, long index, string side) => mood is >= Mood.Ranter and <= Mood.Raver
        ? (int)mood - (int)Mood.Ranter
        : throw Errors.Unknown(mood, parameter, $"{(index < 0 ? "" : $"[{index}]")}.{side}");
}
