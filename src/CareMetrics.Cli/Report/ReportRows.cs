using System.Collections.Immutable;
using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>All figures of the report in their one long shape, in the order of the page.</summary>
internal static class ReportRows
{
    private const string Answers = "answers";

    /// <summary>A score and who is behind it.</summary>
    public static IEnumerable<ReportRow> OfScore(string part, NpsRow row)
    {
        yield return ReportRow.Of(part, row.Measure, (row.Value, row.Lower, row.Upper), row.Unit, row.Level, row.Method) with
        {
            Group = row.Group,
            Period = row.Period,
            Count = row.Answered,
            Customers = row.Customers,
            DesignEffect = row.DesignEffect,
        };
        foreach ((string measure, long count) in new[] { ("detractors", row.Detractors), ("passives", row.Passives), ("promoters", row.Promoters) })
        {
            yield return ReportRow.Of(part, measure, count, Answers, row.Answered) with { Group = row.Group, Period = row.Period };
        }
    }

    /// <summary>A score for others than those who answered.</summary>
    public static ReportRow OfSpeaking(NpsRow row) => OfScore("score", row).First() with { Definition = row.Definition };

    public static IEnumerable<ReportRow> OfChange(ScoreChange change)
    {
        const string Part = "change";
        (string now, string before) = (change.Current.ToString(), change.Baseline.ToString());
        Comparison found = change.Comparison;
        Judgement judgement = found.Judge(Better.Higher);
        yield return ReportRow.Of(Part, "nps", found.Baseline) with { Period = before };
        yield return ReportRow.Of(Part, "nps", found.Current) with { Period = now };
        yield return Between(ReportRow.Of(Part, "nps-change", found.Change)) with { PValue = found.PValue, Verdict = Word(judgement), Text = judgement.Reason };
        if (Detectable.Of(judgement, found.Change.Unit) is { } detectable)
        {
            yield return Between(ReportRow.Of(Part, "detectable-change", detectable, Units.Points)) with { Level = found.Change.Level };
        }

        if (change.Why is not { } why)
        {
            yield break;
        }

        yield return Between(ReportRow.Of(Part, "nps-change-scoring", why.Within, Units.Points));
        yield return Between(ReportRow.Of(Part, "nps-change-mix", why.Mix, Units.Points));
        for (int i = 0; i < change.Segments.Count; i++)
        {
            foreach (ReportRow row in OfSegment(i))
            {
                yield return row with { Group = change.Segments[i].Group };
            }
        }

        ReportRow Between(ReportRow row) => row with { Period = now, Against = before };

        IEnumerable<ReportRow> OfSegment(int i)
        {
            (_, NpsTally was, NpsTally its) = change.Segments[i];
            (SegmentComparison own, SegmentComparison others) = (change.Changes[i], change.AgainstRest[i]);
            foreach ((NpsTally tally, NpsTally all, string period) in new[] { (was, change.Tallies.Baseline, before), (its, change.Tallies.Current, now) })
            {
                yield return ReportRow.Of(Part, "share", all.Answered == 0 ? null : (double)tally.Answered / all.Answered, Units.Fraction) with { Period = period, Events = tally.Answered, Count = all.Answered };
                yield return ReportRow.Of(Part, "nps", NetPromoter.Score(tally).Score.Value, Units.Points) with { Period = period, Count = tally.Answered };
            }

            yield return Between(ReportRow.Of(Part, "nps-change-scoring", why.Segments[i].Within, Units.Points));
            yield return Between(ReportRow.Of(Part, "nps-change-mix", why.Segments[i].Mix, Units.Points));
            yield return Between(ReportRow.Of(Part, "nps-change", own.Comparison.Change)) with { PValue = own.AdjustedPValue, Verdict = Word(own.Judge(Better.Higher)) };
            yield return AgainstOthers(Part, "nps-against-others", others) with { Period = now };
        }
    }

    /// <summary>The comparison of named ranges, beside what its change is made of.</summary>
    public static IEnumerable<ReportRow> OfNamed(CompareFindings found)
    {
        const string Part = "comparison";
        foreach (CompareRow row in CompareRow.Of(found))
        {
            yield return ReportRow.Of(Part, row.Measure, (row.Value, row.Lower, row.Upper), row.Unit, row.Level, row.Method) with
            {
                Period = row.Period ?? found.Comparison.Current.Name,
                Against = row.Period is null ? found.Comparison.Baseline?.Name : null,
                PValue = row.PValue,
                Verdict = Word(found.Comparison.Judgement),
                Count = row.Count,
                Text = row.Reason,
                Definition = row.Definition,
            };
        }

        foreach (string caution in found.Cautions)
        {
            yield return ReportRow.Of(Part, "caution", caution);
        }
    }

    public static IEnumerable<ReportRow> OfScores(ScoreDistribution? distribution)
    {
        for (int score = distribution?.Scale.Maximum ?? 0; distribution is not null && score >= distribution.Scale.Minimum; score--)
        {
            yield return ReportRow.Of("scores", "score", distribution[score], Answers, distribution.Tally.Answered) with { Item = score.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        }
    }

    /// <summary>Who left the question blank, and who served an unusual share of the highest score.</summary>
    public static IEnumerable<ReportRow> OfAsked(string column, ImmutableArray<TopScoreCheck> checks, bool isOfServers)
    {
        foreach (TopScoreCheck check in checks)
        {
            SegmentComparison found = isOfServers ? check.TopScores : check.Responses;
            string measure = isOfServers ? "top-score-share" : "response-rate";
            yield return ReportRow.Of("asked", measure, found.Comparison.Current) with { Group = check.Agent, Item = column };
            yield return AgainstOthers("asked", measure + "-against-others", found) with
            {
                Group = check.Agent,
                Item = column,
                Text = isOfServers && check.IsUnusual ? "unusual" : null,
            };
        }
    }

    public static IEnumerable<ReportRow> OfRanters(RanterAnalysis analysis) => RanterRow.Of(analysis)
        .Select(row => ReportRow.Of("ranters", row.Measure, (row.Value, row.Lower, row.Upper), row.Unit, row.Level, row.Method) with
        {
            Group = row.Group,
            Item = row.Before is null ? null : $"{row.Before} to {row.After}",
            PValue = row.PValue,
            Events = row.Events,
            Count = row.Count,
            Definition = analysis.Summary.Definition,
        });

    /// <param name="analysis">Null where no ranter was seen again: then there is no return.</param>
    public static IEnumerable<ReportRow> OfRetention(RetentionAnalysis? analysis) => analysis is null
        ? [ReportRow.Of("retention", "roi", null, Units.Fraction) with { Method = "no ranter was seen again" }]
        : RetentionRows.Figures(analysis).Select(row => OfLine("retention", row));

    public static IEnumerable<ReportRow> OfCase(CaseFindings found) => RoiRows.Of(found).Select(row => OfLine("roi", row));

    /// <summary>What all of it rests on.</summary>
    public static IEnumerable<ReportRow> OfFooting(Footing footing, string command)
    {
        const string Part = "basis";
        RowLedger ledger = footing.Ledger;
        foreach ((string measure, long rows) in new[]
        {
            ("read", ledger.Read), ("answered", ledger.Answered), ("missing", ledger.Missing), ("invalid", ledger.Invalid), ("superseded", ledger.Superseded), ("excluded", ledger.Excluded),
        })
        {
            yield return ReportRow.Of(Part, measure, rows, "rows");
        }

        foreach ((string reason, long rows) in ledger.ExcludedByReason.Where(part => part.Rows > 0))
        {
            yield return ReportRow.Of(Part, "excluded", rows, "rows") with { Item = reason };
        }

        foreach (string caution in footing.Cautions)
        {
            yield return ReportRow.Of(Part, "caution", caution);
        }

        foreach (InputFile file in footing.Inputs)
        {
            yield return ReportRow.Of(Part, "sha-256", file.Sha256) with { Item = file.Name };
        }

        yield return ReportRow.Of(Part, "command", command);
    }

    private static ReportRow OfLine(string part, RoiRow row) => new()
    {
        Part = part,
        Measure = row.Measure,
        Item = row.Line,
        Value = row.Value,
        Lower = row.Lower,
        Upper = row.Upper,
        Unit = row.Unit,
        Level = row.Level,
        Method = row.Method,
        Definition = row.Definition,
    };

    /// <summary>Each group against the others, of all answers.</summary>
    public static IEnumerable<ReportRow> OfGroups(IEnumerable<SegmentComparison> groups) => groups.Select(segment =>
        AgainstOthers("by-group", "nps-against-others", segment) with { Group = segment.Segment });

    private static ReportRow AgainstOthers(string part, string measure, SegmentComparison segment) => ReportRow.Of(part, measure, segment.Comparison.Change) with
    {
        Against = "others",
        PValue = segment.AdjustedPValue,
        Verdict = Word(segment.Judge(Better.Higher)),
    };

    private static string Word(Judgement judgement) => judgement.Verdict switch
    {
        Verdict.Improved => "higher",
        Verdict.Worsened => "lower",
        Verdict.NotComparable => "not-comparable",
        Verdict.Provisional => "provisional",
        _ => "no-clear-difference",
    };
}
