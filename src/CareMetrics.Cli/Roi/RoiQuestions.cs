using CareMetrics.Roi;

namespace CareMetrics.Cli;

/// <summary>What is asked of a case beside its return.</summary>
internal sealed record RoiQuestions
{
    public double? Rate { get; init; }

    public FirstFlow First { get; init; }

    public string? BreakEvenLine { get; init; }

    public double Target { get; init; }

    public int? Draws { get; init; }

    public long Seed { get; init; } = 1;
}
