using CareMetrics.Baseline;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>One metric of a scorecard, flat: the columns of json and csv, in this order. Unknown is null.</summary>
internal sealed record ScorecardRow
{
    public required string Metric { get; init; }

    public string? Kind { get; init; }

    public string? BaselinePeriod { get; init; }

    public required string Period { get; init; }

    public required string Verdict { get; init; }

    public string? Reason { get; init; }

    public double? Baseline { get; init; }

    public double? BaselineLower { get; init; }

    public double? BaselineUpper { get; init; }

    public double? Current { get; init; }

    public double? CurrentLower { get; init; }

    public double? CurrentUpper { get; init; }

    public double? Change { get; init; }

    public double? ChangeLower { get; init; }

    public double? ChangeUpper { get; init; }

    public required string Unit { get; init; }

    public required double Level { get; init; }

    public required string Method { get; init; }

    public double? RelativeChange { get; init; }

    public double? RelativeLower { get; init; }

    public double? RelativeUpper { get; init; }

    public string? NoRelativeChange { get; init; }

    public double? PValue { get; init; }

    public required string PValueBasis { get; init; }

    public double? AdjustedPValue { get; init; }

    public string? Adjustment { get; init; }

    public bool Primary { get; init; }

    public required string Direction { get; init; }

    public double? Margin { get; init; }

    public double? DetectableChange { get; init; }

    public double? Target { get; init; }

    public string? TargetResult { get; init; }

    public long BaselineCount { get; init; }

    public long CurrentCount { get; init; }

    public string? Cautions { get; init; }

    public required string Definition { get; init; }

    public static ScorecardRow Of(PeriodComparison compared, string? kind = null, string? adjustment = null, bool isPrimary = false)
    {
        Judgement judgement = compared.Judgement;
        Comparison numbers = compared.Comparison;
        return new ScorecardRow
        {
            Metric = compared.Definition.Metric,
            Kind = kind,
            BaselinePeriod = compared.Baseline?.Name,
            Period = compared.Current.Name,
            Verdict = VerdictText.Words(judgement.Verdict),
            Reason = judgement.Reason,
            Baseline = numbers.Baseline.Value + 0.0,
            BaselineLower = numbers.Baseline.Lower + 0.0,
            BaselineUpper = numbers.Baseline.Upper + 0.0,
            Current = numbers.Current.Value + 0.0,
            CurrentLower = numbers.Current.Lower + 0.0,
            CurrentUpper = numbers.Current.Upper + 0.0,
            Change = numbers.Change.Value + 0.0,
            ChangeLower = numbers.Change.Lower + 0.0,
            ChangeUpper = numbers.Change.Upper + 0.0,
            Unit = compared.Definition.Unit ?? numbers.Change.Unit,
            Level = numbers.Change.Level,
            Method = numbers.Change.Method,
            RelativeChange = numbers.RelativeChange?.Value + 0.0,
            RelativeLower = numbers.RelativeChange?.Lower + 0.0,
            RelativeUpper = numbers.RelativeChange?.Upper + 0.0,
            NoRelativeChange = numbers.NoRelativeChange,
            PValue = numbers.PValue,
            PValueBasis = numbers.PValueBasis switch
            {
                Statistics.PValueBasis.Change => "change",
                Statistics.PValueBasis.RelativeChange => "relative change",
                _ => "neither",
            },
            AdjustedPValue = compared.AdjustedPValue,
            Adjustment = adjustment,
            Primary = isPrimary,
            Direction = compared.Better.ToString().ToLowerInvariant(),
            Margin = compared.Margin,
            DetectableChange = Detectable.Of(judgement, numbers.Change.Unit),
            Target = compared.Target,
            TargetResult = compared.TargetResult is { } result ? VerdictText.Target(result) : null,
            BaselineCount = numbers.Baseline.Count,
            CurrentCount = numbers.Current.Count,
            Cautions = compared.Cautions.IsEmpty ? null : string.Join("; ", compared.Cautions.Select(caution => caution.Detail)),
            Definition = compared.Definition.ToString(),
        };
    }
}
