using System.Text.Json.Serialization;
using CareMetrics.Roi;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>What became of the revenue of the customers there were at the start: new customers have no part in it.</summary>
/// <remarks>Gross = (start − churned − contraction)/start, net = gross + expansion/start. Amounts of money have no interval of their own. Equal when all amounts are.</remarks>
public sealed record RevenueRetention
{
    /// <summary>Makes it of the four amounts of one period.</summary>
    /// <param name="start">Recurring revenue at the start, 0 or more.</param>
    /// <param name="churned">What customers who left had paid, 0 or more.</param>
    /// <param name="contraction">What customers who stayed pay less, 0 or more.</param>
    /// <param name="expansion">What customers who stayed pay more, 0 or more.</param>
    /// <exception cref="ArgumentException">An amount is negative, or more is lost than there was.</exception>
    /// <exception cref="OverflowException">An amount is too large to keep its cents.</exception>
    [JsonConstructor]
    public RevenueRetention(decimal start, decimal churned, decimal contraction, decimal expansion)
    {
        Start = Errors.RequireNotNegative(start, nameof(start));
        Churned = Errors.RequireNotNegative(churned, nameof(churned));
        Contraction = Errors.RequireNotNegative(contraction, nameof(contraction));
        Expansion = Errors.RequireNotNegative(expansion, nameof(expansion));
        decimal lost = Money.Sum("revenue lost", churned, contraction);
        if (lost > start)
        {
            throw Errors.LostAboveStart(churned, contraction, start);
        }

        GrossEnd = Money.Sum("revenue kept", start, -lost);
        NetEnd = Money.Sum("revenue kept", GrossEnd, expansion);
    }

    /// <summary>Recurring revenue at the start.</summary>
    public decimal Start { get; }

    /// <summary>What customers who left had paid.</summary>
    public decimal Churned { get; }

    /// <summary>What customers who stayed pay less.</summary>
    public decimal Contraction { get; }

    /// <summary>What customers who stayed pay more.</summary>
    public decimal Expansion { get; }

    /// <summary>What is left without the expansion, exact.</summary>
    [JsonIgnore]
    public decimal GrossEnd { get; }

    /// <summary>What is left with the expansion, exact.</summary>
    [JsonIgnore]
    public decimal NetEnd { get; }

    /// <summary>Gross revenue retention, a fraction from 0 to 1; <c>null</c> where there was no revenue.</summary>
    [JsonIgnore]
    public double? Gross => Start == 0 ? null : (double)GrossEnd / (double)Start;

    /// <summary>Net revenue retention, a fraction, above 1 where expansion passes the losses; <c>null</c> where there was no revenue.</summary>
    [JsonIgnore]
    public double? Net => Start == 0 ? null : (double)NetEnd / (double)Start;

    /// <summary>Both as a person reads them, such as <c>gross 88.0%, net 103.0% of 100,000.00</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"gross {Display.Quantity(Gross, Units.Fraction, null, null)}, net {Display.Quantity(Net, Units.Fraction, null, null)} of {Money.Text(Start, null)}";
}
