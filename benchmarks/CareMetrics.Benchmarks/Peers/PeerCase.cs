namespace CareMetrics.Benchmarks.Peers;

/// <summary>One calculation, done here and by what people use instead, each on the same data; each ends in the same number.</summary>
internal sealed record PeerCase
{
    /// <summary>What is calculated of how much.</summary>
    public required string Name { get; init; }

    /// <summary>The calculation by this library.</summary>
    public required Func<double> Ours { get; init; }

    /// <summary>The same as a C# program would have it without a library; null where nobody would write it.</summary>
    public Func<double>? Linq { get; init; }

    /// <summary>The last expression is the number; <c>data(name, kind)</c> reads an array, before the clock starts where it stands in <see cref="PythonSetup"/>.</summary>
    public string? Python { get; init; }

    public string PythonSetup { get; init; } = "";

    /// <summary>The last expression is the number; <c>data(name, kind, size)</c> reads an array, before the clock starts where it stands in <see cref="RSetup"/>.</summary>
    public string? R { get; init; }

    public string RSetup { get; init; } = "";

    /// <summary>How far the numbers may be apart, relative: rounding, or the chance in a simulation.</summary>
    public double Tolerance { get; init; } = 1e-9;
}
