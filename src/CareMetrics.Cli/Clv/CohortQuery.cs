using System.Text;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Which files of survivors to read, and how.</summary>
internal sealed record CohortQuery
{
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>How long a period is, where the files do not name it or it is to be another.</summary>
    public PeriodKind? Period { get; init; }

    public char? Delimiter { get; init; }

    public Encoding? Encoding { get; init; }
}
