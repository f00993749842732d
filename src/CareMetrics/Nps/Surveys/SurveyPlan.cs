using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>How many answers a survey needs.</summary>
public sealed record SurveyPlan
{
    /// <summary>The answers needed; where groups are compared, in each group.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required long Answers { get; init => field = Errors.RequireCount(value, nameof(Answers)); }

    /// <summary>The same before it is rounded up.</summary>
    public required double ExactAnswers { get; init => field = Errors.RequireFinite(value, nameof(ExactAnswers))!.Value; }

    /// <summary>The invitations needed for that many answers; <c>null</c> where no response rate was given.</summary>
    public long? Invitations { get; init => field = value is { } found ? Errors.RequireCount(found, nameof(Invitations)) : null; }

    /// <summary>The plan as a person reads it, such as <c>935 answers, 4,675 invitations</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Display.Count(Answers, null)} answers"
        + (Invitations is { } invitations ? $", {Display.Count(invitations, null)} invitations" : "");
}
