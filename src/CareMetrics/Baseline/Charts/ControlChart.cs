using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>A series in order of time between limits that its own baseline sets, with the points that chance hardly makes.</summary>
/// <remarks>
/// XmR: centre line the mean, limits mean ± 3σ with σ = mean moving range·√π/2 (Wheeler 2000). p: all counts over all denominators p̄,
/// σᵢ = √(p̄(1 − p̄)/nᵢ); u: σᵢ = √(ū/nᵢ) (Shewhart 1931). p′ and u′: that σᵢ times the σ of the moving range of (value − centre)/σᵢ (Laney 2002).
/// A missing value, and a denominator of 0, is a gap: no range spans it and no run goes on behind it. On stable noise these rules find
/// something too: see the documentation for how often. Two charts are equal when all properties are, lists by their items.
/// </remarks>
public sealed partial record ControlChart
{
    /// <summary>What the chart is made of.</summary>
    public required ChartKind Kind { get; init; }

    /// <summary>How it was made, its rules, its target and what is good.</summary>
    /// <exception cref="ArgumentNullException">The value is <c>null</c>.</exception>
    public required ChartOptions Options { get; init => field = Errors.Require(value, nameof(Options)); }

    /// <summary>The points in order, gaps included: ready to plot.</summary>
    public required ImmutableArray<ChartPoint> Points { get; init => field = ValueList.OrEmpty(value); } = [];

    /// <summary>The stretches with one centre line each: one, and one more for each rebase.</summary>
    public required ImmutableArray<ChartSegment> Segments { get; init => field = ValueList.OrEmpty(value); } = [];

    /// <summary>The signals in the order in which they could be known.</summary>
    public required ImmutableArray<ChartSignal> Signals { get; init => field = ValueList.OrEmpty(value); } = [];

    /// <summary>Whether the process of the last segment meets the target; <c>null</c> without a target, or without limits.</summary>
    public Assurance? Assurance { get; init; }

    /// <summary>What to be careful about.</summary>
    [JsonIgnore]
    public ImmutableArray<Caution> Cautions => [.. Segments.SelectMany(Careful)];

    /// <summary>What a point is called: its label, or its number from 1.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public string NameOf(int index)
    {
        Errors.RequireIndex(index, Points.Length);
        return Points[index].Label ?? Display.Plain(index + 1L);
    }

    /// <summary>The lines at so many σ from the centre line, cut where nothing can be as the limits are.</summary>
    /// <param name="index">The point, from 0.</param>
    /// <param name="sigmas">How many σ, above 0, such as 1 or 2.</param>
    /// <returns>The two values; <c>null</c> where there is no σ.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point, or <paramref name="sigmas"/> is not a finite number above 0.</exception>
    public (double Lower, double Upper)? Band(int index, double sigmas)
    {
        Errors.RequireIndex(index, Points.Length);
        Errors.RequireSigmas(sigmas);
        ChartPoint point = Points[index];
        return point.Sigma is { } sigma ? ChartLimits.Band(Kind, point.Centre, sigma, sigmas) : null;
    }

    /// <inheritdoc/>
    public bool Equals(ControlChart? other) => other is not null
        && Kind == other.Kind
        && Options == other.Options
        && ValueList.Same(Points, other.Points)
        && ValueList.Same(Segments, other.Segments)
        && ValueList.Same(Signals, other.Signals)
        && Assurance == other.Assurance;

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Kind, Options, ValueList.Hash(Points), ValueList.Hash(Segments), ValueList.Hash(Signals), Assurance);

    /// <summary>The chart as a person reads it, such as <c>XmR chart of 36 points: centre 1,751.92 (785.12 to 2,718.71), 2 signals</c>; centre line and limits are the last point's.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        string signals = Signals.Length == 1 ? "1 signal" : $"{Display.Count(Signals.Length, null)} signals";
        return Points.IsEmpty
            ? $"{NameOf(Kind)} chart without points"
            : $"{NameOf(Kind)} chart of {Display.Count(Points.Length, null)} points: centre {Show(Points[^1].Centre)} ({Show(Points[^1].Lower)} to {Show(Points[^1].Upper)}), {signals}";
    }

    private string Show(double? value) => Display.Quantity(value, Kind is ChartKind.P or ChartKind.PPrime ? Units.Fraction : Units.Value, null, null);

    private static string NameOf(ChartKind kind) => kind switch
    {
        ChartKind.Xmr => "XmR",
        ChartKind.P => "p",
        ChartKind.U => "u",
        ChartKind.PPrime => "p′",
        _ => "u′",
    };

    // The widest σ of a segment: none without limits, 0 where they all lie on the centre line.
    private double? Widest(ChartSegment segment) => Points.Take(segment.Last + 1).Skip(segment.First).Max(point => point.Sigma);

    private IEnumerable<Caution> Careful(ChartSegment segment)
    {
        string from = $"The limits from {NameOf(segment.First)} on";
        if (segment.IsShort)
        {
            yield return Caution(CautionKind.ShortBaseline, $"{from} rest on {Display.Plain(segment.BaselineCount)} points; with fewer than {Display.Plain(ChartSegment.Long)} they may still move much.");
        }

        double? widest = Widest(segment);
        if (widest is null)
        {
            yield return Caution(CautionKind.NoLimits, $"There are no limits from {NameOf(segment.First)} on: no two neighbours of the baseline have values.");
        }
        else if (widest == 0)
        {
            yield return Caution(CautionKind.ZeroVariance, $"{from} leave no room: the baseline does not vary, and any other value is outside.");
        }
    }

    private static Caution Caution(CautionKind kind, string detail) => new() { Kind = kind, Detail = detail };
}
