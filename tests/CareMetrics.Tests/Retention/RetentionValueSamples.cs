using CareMetrics.Conversion;
using CareMetrics.Retention;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Retention;

internal static class RetentionValueSamples
{
    private static readonly ProportionTally Control = new(1_040, 5_200);
    private static readonly ProportionTally Treated = new(1_560, 5_200);
    private static readonly KeptValue Value = KeptValue.Margin(1_234.5m, "2 years", "EUR") with { StandardDeviation = 99.5m };
    private static readonly RetentionCost Cost = new() { Fixed = 12_000, PerContact = 1.5m, PerSave = 25, Contacts = 6_000, AcquisitionCost = 2_400 };

    internal static IEnumerable<Func<object>> All =>
    [
        () => KeptValue.Revenue(0.5m, "1 year"),
        () => KeptValue.OfEach(ValueBasis.Margin, "3 years"),
        () => RetentionValue.Roi(Value, Treated, Cost),
        () => RetentionValue.Roi(Value, ProportionTally.Empty, RetentionCost.Of(0)),
        () => RetentionValue.Roi(Value, RanterToRaver.Against(Control, Treated), Cost),
        () => RetentionValue.Roi(Value, RanterToRaver.Against(default(ProportionTally), Treated), Cost),
        () => RetentionValue.Roi(Value, Treated, Cost).Risk()! with { AgainstControl = true },
        () => RetentionValue.Roi(Value, Treated, RetentionCost.Of(0)).Risk()!,
        () => RetentionValue.Roi(
            KeptValue.OfEach(ValueBasis.Revenue, "1 year"),
            new KeptValueTally(Control, 300_000, 12_345_678.5),
            KeptValueTally.Of([(true, 1_300.25m), (true, 4_500), (false, 0)]),
            Cost),
        () => RetentionRates.Retention(12_000, 12_300, 1_500, 12),
        () => RetentionRates.Retention(0, 0, 0, 365.25),
        () => new RevenueRetention(1_000_000, 80_000.5m, 40_000, 150_000),
        () => new RevenueRetention(0, 0, 0, 0),
    ];
}
