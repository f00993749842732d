using System.Globalization;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>What a survey is expected to meet: shares of promoters and detractors, who can be asked, and who will answer.</summary>
public sealed record SurveyAssumptions
{
    /// <summary>The expected share of promoters, a fraction from 0 to 1; 0.5 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Promoters { get; init => field = Errors.RequireShare(value, nameof(Promoters)); } = 0.5;

    /// <summary>The expected share of detractors, a fraction from 0 to 1, with <see cref="Promoters"/> at most 1; 0.2 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Detractors { get; init => field = Errors.RequireShare(value, nameof(Detractors)); } = 0.2;

    /// <summary>How many times wider than of independent answers the variance is, 1 or more; 1 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double DesignEffect { get; init => field = Errors.RequireDesignEffect(value, nameof(DesignEffect)); } = 1;

    /// <summary>How many there are to be asked in all; <c>null</c> where they are so many that it does not matter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public long? Population { get; init => field = Errors.RequirePopulation(value, nameof(Population)); }

    /// <summary>The share of the invited expected to answer, above 0 and at most 1; <c>null</c> where invitations are not planned.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double? ResponseRate { get; init => field = Errors.RequireResponseRate(value, nameof(ResponseRate)); }

    /// <summary>The assumptions as a person reads them, such as <c>50.0% promoters, 20.0% detractors, design effect 1.00</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        CultureInfo plain = CultureInfo.InvariantCulture;
        string Share(double value) => Display.Quantity(value, Units.Fraction, null, plain);
        string people = Population is { } all ? $", of {Display.Count(all, plain)} in all" : "";
        string answers = ResponseRate is { } rate ? $", {Share(rate)} answer" : "";
        return $"{Share(Promoters)} promoters, {Share(Detractors)} detractors, design effect {Display.Number(DesignEffect, 2, plain)}{people}{answers}";
    }

    /// <summary>The variance of one answer: p + d − (p − d)².</summary>
    internal double Variance(string parameter) => Promoters + Detractors <= 1
        ? Promoters + Detractors - (Promoters - Detractors) * (Promoters - Detractors)
        : throw Errors.SharesAboveOne(Promoters, Detractors, parameter);
}
