using CareMetrics.Conversion;

namespace CareMetrics.Cli.Tests;

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
    public void Forgetting_what_decides_nothing_around_a_contact_changes_nothing()
    {
        var random = new Random(20262);
        var window = TimeSpan.FromDays(3);
        for (int round = 0; round < 200; round++)
        {
            long?[] contacts = [.. Enumerable.Range(0, 8).Select(customer => customer == 7 ? (long?)null : random.Next(4, 8) * TimeSpan.TicksPerDay)];
            var kept = new ContactHistory(window);
            var all = new AroundContact<int>(
                contacts.Index().Where(pair => pair.Item is not null).Select(pair => (pair.Index, new DateTimeOffset(pair.Item!.Value, TimeSpan.Zero))), window, window);
            for (int answer = 0; answer < 30; answer++)
            {
                (int customer, int day, var mood) = (answer < 8 ? answer : random.Next(8), random.Next(12), (Mood)random.Next(-1, 2));
                Assert.True(kept.Add(customer, contacts[customer], day * TimeSpan.TicksPerDay, mood, (int)mood, 0));
                all.Add(customer, new DateTimeOffset(day * TimeSpan.TicksPerDay, TimeSpan.Zero), mood);
            }

            HistoryTally expected = all.Tally();
            HistoryTally found = kept.Tally(_ => true);
            Assert.Equal(
                (expected.Transitions, expected.Tied, expected.AtContact, expected.OutsideWindow, expected.WithoutContact, expected.TicksBetween),
                (found.Transitions, found.Tied, found.AtContact, found.OutsideWindow, found.WithoutContact, found.TicksBetween));
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
