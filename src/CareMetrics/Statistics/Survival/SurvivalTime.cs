using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>What happened at one time: for how many it ended then, and how many were last seen then with no end in sight.</summary>
/// <remarks>An immutable value; <c>default</c> is nobody at time 0; two are equal when all three numbers are.</remarks>
public readonly record struct SurvivalTime
{
    /// <summary>Makes a time from counts, as a database returns them.</summary>
    /// <param name="time">How long it had lasted, a finite number of 0 or more, in any one unit.</param>
    /// <param name="events">For how many it ended then, 0 or more: customers who left, tickets that were closed.</param>
    /// <param name="censored">How many were last seen then and had not ended, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [JsonConstructor]
    public SurvivalTime(double time, long events, long censored = 0)
    {
        Time = Errors.RequireDuration(time, nameof(time));
        Events = Errors.RequireCount(events, nameof(events));
        Censored = Errors.RequireCount(censored, nameof(censored));
    }

    /// <summary>How long it had lasted.</summary>
    public double Time { get; }

    /// <summary>For how many it ended then.</summary>
    public long Events { get; }

    /// <summary>How many were last seen then and had not ended.</summary>
    public long Censored { get; }

    /// <summary>The counts as a person reads them, such as <c>3 ended and 1 went on at 12</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Display.Count(Events, null)} ended and {Display.Count(Censored, null)} went on at {Errors.Show(Time)}";
}
