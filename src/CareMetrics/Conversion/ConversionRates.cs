using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Conversion;

/// <summary>What became of ranters and ravers, as observed: no rate here says what caused it. <see cref="ExtraConversion"/> does, against a control group.</summary>
/// <remarks>Rates are fractions from 0 to 1 with Wilson intervals; <c>null</c> where nobody is counted.</remarks>
public sealed record ConversionRates
{
    /// <summary>Ranters turned ravers ÷ all ranters, the unseen counting as not turned: the practitioners' ratio.</summary>
    public required Estimate OfAll { get; init; }

    /// <summary>Ranters turned ravers ÷ ranters seen again.</summary>
    public required Estimate OfReobserved { get; init; }

    /// <summary>Ranters seen again ÷ all ranters; <see cref="OfAll"/> is <see cref="OfReobserved"/> times this.</summary>
    public required Estimate Reobservation { get; init; }

    /// <summary>Ranters who became at least neutral ÷ ranters seen again.</summary>
    public required Estimate Recovered { get; init; }

    /// <summary>Ranters who became neutral ÷ ranters seen again. With <see cref="OfReobserved"/> and <see cref="StillRanters"/> it makes 1.</summary>
    public required Estimate Calmed { get; init; }

    /// <summary>Ranters who are ranters still ÷ ranters seen again.</summary>
    public required Estimate StillRanters { get; init; }

    /// <summary>Ravers who became ranters ÷ ravers seen again: the other way round, to be read beside <see cref="OfReobserved"/>.</summary>
    public required Estimate Defection { get; init; }

    /// <summary>Ravers who are ravers no more ÷ ravers seen again.</summary>
    public required Estimate Lost { get; init; }

    /// <summary>(Ranters turned ravers − ravers turned ranters) ÷ all paired customers, from −1 to 1, with Tango's interval.</summary>
    public required Estimate Net { get; init; }

    /// <summary>The counts all of it rests on.</summary>
    public required TransitionTally Tally { get; init; }

    /// <summary>What conversion and defection, read together, allow to be said.</summary>
    [JsonIgnore]
    public string Meaning
    {
        get
        {
            var defected = new ProportionTally(Tally.FromRaver.ToRanter, Tally.FromRaver.Reobserved);
            Comparison beside = Comparison.Between(defected, Tally.Converted(RanterBase.Reobserved), OfReobserved.Level);
            return (beside.NotComparable, beside.Change.Lower > 0, beside.Change.Upper < 0) switch
            {
                (not null, _, _) => "without ranters and ravers who were seen again there is nothing to set the conversion against",
                (_, true, _) => "ranters became ravers more often than ravers became ranters; moods drift back to the middle by themselves, so only a control group tells what care did",
                (_, _, true) => "ravers became ranters more often than ranters became ravers: moods change both ways, and here they change more for the worse",
                _ => "ranters became ravers about as often as ravers became ranters: moods change both ways, and this conversion alone does not show that care turned anyone",
            };
        }
    }

    /// <summary>Conversion and defection side by side, as a person reads them.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Show(OfAll, Tally.FromRanter.ToRaver, "ranter", "raver")}; {Show(Defection, Tally.FromRaver.ToRanter, "raver", "ranter")}";

    private static string Percent(double? rate) => Display.Quantity(rate, Units.Fraction, 2, null);

    private static string Show(Estimate rate, long moved, string from, string to)
    {
        string counts = $"{Display.Count(moved, null)} of {Display.Count(rate.Count, null)} {from}s became {to}s";
        return rate.Value is null
            ? $"no {from}s"
            : $"{counts}: {Percent(rate.Value)} ({Display.Level(rate.Level, null)} CI {Percent(rate.Lower)} to {Percent(rate.Upper)})";
    }
}
