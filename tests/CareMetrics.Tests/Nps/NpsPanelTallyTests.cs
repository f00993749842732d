using CareMetrics.Nps;
using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Nps;

public class NpsPanelTallyTests
{
    private static readonly Gen<NpsPanelTally> Panels = Any.OfOneCustomer.Zip(Any.OfOneCustomer).ListOf()
        .Select(all => all.Aggregate(NpsPanelTally.Empty, (sum, one) => sum + NpsPanelTally.OfCustomer(one.Item1, one.Item2)));

    [Fact]
    public void Merging_is_exact_in_any_order() => Law.Holds(Panels, Panels, Panels, (a, b, c) => a + b + c == c + (b + a));

    [Fact]
    public void Customers_in_one_period_only_compare_as_strangers() => Law.Holds(Any.Customers, Any.Customers, (baseline, current) =>
    {
        var panel = new NpsPanelTally(baseline, current, 0, 0, 0, 0, 0);
        Comparison apart = Comparison.Between(baseline, current);
        Comparison together = NetPromoter.Change(panel);
        Assert.Equal(apart.Change, together.Change);
        Assert.Equal(apart.PValue, together.PValue);
        Assert.Equal(apart.NotComparable, together.NotComparable);
    });

    [Fact]
    public void Swapped_periods_negate_the_change() => Law.Holds(Any.OfOneCustomer.Zip(Any.OfOneCustomer).ListOf(), customers =>
    {
        NpsPanelTally forward = customers.Aggregate(NpsPanelTally.Empty, (sum, one) => sum + NpsPanelTally.OfCustomer(one.Item1, one.Item2));
        NpsPanelTally backward = customers.Aggregate(NpsPanelTally.Empty, (sum, one) => sum + NpsPanelTally.OfCustomer(one.Item2, one.Item1));
        Estimate there = NetPromoter.Change(forward).Change;
        Estimate back = NetPromoter.Change(backward).Change;
        Assert.Equal(there.Value, -back.Value);
        Assert.Equal(there.Lower is null, back.Lower is null);
        if (there.Lower is { } lower)
        {
            Close.Near(lower, -back.Upper!.Value, 1e-11, "lower");
        }
    });

    [Fact]
    public void Customers_who_answer_alike_in_both_periods_make_the_change_surer()
    {
        // 100 customers answering once in each period, 90 of them with the same mood.
        NpsPanelTally same = NpsPanelTally.Empty;
        for (int i = 0; i < 100; i++)
        {
            NpsTally before = new(i % 3 == 0 ? 1 : 0, i % 3 == 1 ? 1 : 0, i % 3 == 2 ? 1 : 0);
            same += NpsPanelTally.OfCustomer(before, i < 90 ? before : new NpsTally(0, 0, 1));
        }

        Comparison known = NetPromoter.Change(same);
        Comparison strangers = Comparison.Between(same.Baseline, same.Current);
        Assert.Equal(strangers.Change.Value, known.Change.Value);
        Assert.True(known.Change.Upper - known.Change.Lower < 0.6 * (strangers.Change.Upper - strangers.Change.Lower));
        Assert.True(known.PValue < strangers.PValue);
    }

    [Fact]
    public void Scores_of_known_customers_are_gathered_over_both_periods()
    {
        NpsPanelTally panel = NpsPanelTally.Of([("a", 10), ("b", 2), ("a", 9)], [("c", 7), ("a", 3)]);
        NpsPanelTally expected = NpsPanelTally.OfCustomer(new NpsTally(0, 0, 2), new NpsTally(1, 0, 0))
            + NpsPanelTally.OfCustomer(new NpsTally(1, 0, 0), default)
            + NpsPanelTally.OfCustomer(default, new NpsTally(0, 1, 0));
        Assert.Equal(expected, panel);
        Assert.Equal(1, panel.CustomersInBoth);
        Assert.Equal("current[1] is 11; a score on the 0–10 scale is a whole number from 0 to 10 (Parameter 'current')",
            Assert.Throws<ArgumentOutOfRangeException>(() => NpsPanelTally.Of([("a", 10)], [("c", 7), ("a", 11)])).Message);
    }

    [Fact]
    public void Customers_who_change_in_nothing_leave_no_doubt_about_the_change()
    {
        NpsPanelTally panel = Enumerable.Range(0, 30)
            .Select(i => new NpsTally(i % 3 == 0 ? 1 : 0, i % 3 == 1 ? 1 : 0, i % 3 == 2 ? 1 : 0))
            .Aggregate(NpsPanelTally.Empty, (sum, own) => sum + NpsPanelTally.OfCustomer(own + own, own + own));
        Estimate change = NetPromoter.Change(panel).Change;
        Assert.Equal(0, change.Value);
        Assert.Equal(0, change.Lower!.Value, 5);
        Assert.Equal(0, change.Upper!.Value, 5);
    }

    [Fact]
    public void Sums_that_no_customers_of_two_periods_have_are_errors()
    {
        NpsCustomerTally one = NpsCustomerTally.OfCustomer(new NpsTally(0, 0, 2));
        NpsCustomerTally two = one + one;
        string Sums(long both, long ss, long sm, long ms, long mm) =>
            Assert.ThrowsAny<ArgumentException>(() => new NpsPanelTally(one, two, both, ss, sm, ms, mm)).Message;
        Assert.Equal("customersInBoth is -1; a count is 0 or more (Parameter 'customersInBoth')", Sums(-1, 0, 0, 0, 0));
        Assert.Equal("sumOfAnswersTimesAnswers is -1; a count is 0 or more (Parameter 'sumOfAnswersTimesAnswers')", Sums(0, 0, 0, 0, -1));
        Assert.Equal("customersInBoth is 2 of 1 and 2 customers; those in both periods are at most the fewer of the two (Parameter 'customersInBoth')", Sums(2, 4, 4, 4, 4));
        string Odd(string parameter, long value) => $"{parameter} is {value}, which does not go with the other sums: no customers of these two periods have them (Parameter '{parameter}')";
        Assert.Equal(Odd("sumOfAnswersTimesAnswers", 0), Sums(1, 0, 0, 0, 0));
        Assert.Equal(Odd("sumOfAnswersTimesAnswers", 1), Sums(0, 0, 0, 0, 1));
        Assert.Equal(Odd("sumOfAnswersTimesAnswers", 6), Sums(1, 4, 4, 4, 6));
        Assert.Equal(Odd("sumOfScoresTimesAnswers", 5), Sums(1, 4, 5, 4, 4));
        Assert.Equal(Odd("sumOfAnswersTimesScores", -5), Sums(1, 4, 4, -5, 4));
        Assert.Equal(Odd("sumOfScoresTimesScores", -5), Sums(1, -5, 4, 4, 4));
        Assert.Equal(Odd("sumOfScoresTimesScores", 4), Sums(1, 4, -4, 4, 4));
        Assert.Equal(Odd("sumOfScoresTimesScores", -4), Sums(1, -4, 4, 4, 4));
        Assert.Equal(4, new NpsPanelTally(one, two, 1, 4, 4, 4, 4).SumOfAnswersTimesAnswers);
    }

    [Fact]
    public void The_sums_of_all_customers_of_two_periods_there_can_be_are_allowed() => Law.Holds(Panels, all => Assert.Equal(
        all,
        new NpsPanelTally(all.Baseline, all.Current, all.CustomersInBoth, all.SumOfScoresTimesScores, all.SumOfScoresTimesAnswers, all.SumOfAnswersTimesScores, all.SumOfAnswersTimesAnswers)));

    [Fact]
    public void With_customers_in_both_periods_the_interval_covers()
    {
        // 120 customers, 1 to 4 answers a period, three in four in both; an answer repeats the customer's own mood half the
        // time. Nothing changes in truth.
        const int Surveys = 2000;
        var random = new Random(4711);
        int covered = 0;
        for (int survey = 0; survey < Surveys; survey++)
        {
            NpsPanelTally panel = NpsPanelTally.Empty;
            for (int customer = 0; customer < 120; customer++)
            {
                NpsCategory mood = Draw();
                bool both = random.NextDouble() < 0.75;
                bool first = random.NextDouble() < 0.5;
                panel += NpsPanelTally.OfCustomer(both || first ? Answers(mood) : default, both || !first ? Answers(mood) : default);
            }

            Estimate change = NetPromoter.Change(panel).Change;
            covered += change.Lower <= 0 && 0 <= change.Upper ? 1 : 0;
        }

        Assert.InRange(covered / (double)Surveys, 0.94, 0.97);

        NpsCategory Draw() => (NpsCategory)(random.Next(3) - 1);

        NpsTally Answers(NpsCategory mood)
        {
            NpsTally own = NpsTally.Empty;
            for (int answers = 1 + random.Next(4); answers > 0; answers--)
            {
                own = own.Add(random.NextDouble() < 0.5 ? mood : Draw());
            }

            return own;
        }
    }
}
