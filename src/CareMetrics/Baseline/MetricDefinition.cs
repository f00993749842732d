namespace CareMetrics.Baseline;

/// <summary>What a metric counts, in words: it travels beside the numbers, and unequal definitions are not compared.</summary>
/// <remarks>Two are equal when all parts are; a part that is <c>null</c> was not stated.</remarks>
public sealed record MetricDefinition
{
    /// <summary>The metric's name, such as <c>NPS</c> or <c>mentions a day</c>.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public required string Metric { get; init => field = Errors.RequireText(value, nameof(Metric)); }

    /// <summary>What is counted and how, such as <c>mean of column "minutes"</c>.</summary>
    public string? Counted { get; init; }

    /// <summary>The unit of the numbers, such as <c>minutes</c> or <c>EUR</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>The scale of the answers, such as <c>0-10</c>.</summary>
    public string? Scale { get; init; }

    /// <summary>Which date puts an observation into a period, such as <c>answered_at</c>.</summary>
    public string? DatedBy { get; init; }

    /// <summary>The time zone in which its days run, such as <c>Europe/Berlin</c>.</summary>
    public string? Zone { get; init; }

    /// <summary>What was left out, such as <c>channel = phone</c>.</summary>
    public string? Filter { get; init; }

    /// <summary>The parts as a person reads them.</summary>
    /// <returns>One line.</returns>
    public override string ToString()
    {
        IEnumerable<string> stated = Parts.Where(part => part.Text is not null).Select(part => $"{part.Name} {part.Text}");
        string rest = string.Join(", ", stated);
        return $"{Metric}{(Counted is null ? "" : $": {Counted}")}{(rest.Length == 0 ? "" : $"; {rest}")}";
    }

    /// <summary>The unit alone, which is a reason of its own.</summary>
    internal string? DifferentUnit(MetricDefinition baseline) => Unit == baseline.Unit ? null : Differs("the unit", baseline.Unit, Unit);

    /// <summary>All else that differs, in one line; <c>null</c> where nothing does.</summary>
    internal string? Differences(MetricDefinition baseline)
    {
        string[] different =
        [
            .. Everything.Zip(baseline.Everything)
                .Where(pair => pair.First.Text != pair.Second.Text)
                .Select(pair => Differs($"the {pair.First.Name}", pair.Second.Text, pair.First.Text)),
        ];
        return different.Length == 0 ? null : string.Join("; ", different);
    }

    private (string Name, string? Text)[] Parts => [("scale", Scale), ("dated by", DatedBy), ("zone", Zone), ("filter", Filter)];

    private (string Name, string? Text)[] Everything =>
        [("metric", Metric), ("counting", Counted), ("scale", Scale), ("date", DatedBy), ("zone", Zone), ("filter", Filter)];

    private static string Differs(string what, string? before, string? now) => $"{what} was {before ?? "not stated"} and is {now ?? "not stated"}";
}
