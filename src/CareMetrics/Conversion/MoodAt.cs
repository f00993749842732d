namespace CareMetrics.Conversion;

/// <summary>A mood at an instant, or two different ones there: a tie. The four states share the low bits of one number, for the sake of memory per customer.</summary>
internal readonly struct MoodAt
{
    private const int Bits = 2;
    private const int TiedState = 3;

    // Ticks reach 3.2e18: two bits more would pass a long, not an unsigned one.
    private readonly ulong _packed;

    internal MoodAt(long ticks, Mood mood)
        : this(ticks, mood - Mood.Ranter)
    {
    }

    private MoodAt(long ticks, int state) => _packed = ((ulong)ticks << Bits) | (uint)state;

    internal long Ticks => (long)(_packed >> Bits);

    internal bool IsTied => State == TiedState;

    internal Mood Mood => (Mood)(State + (int)Mood.Ranter);

    private int State => (int)(_packed & TiedState);

    /// <summary>The other mood where its instant takes precedence; otherwise, at the same instant, this one or a tie of both.</summary>
    internal MoodAt Or(long ticks, Mood mood, bool precedes) => precedes ? new MoodAt(ticks, mood)
        : State == mood - Mood.Ranter ? this
        : new MoodAt(ticks, TiedState);
}
