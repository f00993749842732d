using CareMetrics.Baseline;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The report in one line: the score of the last period, how it changed, whether that is more than chance, and what it is made of.</summary>
internal static class ReportLine
{
    public static string Of(ScoreChange found)
    {
        Comparison change = found.Comparison;
        string score = Score(change.Current, found.Current, found.Tallies.Current.Answered);
        if (change.NotComparable is { } reason)
        {
            return $"{score}; {NotComparable(found.Baseline, reason.Detail)}";
        }

        double by = change.Change.Value!.Value;
        string direction = Math.Round(by, MidpointRounding.AwayFromZero) switch
        {
            > 0 => $"up {Show.Points(by)}",
            < 0 => $"down {Show.Points(-by)}",
            _ => "unchanged",
        };
        Judgement judgement = change.Judge(Better.Higher);
        string verdict = judgement.Verdict switch
        {
            Verdict.Improved or Verdict.Worsened => "",
            Verdict.Provisional => $", provisional ({Show.OneLine(judgement.Reason!)})",
            _ => ", may be chance",
        };
        return $"{score}; {direction} ({Show.Interval(change.Change.Lower, change.Change.Upper)}) on {found.Baseline}{verdict}{Parts(found, by)}";
    }

    /// <summary>Of two named ranges one of which has no answers: the score of the later one all the same.</summary>
    public static string OfUncompared(CompareFindings named)
    {
        PeriodComparison found = named.Comparison;
        string score = Score(found.Comparison.Current, found.Current, named.Scores?.Tallies.Current.Answered ?? 0);
        return $"{score}; {NotComparable(found.Baseline, found.Judgement.Reason ?? "there is nothing to compare")}";
    }

    private static string Score(Estimate now, DateRange period, long answers)
    {
        string interval = now.Lower is null ? "" : $" ({Show.Level(now.Level)} CI {Show.Interval(now.Lower, now.Upper)})";
        return $"NPS {Show.Points(now.Value)}{interval}, {period}, {Show.Count(answers, "answer", "answers")}";
    }

    private static string NotComparable(DateRange? baseline, string reason) =>
        $"not comparable{(baseline is { } before ? $" with {before}" : "")}: {Show.OneLine(reason)}";

    private static string Parts(ScoreChange found, double by)
    {
        if (found.Why is not { Within: { } within, Mix: { } mix } || (Rounded(within) == 0 && Rounded(mix) == 0))
        {
            return "";
        }

        if (!found.HasCommonGroup)
        {
            return $"; no {Show.OneLine(found.Column)} answered in both";
        }

        // Rounded by themselves the two may not add up; then both have one decimal more.
        bool addsUp = Rounded(within) + Rounded(mix) == Rounded(by);
        string groups = ReportCommand.UsualGroups.Contains(found.Column, StringComparer.OrdinalIgnoreCase) ? found.Column + "s" : "groups";
        string scoring = Rounded(within) switch { > 0 => "scoring higher", < 0 => "scoring lower", _ => "scoring alike" };
        return $"; same {Show.OneLine(groups)} {scoring} {Points(within)}, {MixOf(found.Why, mix)} {Points(mix)}";

        string Points(double value) => addsUp ? (Rounded(value) > 0 ? "+" : "") + Show.Points(value) : Show.SignedTenths(value);
    }

    /// <summary>The group whose share is behind at least half of what the mix does; where there is none, the mix itself.</summary>
    private static string MixOf(ChangeExplanation why, double mix)
    {
        SegmentChange most = why.Segments.MaxBy(part => Math.Abs(part.Mix))!;
        (double before, double now) = (why.Segments.Sum(part => part.Baseline.Answered), why.Segments.Sum(part => part.Current.Answered));
        double share = most.Current.Answered / now - most.Baseline.Answered / before;
        return Rounded(mix) != 0 && Math.Sign(most.Mix) == Math.Sign(mix) && 2 * Math.Abs(most.Mix) >= Math.Abs(mix)
            ? $"{(share > 0 ? "more" : "less")} {Show.OneLine(most.Segment)}"
            : "another mix";
    }

    private static double Rounded(double value) => Math.Round(value, MidpointRounding.AwayFromZero);
}
