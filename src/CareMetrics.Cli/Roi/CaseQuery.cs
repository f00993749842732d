using System.Text;
using CareMetrics.Roi;

namespace CareMetrics.Cli;

/// <summary>Which files of lines to read, and how.</summary>
internal sealed record CaseQuery
{
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>What low, likely and high mean: triangular or PERT.</summary>
    public AssumptionShape Shape { get; init; } = AssumptionShape.Triangular;

    /// <summary>The currency where the lines name none.</summary>
    public string? Currency { get; init; }

    public char? Delimiter { get; init; }

    public Encoding? Encoding { get; init; }
}
