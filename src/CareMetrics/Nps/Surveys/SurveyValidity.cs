using System.Collections.Immutable;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>Whether a survey can be believed: is everybody asked alike, and does anyone beg for a 10?</summary>
public static class SurveyValidity
{
    /// <summary>Checks whether all kinds of contact are asked alike, and what the score would be if they had been.</summary>
    /// <param name="kinds">Each kind of contact (resolved or not, say), what became of its contacts, and the scores they gave.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="adjustment">How the p-values are adjusted for there being many kinds.</param>
    /// <returns>The check.</returns>
    /// <exception cref="ArgumentException">A name appears twice, or a funnel's answered are not as many as its scores.</exception>
    public static SurveyCheck Check(
        IEnumerable<(string Kind, SurveyFunnelTally Funnel, NpsTally Answers)> kinds,
        double level = 0.95,
        Adjustment adjustment = Adjustment.Holm)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        (string Kind, SurveyFunnelTally Funnel, NpsTally Answers)[] all = [.. kinds];
        foreach ((string kind, SurveyFunnelTally part, NpsTally answers) in all)
        {
            if (part.Answered != answers.Answered)
            {
                throw Errors.FunnelDisagrees(kind, part.Answered, answers.Answered, nameof(kinds));
            }
        }

        SurveyFunnelTally whole = all.Aggregate(SurveyFunnelTally.Empty, (sum, part) => sum + part.Funnel);
        ImmutableArray<SegmentComparison> invitations = SegmentComparison.Adjusted(
            all.Select(part => (part.Kind, AgainstRest(whole.Invitations, part.Funnel.Invitations, level))), adjustment, nameof(kinds));
        ImmutableArray<SegmentComparison> responses = SegmentComparison.Adjusted(
            all.Select(part => (part.Kind, AgainstRest(whole.Responses, part.Funnel.Responses, level))), adjustment, nameof(kinds));
        (string Kind, SurveyFunnelTally Funnel, NpsTally Answers)[] inUse = [.. all.Where(part => part.Funnel.Contacts > 0)];
        string? unheard = inUse.Where(part => part.Answers.Answered == 0).Select(part => part.Kind).FirstOrDefault();
        return new SurveyCheck
        {
            Whole = whole,
            Kinds =
            [
                .. all.Select((part, i) => new ContactKindCheck
                {
                    Kind = part.Kind,
                    Funnel = part.Funnel,
                    InvitationRate = Proportion.Estimate(part.Funnel.Invitations, level),
                    ResponseRate = Proportion.Estimate(part.Funnel.Responses, level),
                    Score = NetPromoter.Score(part.Answers, level),
                    InvitationAgainstRest = invitations[i],
                    ResponseAgainstRest = responses[i],
                }),
            ],
            Score = NetPromoter.Score(all.Aggregate(NpsTally.Empty, (sum, part) => sum + part.Answers), level),
            InMixOfContacts = inUse.Length > 0 && unheard is null
                ? NpsWeighting.PostStratify(inUse.Select(part => (part.Kind, (double)part.Funnel.Contacts, part.Answers)), level)
                : null,
            UnheardKind = unheard,
        };
    }

    /// <summary>Checks whether someone begs for a 10: an unusual share of top scores, or of answers.</summary>
    /// <param name="agents">Each who served, their top scores among answers, and their answers among those asked.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="adjustment">How the p-values are adjusted for there being many.</param>
    /// <returns>One check each, in the order given, against all others together.</returns>
    /// <exception cref="ArgumentException">A name appears twice, or the answers of the two tallies are not the same.</exception>
    public static ImmutableArray<TopScoreCheck> CheckTopScores(
        IEnumerable<(string Agent, ProportionTally TopScores, ProportionTally Responses)> agents,
        double level = 0.95,
        Adjustment adjustment = Adjustment.Holm)
    {
        ArgumentNullException.ThrowIfNull(agents);
        (string Agent, ProportionTally TopScores, ProportionTally Responses)[] all = [.. agents];
        foreach ((string agent, ProportionTally topScores, ProportionTally responses) in all)
        {
            if (topScores.Trials != responses.Successes)
            {
                throw Errors.FunnelDisagrees(agent, responses.Successes, topScores.Trials, nameof(agents));
            }
        }

        ProportionTally top = all.Aggregate(ProportionTally.Empty, (sum, part) => sum + part.TopScores);
        ProportionTally answers = all.Aggregate(ProportionTally.Empty, (sum, part) => sum + part.Responses);
        ImmutableArray<SegmentComparison> tops = SegmentComparison.Adjusted(
            all.Select(part => (part.Agent, AgainstRest(top, part.TopScores, level))), adjustment, nameof(agents));
        ImmutableArray<SegmentComparison> responding = SegmentComparison.Adjusted(
            all.Select(part => (part.Agent, AgainstRest(answers, part.Responses, level))), adjustment, nameof(agents));
        return [.. all.Select((part, i) => new TopScoreCheck { Agent = part.Agent, TopScores = tops[i], Responses = responding[i] })];
    }

    private static Comparison AgainstRest(ProportionTally whole, ProportionTally part, double level) =>
        Comparison.Between(whole - part, part, level);
}
