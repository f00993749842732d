using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareMetrics.Baseline;
using CareMetrics.Statistics;
using CsvHelper;

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
            DetectableChange = judgement.DetectableChange,
            Target = compared.Target,
            TargetResult = compared.TargetResult is { } result ? VerdictText.Target(result) : null,
            BaselineCount = numbers.Baseline.Count,
            CurrentCount = numbers.Current.Count,
            Cautions = compared.Cautions.IsEmpty ? null : string.Join("; ", compared.Cautions.Select(caution => caution.Detail)),
            Definition = compared.Definition.ToString(),
        };
    }

    public static string Json(IReadOnlyList<ScorecardRow> rows) => JsonSerializer.Serialize(rows, ScorecardRowsJson.Readable.IReadOnlyListScorecardRow) + "\n";

    public static string Csv(IReadOnlyList<ScorecardRow> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(
            "metric", "kind", "baselinePeriod", "period", "verdict", "reason", "baseline", "baselineLower", "baselineUpper", "current", "currentLower",
            "currentUpper", "change", "changeLower", "changeUpper", "unit", "level", "method", "relativeChange", "relativeLower", "relativeUpper",
            "noRelativeChange", "pValue", "pValueBasis", "adjustedPValue", "adjustment", "primary", "direction", "margin", "detectableChange", "target",
            "targetResult", "baselineCount", "currentCount", "cautions", "definition");
        foreach (ScorecardRow row in rows)
        {
            csv.WriteRecord(
                row.Metric, row.Kind, row.BaselinePeriod, row.Period, row.Verdict, row.Reason, Number(row.Baseline), Number(row.BaselineLower),
                Number(row.BaselineUpper), Number(row.Current), Number(row.CurrentLower), Number(row.CurrentUpper), Number(row.Change),
                Number(row.ChangeLower), Number(row.ChangeUpper), row.Unit, Number(row.Level), row.Method, Number(row.RelativeChange),
                Number(row.RelativeLower), Number(row.RelativeUpper), row.NoRelativeChange, Number(row.PValue), row.PValueBasis,
                Number(row.AdjustedPValue), row.Adjustment, row.Primary ? "true" : "false", row.Direction, Number(row.Margin), Number(row.DetectableChange),
                Number(row.Target), row.TargetResult, row.BaselineCount.ToString(CultureInfo.InvariantCulture),
                row.CurrentCount.ToString(CultureInfo.InvariantCulture), row.Cautions, row.Definition);
        }

        csv.Flush();
        return text.ToString();
    }

    private static string? Number(double? number) => number?.ToString(CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<ScorecardRow>))]
internal sealed partial class ScorecardRowsJson : JsonSerializerContext
{
    public static ScorecardRowsJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
