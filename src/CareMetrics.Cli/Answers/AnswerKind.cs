namespace CareMetrics.Cli;

/// <summary>What the answers are taken for.</summary>
internal sealed record AnswerKind
{
    public static AnswerKind Nps { get; } = new() { Name = "NPS", Things = "answers", UsualNames = Cli.UsualNames.Score };

    public static AnswerKind Satisfaction { get; } = new() { Name = "CSAT", Things = "ratings", UsualNames = Cli.UsualNames.Satisfaction };

    public static AnswerKind Effort { get; } = new() { Name = "CES", Things = "ratings", UsualNames = Cli.UsualNames.Effort };

    public required string Name { get; init; }

    /// <summary>What the column holds, in words.</summary>
    public required string Things { get; init; }

    /// <summary>The names by which their column is found where none is given.</summary>
    public required IReadOnlyList<string> UsualNames { get; init; }
}
