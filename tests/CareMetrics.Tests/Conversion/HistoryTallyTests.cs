using CareMetrics.Conversion;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Conversion;

public class HistoryTallyTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    // Few customers and few instants, so that ties and single observations are common.
    private static readonly Gen<(int Customer, DateTimeOffset At, Mood Mood)[]> Histories =
        Gen.Choose(0, 7).Zip(Gen.Choose(0, 9)).Zip(Gen.Choose(-1, 1)).Zip(Gen.Choose(-3, 3))
            .Select(o => (o.Item1.Item1.Item1, At(o.Item1.Item1.Item2, o.Item2), (Mood)o.Item1.Item2))
            .ArrayOf();

    [Fact]
    public void First_against_last_agrees_with_sorting_each_customer() => Law.Holds(Histories, observations =>
    {
        var expected = new long[6];
        foreach (var customer in observations.GroupBy(o => o.Customer))
        {
            DateTimeOffset first = customer.Min(o => o.At);
            DateTimeOffset last = customer.Max(o => o.At);
            Mood[] before = [.. customer.Where(o => o.At == first).Select(o => o.Mood).Distinct()];
            Mood[] after = [.. customer.Where(o => o.At == last).Select(o => o.Mood).Distinct()];
            expected[before.Length > 1 || after.Length > 1 ? 0 : first == last ? 1 : 2]++;
            expected[3] += before is [Mood.Ranter] && after is [Mood.Raver] ? 1 : 0;
            expected[4] += before is [Mood.Raver] && after is [Mood.Neutral] ? 1 : 0;
            expected[5] += first != last && before.Length == 1 && after.Length == 1 ? (last - first).Ticks : 0;
        }

        var tally = HistoryTally.FirstAgainstLast(observations);
        Assert.Equal(
            expected,
            new[] { tally.Tied, tally.NotReobserved, tally.Paired, tally.Transitions.FromRanter.ToRaver, tally.Transitions.FromRaver.ToNeutral, (long)tally.TicksBetween });
        Assert.Equal(observations.Length, tally.Observations);
        Assert.Equal(observations.Select(o => o.Customer).Distinct().Count(), tally.Seen);
    });

    [Fact]
    public void Around_a_contact_agrees_with_sorting_each_customer() => Law.Holds(Histories, Gen.Choose(1, 9), Gen.Choose(1, 9), (observations, back, ahead) =>
    {
        (int Customer, DateTimeOffset At)[] contacts = [.. Enumerable.Range(0, 6).Select(customer => (customer, At(customer + 2, 0)))];
        (TimeSpan before, TimeSpan after) = (TimeSpan.FromHours(back), TimeSpan.FromHours(ahead));
        var expected = new long[8];
        foreach (var customer in observations.GroupBy(o => o.Customer))
        {
            if (customer.Key >= contacts.Length)
            {
                expected[0]++;
                continue;
            }

            DateTimeOffset contact = contacts[customer.Key].At;
            var earlier = customer.Where(o => o.At < contact && o.At >= contact - before).GroupBy(o => o.At).OrderBy(g => g.Key).LastOrDefault();
            var later = customer.Where(o => o.At > contact && o.At <= contact + after).GroupBy(o => o.At).OrderBy(g => g.Key).FirstOrDefault();
            expected[7] += customer.Count(o => o.At < contact - before || o.At > contact + after);
            Mood[] was = [.. earlier?.Select(o => o.Mood).Distinct() ?? []];
            Mood[] became = [.. later?.Select(o => o.Mood).Distinct() ?? []];
            int reason = customer.Any(o => o.At == contact) ? 1
                : was.Length == 0 && became.Length == 0 ? 2
                : was.Length > 1 || became.Length > 1 ? 3
                : became.Length == 0 ? 4
                : was.Length == 0 ? 5
                : 6;
            expected[reason]++;
        }

        var tally = HistoryTally.AroundContact(observations, contacts, before, after);
        Assert.Equal(
            expected,
            new[]
            {
                tally.WithoutContact, tally.AtContact, tally.OutsideWindow, tally.Tied,
                tally.NotReobserved, tally.OnlyAfter, tally.Paired, tally.ObservationsOutside,
            });
        Assert.Equal(observations.Select(o => o.Customer).Distinct().Count(), tally.Seen);
        Assert.Equal(contacts.Length, tally.ContactedUnseen + observations.Select(o => o.Customer).Distinct().Count(c => c < contacts.Length));
        Assert.Equal(
            tally.Seen,
            tally.Paired + tally.NotReobserved + tally.OnlyAfter + tally.Tied + tally.AtContact + tally.OutsideWindow + tally.WithoutContact);
    });

    [Fact]
    public void Order_does_not_matter_and_parts_by_customer_add_to_the_whole() => Law.Holds(Histories, Gen.Choose(0, 99), (observations, seed) =>
    {
        var whole = HistoryTally.FirstAgainstLast(observations);
        var shuffled = observations.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(whole, HistoryTally.FirstAgainstLast(shuffled));
        HistoryTally Part(int which) => HistoryTally.FirstAgainstLast(observations.Where(o => o.Customer % 3 == which));
        Assert.Equal(whole, Part(2) + (Part(0) + Part(1)));

        (int Customer, DateTimeOffset At)[] contacts = [.. Enumerable.Range(0, 6).Select(customer => (customer, At(customer + 2, 0)))];
        HistoryTally Around(Func<int, bool> who, (int Customer, DateTimeOffset At, Mood Mood)[] from) => HistoryTally.AroundContact(
            from.Where(o => who(o.Customer)), contacts.Where(c => who(c.Customer)), TimeSpan.FromHours(4), TimeSpan.FromHours(3));
        Assert.Equal(Around(_ => true, observations), Around(_ => true, shuffled));
        Assert.Equal(Around(_ => true, observations), Around(c => c % 2 == 1, observations) + Around(c => c % 2 == 0, observations));
    });

    [Fact]
    public void Two_moods_at_one_instant_are_a_tie_and_one_mood_twice_is_not()
    {
        Assert.Equal(1, HistoryTally.FirstAgainstLast([("a", Start, Mood.Ranter), ("a", Start, Mood.Raver)]).Tied);
        var same = HistoryTally.FirstAgainstLast([("a", Start, Mood.Ranter), ("a", Start, Mood.Ranter)]);
        Assert.Equal((0, 1, 1), (same.Tied, same.NotReobserved, same.Transitions.FromRanter.Unseen));
        var later = HistoryTally.FirstAgainstLast(
            [("a", Start, Mood.Ranter), ("a", Start.AddHours(1), Mood.Raver), ("a", Start.AddHours(1), Mood.Raver)]);
        Assert.Equal(1, later.Transitions.FromRanter.ToRaver);
    }

    [Fact]
    public void A_tie_at_an_instant_that_decides_nothing_is_no_tie()
    {
        var tally = HistoryTally.FirstAgainstLast(
            [("a", Start, Mood.Ranter), ("a", Start.AddHours(1), Mood.Ranter), ("a", Start.AddHours(1), Mood.Raver), ("a", Start.AddHours(2), Mood.Raver)]);
        Assert.Equal((0, 1), (tally.Tied, tally.Transitions.FromRanter.ToRaver));
    }

    [Fact]
    public void Instants_are_compared_and_not_what_the_clock_on_the_wall_showed()
    {
        // 09:30 in Berlin is before 09:00 in London.
        var tally = HistoryTally.FirstAgainstLast(
        [
            ("a", new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), Mood.Raver),
            ("a", new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(1)), Mood.Ranter),
        ]);
        Assert.Equal(1, tally.Transitions.FromRanter.ToRaver);
        Assert.Equal(TimeSpan.FromMinutes(30), tally.MeanBetween);
    }

    [Fact]
    public void The_ends_of_the_windows_belong_to_them_and_the_contact_belongs_to_neither()
    {
        (string, DateTimeOffset)[] contacts = [("a", Start)];
        HistoryTally Of(double before, double after) => HistoryTally.AroundContact(
            [("a", Start.AddHours(-before), Mood.Ranter), ("a", Start.AddHours(after), Mood.Raver)],
            contacts, TimeSpan.FromHours(24), TimeSpan.FromHours(48));
        Assert.Equal(1, Of(24, 48).Paired);
        Assert.Equal(TimeSpan.FromHours(72), Of(24, 48).Longest);
        Assert.Equal((1, 1), (Of(24.001, 48).OnlyAfter, Of(24.001, 48).ObservationsOutside));
        Assert.Equal((1, 1), (Of(24, 48.001).NotReobserved, Of(24, 48.001).ObservationsOutside));
        Assert.Equal((1, 2), (Of(25, 49).OutsideWindow, Of(25, 49).ObservationsOutside));
        Assert.Equal(1, Of(24, 0).AtContact);
        Assert.Equal(1, HistoryTally.AroundContact(
            [("a", DateTimeOffset.MinValue, Mood.Ranter), ("a", DateTimeOffset.MaxValue, Mood.Raver)],
            contacts, TimeSpan.MaxValue, TimeSpan.MaxValue).Paired);
    }

    [Fact]
    public void Every_customer_is_accounted_for_in_words()
    {
        var tally = HistoryTally.AroundContact(
            [
                ("a", Start.AddDays(-1), Mood.Ranter), ("a", Start.AddDays(3), Mood.Raver), ("b", Start.AddDays(-2), Mood.Ranter),
                ("c", Start.AddDays(2), Mood.Raver), ("d", Start, Mood.Raver), ("e", Start.AddDays(-90), Mood.Raver), ("f", Start, Mood.Neutral),
            ],
            [("a", Start), ("b", Start), ("c", Start), ("d", Start), ("e", Start), ("g", Start)],
            before: TimeSpan.FromDays(30),
            after: TimeSpan.FromDays(30));
        Assert.Equal(
            "6 customers seen = 1 paired + 1 not seen again + 1 seen only after + 1 at the instant of contact + 1 outside the window + 1 without a contact",
            tally.ToString());
        Assert.Equal((1, 7, 1), (tally.ContactedUnseen, tally.Observations, tally.ObservationsOutside));
        Assert.Equal(TimeSpan.FromDays(4), tally.MeanBetween);
        Assert.Equal(new TransitionTally(new(0, 0, 1, unseen: 1), default, default, noBefore: 1), tally.Transitions);
    }

    [Fact]
    public void Memory_grows_with_customers_and_not_with_observations()
    {
        var history = new FirstAgainstLast<int>();
        var around = new AroundContact<int>(Enumerable.Range(0, 100).Select(customer => (customer, Start)), TimeSpan.MaxValue, TimeSpan.MaxValue);
        void Add(int count)
        {
            for (int i = 0; i < count; i++)
            {
                history.Add(i % 100, Start.AddMinutes(i % 977 - 500), (Mood)(i % 3 - 1));
                around.Add(i % 100, Start.AddMinutes(i % 977 - 500), (Mood)(i % 3 - 1));
            }
        }

        Add(1000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Add(100_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
        Assert.Equal(101_000, history.Tally().Observations);
    }

    [Fact]
    public void Nobody_is_nobody()
    {
        Assert.Equal(HistoryTally.Empty, HistoryTally.FirstAgainstLast(Array.Empty<(int, DateTimeOffset, Mood)>()));
        Assert.Null(default(HistoryTally).MeanBetween);
        Assert.Equal("0 customers seen = 0 paired", default(HistoryTally).ToString());
        Assert.Equal(default, default(HistoryTally) + default(HistoryTally));
    }

    [Fact]
    public void A_tally_survives_json() => Law.Holds(Histories, observations =>
    {
        var tally = HistoryTally.FirstAgainstLast(observations);
        string json = Json.Write(tally);
        Assert.Equal(tally, Json.Read<HistoryTally>(json));
    });

    [Fact]
    public void What_no_history_can_have_is_named()
    {
        Assert.StartsWith(
            "contacts[1] is a second contact of one customer at another instant",
            Assert.Throws<ArgumentException>(() => new AroundContact<string>([("a", Start), ("a", Start.AddDays(1))], TimeSpan.FromDays(1), TimeSpan.FromDays(1))).Message);
        _ = new AroundContact<string>([("a", Start), ("a", Start.ToOffset(TimeSpan.FromHours(5)))], TimeSpan.FromDays(1), TimeSpan.FromDays(1));
        Assert.StartsWith(
            "after is 00:00:00; a window is longer than 0, TimeSpan.MaxValue for no bound",
            Assert.Throws<ArgumentOutOfRangeException>(() => new AroundContact<string>([], TimeSpan.FromDays(1), TimeSpan.Zero)).Message);
        Assert.StartsWith(
            "observations[0].Mood is 5; allowed are Neutral, Raver, Ranter",
            Assert.Throws<ArgumentOutOfRangeException>(() => HistoryTally.FirstAgainstLast([("a", Start, (Mood)5)])).Message);
        Assert.StartsWith(
            "observations[1].Customer is null; every customer has an identity",
            Assert.Throws<ArgumentNullException>(() => HistoryTally.FirstAgainstLast([("a", Start, Mood.Raver), (null!, Start, Mood.Raver)])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new HistoryTally(default, -1, 0, 0, 0, 0, 0, 0, 0, null, null));
        (string, DateTimeOffset)[] contacts = [("a", Start)];
        HistoryTally Around(params (string, DateTimeOffset, Mood)[] observations) =>
            HistoryTally.AroundContact(observations, contacts, TimeSpan.FromDays(1), TimeSpan.FromDays(1));
        Assert.StartsWith("observations[1].Mood is 5; allowed are",
            Assert.Throws<ArgumentOutOfRangeException>(() => Around(("a", Start, Mood.Raver), ("a", Start, (Mood)5))).Message);
        Assert.StartsWith("contacts[1].Customer is null; every customer has an identity",
            Assert.Throws<ArgumentNullException>(() => new AroundContact<string>([("a", Start), (null!, Start)], TimeSpan.FromDays(1), TimeSpan.FromDays(1))).Message);
    }

    [Fact]
    public void Each_observation_that_is_added_is_checked()
    {
        var first = new FirstAgainstLast<string>();
        var around = new AroundContact<string>([("a", Start)], TimeSpan.FromDays(1), TimeSpan.FromDays(1));
        foreach (Action<string, Mood> add in new Action<string, Mood>[] { (who, mood) => first.Add(who, Start, mood), (who, mood) => around.Add(who, Start, mood) })
        {
            Assert.StartsWith("mood is 5; allowed are Neutral, Raver, Ranter", Assert.Throws<ArgumentOutOfRangeException>(() => add("a", (Mood)5)).Message);
            Assert.StartsWith("customer is null; every customer has an identity", Assert.Throws<ArgumentNullException>(() => add(null!, Mood.Raver)).Message);
        }
    }

    [Fact]
    public void Times_between_that_no_pairs_have_are_errors()
    {
        static HistoryTally Pairs(long paired, double hours, double? least, double? most) => new(
            new TransitionTally(new(0, 0, paired), default, default), 0, 0, 0, 0, 0, 0, 0, TimeSpan.FromHours(hours).Ticks,
            least is { } l ? TimeSpan.FromHours(l) : null, most is { } m ? TimeSpan.FromHours(m) : null);
        Assert.Equal(TimeSpan.FromHours(2.5), Pairs(2, 5, 2, 3).MeanBetween);
        Assert.Equal(TimeSpan.FromHours(2), Pairs(2, 4, 2, 2).MeanBetween);
        foreach ((long paired, double hours, double? least, double? most) in new (long, double, double?, double?)[]
        {
            (0, 5, null, null), (0, 0, 1, 2), (0, 0, 1, null), (0, 0, null, 1), (2, 0, null, null), (2, 5, 2, null), (2, 5, null, 3), (2, 3, 2, 3), (2, 7, 2, 3), (2, 2, 0, 3),
        })
        {
            Assert.Throws<ArgumentException>(() => Pairs(paired, hours, least, most));
        }
    }

    [Fact]
    public void More_customers_than_can_be_counted_are_an_overflow()
    {
        const long Most = long.MaxValue;
        TransitionTally one = new(default, default, default, noBefore: 1);
        Assert.Throws<OverflowException>(() => new HistoryTally(one, Most, 0, 0, 0, 0, 0, 0, 0, null, null));
        Assert.Throws<OverflowException>(() => new HistoryTally(default, Most, 1, 0, 0, 0, 0, 0, 0, null, null));
        Assert.Throws<OverflowException>(() => new HistoryTally(default, Most, 0, 1, 0, 0, 0, 0, 0, null, null));
        Assert.Throws<OverflowException>(() => new HistoryTally(default, Most, 0, 0, 1, 0, 0, 0, 0, null, null));
        Assert.Equal(Most, new HistoryTally(default, Most, 0, 0, 0, 0, 0, 0, 0, null, null).Seen);
    }

    [Fact]
    public void The_first_instant_there_is_has_its_mood()
    {
        var tally = HistoryTally.AroundContact([("a", DateTimeOffset.MinValue, Mood.Raver)], [("a", Start)], TimeSpan.MaxValue, TimeSpan.MaxValue);
        Assert.Equal((0, 1), (tally.Tied, tally.Transitions.FromRaver.Unseen));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FirstAgainstLast<int>(-1));
    }

    private static DateTimeOffset At(int hour, int offset) => Start.AddHours(hour).ToOffset(TimeSpan.FromHours(offset));
}
