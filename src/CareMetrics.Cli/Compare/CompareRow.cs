using CareMetrics.Baseline;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>One figure of a comparison, flat: the columns of json and csv, in this order. Unknown is null.</summary>
internal sealed record CompareRow
{
    public required string Measure { get; init; }

    public string? Period { get; init; }

    public int? Days { get; init; }

    public int? DaysSeen { get; init; }

    public double? Value { get; init; }

    public double? Lower { get; init; }

    public double? Upper { get; init; }

    public required string Unit { get; init; }

    public required double Level { get; init; }

    public required string Method { get; init; }

    public long? Count { get; init; }

    public double? PValue { get; init; }

    public required string Verdict { get; init; }

    public string? Reason { get; init; }

    public string? Cautions { get; init; }

    public required string Definition { get; init; }

    /// <summary>Each file with its hash; null where none is known.</summary>
    public string? Inputs { get; init; }

    public static IReadOnlyList<CompareRow> Of(CompareFindings found)
    {
        PeriodComparison all = found.Comparison;
        Comparison both = all.Comparison;
        bool isRelative = both.PValueBasis == PValueBasis.RelativeChange;
        var rows = new List<CompareRow>
        {
            Row("baseline", both.Baseline) with { Period = all.Baseline?.Name, Days = all.Baseline?.Days, DaysSeen = Seen(all.BaselineSeen) },
            Row("current", both.Current) with { Period = all.Current.Name, Days = all.Current.Days, DaysSeen = Seen(all.CurrentSeen) },
            Row("change", both.Change) with { PValue = isRelative ? null : both.PValue },
        };
        if (both.RelativeChange is { } relative)
        {
            rows.Add(Row("relative-change", relative) with { PValue = isRelative ? both.PValue : null });
        }

        if (found.Poisson is { RelativeChange: { } poisson } by)
        {
            rows.Add(Row("poisson-relative-change", poisson) with { PValue = by.PValue });
        }

        if (Detectable.Of(both.DetectableChange, both.Change.Unit) is { } detectable)
        {
            rows.Add(Row("detectable-change", both.Change) with { Value = detectable, Lower = null, Upper = null, Method = "power 0.8" });
        }

        if (all.TargetResult is { } result)
        {
            rows.Add(Row("target", both.Current) with
            {
                Value = all.Target,
                Lower = null,
                Upper = null,
                Method = result switch
                {
                    TargetResult.Met => "met",
                    TargetResult.Missed => "missed",
                    _ => "cannot-tell",
                }
            });
        }

        return rows;

        static int? Seen(Completeness? seen) => seen?.DaysSeen;

        CompareRow Row(string measure, Estimate estimate) => new()
        {
            Measure = measure,
            Value = estimate.Value + 0.0,
            Lower = estimate.Lower + 0.0,
            Upper = estimate.Upper + 0.0,
            Unit = estimate.Unit,
            Level = estimate.Level,
            Method = estimate.Method,
            Count = estimate.Count,
            Verdict = new CompareText(all).Verdict,
            Reason = all.Judgement.Reason,
            Cautions = found.CautionsOnOneLine,
            Definition = found.Definition,
            Inputs = found.Inputs.Count == 0 ? null : string.Join("; ", found.Inputs.Select(file => $"{file.Name} sha-256 {file.Sha256}")),
        };
    }
}
