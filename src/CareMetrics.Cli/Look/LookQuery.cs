using System.Text;

namespace CareMetrics.Cli;

/// <summary>The files to look at, and how to read them.</summary>
internal sealed record LookQuery
{
    public required IReadOnlyList<string> Files { get; init; }

    public char? Delimiter { get; init; }

    public Encoding? Encoding { get; init; }

    /// <summary>The options of the reading as they were typed, for the commands to type next.</summary>
    public IReadOnlyList<string> Repeat { get; init; } = [];

    public AnswerQuery Source => new() { Files = Files, Breakdowns = [], Delimiter = Delimiter, Encoding = Encoding, RowIs = "record" };
}
