using System.Collections.Immutable;
using CareMetrics.Roi;

namespace CareMetrics.Cli;

/// <summary>All that was asked of a case, calculated.</summary>
internal sealed record CaseFindings
{
    public const int Bins = 20;

    private const int NamedAtMost = 4;

    public required BusinessCase Case { get; init; }

    public required CaseSummary Summary { get; init; }

    public required RoiQuestions Questions { get; init; }

    /// <summary>Period 0 to the last; one where the case has no time.</summary>
    public required ImmutableArray<decimal> Flows { get; init; }

    public required InternalRates Rates { get; init; }

    public required Payback Payback { get; init; }

    public double? PresentValue { get; init; }

    public double? PresentRatio { get; init; }

    public Payback? DiscountedPayback { get; init; }

    public BreakEven? BreakEven { get; init; }

    public CaseSimulation? Simulation { get; init; }

    public ImmutableArray<TornadoBar> Tornado { get; init; } = [];

    public required string Definition { get; init; }

    public string? Currency => Summary.Return.Currency;

    /// <summary>Benefits that may be the same money, in words; a long list of them is cut.</summary>
    public IEnumerable<string> DoubleCounts => Summary.DoubleCounts.Select(caution => caution.Lines.Length switch
    {
        1 => $"{caution.Lines[0]} stands more than once in one period on one basis, {caution.Basis}: it may count the same money twice",
        <= NamedAtMost => caution.ToString(),
        var count => $"{string.Join(", ", caution.Lines.Take(NamedAtMost))} and {Show.Count(count - NamedAtMost)} more rest on one basis, {caution.Basis}: "
            + "they may count the same money twice",
    });

    public IReadOnlyList<string> Cautions =>
    [
        .. DoubleCounts,
        .. Rates.Rates.Length > 1 ? [$"The flows change direction more than once: they have {Rates.Rates.Length} internal rates, and none is the return."] : Array.Empty<string>(),
        .. Simulation is not null && Tornado.IsEmpty ? ["No line has low, likely and high: every draw is the same."] : Array.Empty<string>(),
    ];

    /// <exception cref="InputException">An amount is beyond what can be calculated with.</exception>
    /// <exception cref="UsageException">The line of the break-even is none, or is on both sides.</exception>
    public static CaseFindings Of(BusinessCase lines, RoiQuestions questions, IReadOnlyList<string> files, IProgress<double>? progress, CancellationToken cancellation)
    {
        RequireLine(lines, questions.BreakEvenLine);
        string named = string.Join(", ", files.Select(AnswerReader.Name));
        try
        {
            // Where the first flow falls after one period, all of it is discounted once more.
            BusinessCase timed = questions.First == FirstFlow.AfterOnePeriod ? Later(lines) : lines;
            double rate = questions.Rate ?? 0;
            return new CaseFindings
            {
                Case = lines,
                Summary = lines.Summarize(),
                Questions = questions,
                Flows = lines.NetFlows(),
                Rates = lines.InternalRates(),
                Payback = lines.Payback(),
                PresentValue = questions.Rate is null ? null : timed.PresentValue(rate),
                PresentRatio = questions.Rate is null ? null : timed.PresentRatio(rate),
                DiscountedPayback = questions.Rate is null ? null : lines.Payback(rate),
                BreakEven = questions.BreakEvenLine is { } line ? timed.BreakEven(line, questions.Target, rate) : null,
                Simulation = questions.Draws is { } draws
                    ? timed.Simulate(draws, questions.Seed, rate, bins: Bins, threads: Environment.ProcessorCount, progress: progress, cancellation: cancellation)
                    : null,
                Tornado = questions.Draws is null ? [] : timed.Tornado(rate),
                Definition = $"return on investment (return − investment)/investment of {Show.Count(lines.Benefits.Length, "benefit", "benefits")} and {Show.Count(lines.Costs.Length, "cost", "costs")} in {named}; "
                    + "a line is quantity × unit value × attribution × confidence in each of its periods",
            };
        }
        catch (OverflowException problem)
        {
            throw new InputException($"{named}: {problem.Message}");
        }
    }

    private static BusinessCase Later(BusinessCase lines) => lines with
    {
        Benefits = [.. lines.Benefits.Select(line => line with { Period = line.Period + 1 })],
        Costs = [.. lines.Costs.Select(line => line with { Period = line.Period + 1 })],
    };

    private static void RequireLine(BusinessCase lines, string? name)
    {
        if (name is null)
        {
            return;
        }

        string[] benefits = [.. lines.Benefits.Select(line => line.Name)];
        string[] costs = [.. lines.Costs.Select(line => line.Name)];
        if (benefits.Contains(name) && costs.Contains(name))
        {
            throw new UsageException($"--break-even {name} names both a benefit and a cost; it must name one side");
        }

        if (!benefits.Contains(name) && !costs.Contains(name))
        {
            throw new UsageException($"--break-even {name} names no line; the lines are {Shown.Names([.. benefits.Concat(costs).Distinct()])}");
        }
    }
}
