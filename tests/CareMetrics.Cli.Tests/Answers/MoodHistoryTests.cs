using CareMetrics.Cli.Answers;
using CareMetrics.Conversion;

namespace CareMetrics.Cli.Tests.Answers;

public class MoodHistoryTests
{
    [Fact]
    public void Forgetting_the_answers_between_changes_nothing()
    {
        var random = new Random(20261);
        for (int round = 0; round < 200; round++)
        {
            var kept = new MoodHistory();
            var all = new FirstAgainstLast<int>();
            for (int answer = 0; answer < 40; answer++)
            {
                (int customer, int day, var mood) = (random.Next(8), random.Next(6), (Mood)random.Next(-1, 2));
                kept.Add(customer, day * TimeSpan.TicksPerDay, mood, (int)mood, 0);
                all.Add(customer, new DateTimeOffset(day * TimeSpan.TicksPerDay, TimeSpan.Zero), mood);
            }

            HistoryTally expected = all.Tally();
            HistoryTally found = kept.Tally(_ => true);
            Assert.Equal(expected.Transitions, found.Transitions);
            Assert.Equal(expected.Tied, found.Tied);
            Assert.Equal(expected.TicksBetween, found.TicksBetween);
        }
    }

    [Fact]
    public void The_repeat_panel_is_the_first_two_scores_of_who_answered_three_times()
    {
        int[][] orders = [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]];
        foreach (int[] order in orders)
        {
            var history = new MoodHistory();
            foreach (int day in order)
            {
                history.Add(0, day, Mood.Neutral, 10 * day, 0);
            }

            history.Add(1, 1, Mood.Raver, 9, 0);
            history.Add(1, 2, Mood.Raver, 10, 0);
            var (before, repeat) = history.Scores();
            Assert.Equal(9.5, before.Mean);
            Assert.Equal((1L, 10.0, 20.0), (repeat.Count, repeat.MeanFirst, repeat.MeanSecond));
        }
    }
}
