using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>One figure about ranters, flat: the columns of json and csv, in this order. Unknown is null.</summary>
internal sealed record RanterRow
{
    private const string Customers = "customers";

    /// <summary>What the measures are, as the help lists them.</summary>
    public static readonly IReadOnlyList<(string Term, string Text)> Measures =
    [
        ("extra-conversion-all", "treated minus control: ranters who became ravers, of all ranters"),
        ("extra-conversion-reobserved", "the same of the ranters who were seen again"),
        ("treat-per-extra-raver", "ranters to treat for one raver more; limits only where the sign is known"),
        ("conversion-all", "ranters who became ravers, of all; who was not seen again counts as not"),
        ("conversion-reobserved", "the same of those who were seen again"),
        ("reobserved", "ranters who were seen again, of all"),
        ("recovered, calmed, stayed", "became at least neutral, became neutral, are ranters still; of those seen again"),
        ("defection, lost", "ravers who became ranters, who are ravers no more; of those seen again"),
        ("net", "ranters who became ravers minus ravers who became ranters, of all pairs; pValue: McNemar, mid-p"),
        ("change-points", "change in Net Promoter Score of the same customers, in points"),
        ("stuart-maxwell, bowker", "tests of the whole table; value is the statistic"),
        ("no-effect-conversion", "what doing nothing would give of those seen again; limits are those of the reliability"),
        ("excess-over-no-effect", "conversion-reobserved minus that"),
        ("reliability", "the correlation it takes, given or estimated"),
        ("customers", "how many had this mood before and this one after"),
        ("seen, paired, ...", "every customer: seen = paired + each reason"),
    ];

    public required string Measure { get; init; }

    /// <summary>Null for everybody.</summary>
    public string? Group { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>In <see cref="Unit"/>, unrounded.</summary>
    public double? Value { get; init; }

    public double? Lower { get; init; }

    public double? Upper { get; init; }

    public required string Unit { get; init; }

    public double? Level { get; init; }

    public string? Method { get; init; }

    public double? PValue { get; init; }

    /// <summary>How many of <see cref="Count"/> did so; null where that is not what was counted.</summary>
    public long? Events { get; init; }

    public long? Count { get; init; }

    public required long Read { get; init; }

    public required long Answered { get; init; }

    public required long Missing { get; init; }

    public required long Invalid { get; init; }

    public required long Excluded { get; init; }

    public required string Definition { get; init; }

    public static IReadOnlyList<RanterRow> Of(RanterAnalysis analysis)
    {
        MoodSummary summary = analysis.Summary;
        return
        [
            .. Extra(summary, analysis.ExtraOfAll, "extra-conversion-all"),
            .. Extra(summary, analysis.ExtraOfReobserved, "extra-conversion-reobserved"),
            .. Rates(summary, null, analysis.Rates, analysis.Tests),
            .. Tests(summary, analysis.Tests),
            .. Nothing(summary, analysis.Doing, analysis.IsReliabilityGiven),
            .. analysis.Treated is { } treated ? Rates(summary, "treated", treated, null) : [],
            .. analysis.Control is { } control ? Rates(summary, "control", control, null) : [],
            .. Moves(summary, null, summary.All),
            .. summary.Groups is { } groups ? Moves(summary, "treated", groups.Treated).Concat(Moves(summary, "control", groups.Untreated)) : [],
            .. RanterLedger.Parts(summary).Select(part => Plain(summary, part.Measure, part.Customers, Customers)),
        ];
    }

    private static IEnumerable<RanterRow> Extra(MoodSummary summary, ExtraConversion? extra, string measure)
    {
        if (extra is null)
        {
            yield break;
        }

        yield return Of(summary, measure, null, extra.Extra) with { PValue = extra.Comparison.PValue };
        if (extra.Among == RanterBase.All)
        {
            NumberNeeded needed = extra.ContactsPerExtraRaver;
            bool isLoss = needed.Shape == NumberNeededShape.Loss;
            bool isKnown = isLoss || needed.Shape == NumberNeededShape.Gain;
            yield return Plain(summary, "treat-per-extra-raver", needed.Value, "ranters") with
            {
                Lower = !isKnown ? null : isLoss ? -needed.LossTo : needed.GainFrom,
                Upper = !isKnown ? null : isLoss ? -needed.LossFrom : needed.GainTo,
                Level = needed.Level,
                Method = "reciprocal",
                Count = extra.Extra.Count,
            };
        }
    }

    private static IEnumerable<RanterRow> Rates(MoodSummary summary, string? group, ConversionRates rates, TransitionTests? tests)
    {
        TransitionRow ranters = rates.Tally.FromRanter;
        TransitionRow ravers = rates.Tally.FromRaver;
        yield return Rate("conversion-all", rates.OfAll, ranters.ToRaver);
        yield return Rate("conversion-reobserved", rates.OfReobserved, ranters.ToRaver);
        yield return Rate("reobserved", rates.Reobservation, ranters.Reobserved);
        yield return Rate("recovered", rates.Recovered, ranters.ToNeutral + ranters.ToRaver);
        yield return Rate("calmed", rates.Calmed, ranters.ToNeutral);
        yield return Rate("stayed", rates.StillRanters, ranters.ToRanter);
        yield return Rate("defection", rates.Defection, ravers.ToRanter);
        yield return Rate("lost", rates.Lost, ravers.ToRanter + ravers.ToNeutral);
        yield return Rate("net", rates.Net, null) with { PValue = tests?.McNemar.PValue };

        RanterRow Rate(string measure, Estimate estimate, long? events) => Of(summary, measure, group, estimate) with { Events = events };
    }

    private static IEnumerable<RanterRow> Tests(MoodSummary summary, TransitionTests tests)
    {
        yield return Of(summary, "change-points", null, tests.ScoreChange.Change) with { PValue = tests.ScoreChange.PValue };
        foreach (SymmetryTest test in new[] { tests.StuartMaxwell, tests.Bowker })
        {
            yield return Plain(summary, test.Method, test.Statistic, "chi-squared") with { Method = test.Method, PValue = test.PValue, Events = test.Changed, Count = test.Count };
        }
    }

    private static IEnumerable<RanterRow> Nothing(MoodSummary summary, BesideNoEffect? beside, bool isGiven)
    {
        if (beside is null)
        {
            yield break;
        }

        NoEffect expected = beside.Expected;
        yield return Plain(summary, "no-effect-conversion", expected.ConversionRate, Units.Fraction) with
        {
            Lower = expected.ConversionRateLower,
            Upper = expected.ConversionRateUpper,
            Level = expected.ConversionRateLower is null ? null : beside.Observed.Level,
            Method = "bivariate-normal",
            Count = summary.Before.Count,
        };
        yield return Of(summary, "excess-over-no-effect", null, beside.Excess) with { PValue = beside.Test?.PValue };
        yield return Plain(summary, "reliability", expected.Reliability, "correlation") with
        {
            Method = isGiven ? "given" : "repeat-answers",
            Count = isGiven ? null : summary.Repeat.Count,
        };
    }

    private static IEnumerable<RanterRow> Moves(MoodSummary summary, string? group, TransitionTally moves)
    {
        foreach ((string before, TransitionRow row) in RanterMoves.Rows(moves))
        {
            foreach ((string after, long customers) in RanterMoves.Cells(row))
            {
                yield return Plain(summary, Customers, customers, Customers) with { Group = group, Before = before, After = after };
            }
        }
    }

    private static RanterRow Of(MoodSummary summary, string measure, string? group, Estimate estimate) => Plain(summary, measure, estimate.Value, estimate.Unit) with
    {
        Group = group,
        Lower = estimate.Lower + 0.0,
        Upper = estimate.Upper + 0.0,
        Level = estimate.Level,
        Method = estimate.Method,
        Count = estimate.Count,
    };

    private static RanterRow Plain(MoodSummary summary, string measure, double? value, string unit) => new()
    {
        Measure = measure,
        Value = value + 0.0,
        Unit = unit,
        Read = summary.Ledger.Read,
        Answered = summary.Ledger.Answered,
        Missing = summary.Ledger.Missing,
        Invalid = summary.Ledger.Invalid,
        Excluded = summary.Ledger.Excluded,
        Definition = summary.Definition,
    };
}
