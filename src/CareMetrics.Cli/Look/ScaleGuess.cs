namespace CareMetrics.Cli;

/// <summary>The scale on which answers seem to have been asked, and why; a guess, which the question alone can settle.</summary>
/// <param name="Minimum">The lowest answer.</param>
/// <param name="Maximum">The highest answer.</param>
/// <param name="Why">What in the column says so.</param>
/// <param name="IsSure">Whether both ends were answered.</param>
internal sealed record ScaleGuess(int Minimum, int Maximum, string Why, bool IsSure)
{
    /// <summary>Of so many answers at least one is no slip of the pen.</summary>
    private const double Rare = 0.005;

    public bool IsOfNps => Maximum == 10;

    public override string ToString() => $"{Minimum}–{Maximum}";

    /// <param name="column">The column.</param>
    /// <param name="share">So many of its values at least are such numbers.</param>
    /// <returns>Null where the column does not hold whole numbers of a usual scale.</returns>
    public static ScaleGuess? Of(ColumnProfile column, double share = 0.5)
    {
        if (!column.IsListed)
        {
            return null;
        }

        (int Score, long Count)[] scores =
        [
            .. column.Values.Where(value => value is { Kind: ValueKind.Whole, Number: >= 0 and <= 10 })
                .GroupBy(value => (int)value.Number)
                .Select(same => (same.Key, same.Sum(value => value.Count)))
                .OrderBy(score => score.Key),
        ];
        long answers = scores.Sum(score => score.Count);
        if (answers == 0 || answers < share * column.Filled)
        {
            return null;
        }

        (int highest, _) = scores.LastOrDefault(score => score.Count >= Rare * answers, scores[^1]);
        long zeros = scores[0].Score == 0 ? scores[0].Count : 0;
        return highest switch
        {
            > 7 => zeros > 0
                ? new ScaleGuess(0, 10, $"answers of 0 and of {highest} occur", highest == 10)
                : new ScaleGuess(1, 10, $"answers up to {highest} occur and none of 0; where nobody gave a 0, 0–10 has the same NPS", false),
            > 5 => new ScaleGuess(1, 7, $"no answer is above {highest}", highest == 7 && scores.Any(score => score.Score == 1)),
            > 1 => zeros >= Rare * answers
                ? new ScaleGuess(0, 5, $"answers of 0 occur, and none above {highest}", highest == 5)
                : new ScaleGuess(1, 5, $"no answer is above {highest}", highest == 5 && scores.Any(score => score.Score == 1)),
            _ => null,
        };
    }
}
