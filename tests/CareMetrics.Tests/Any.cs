using CareMetrics.Nps;
using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests;

/// <summary>Random valid input, small and large, even and lopsided.</summary>
internal static class Any
{
    internal static Gen<long> Count { get; } = Gen.Frequency(
        (2, Gen.Constant(0L)),
        (6, Gen.Choose(0, 40).Select(n => (long)n)),
        (2, Gen.Choose(0, 1_000_000).Select(n => (long)n)),
        (1, Gen.Choose(0, int.MaxValue).Select(n => n * 1000L)));

    internal static Gen<double> Level { get; } = Gen.Elements(0.5, 0.8, 0.9, 0.95, 0.99, 0.999);

    internal static Gen<NpsTally> Tally { get; } =
        from detractors in Count
        from passives in Count
        from promoters in Count
        from missing in Gen.Choose(0, 5)
        from invalid in Gen.Choose(0, 5)
        select new NpsTally(detractors, passives, promoters, missing, invalid);

    internal static Gen<NpsTally> Answered { get; } = Tally.Where(tally => tally.Answered > 0);

    internal static Gen<NpsTally> OfOneCustomer { get; } =
        from detractors in Gen.Choose(0, 3)
        from passives in Gen.Choose(0, 3)
        from promoters in Gen.Choose(0, 3)
        select new NpsTally(detractors, passives, promoters);

    internal static Gen<NpsCustomerTally> Customers { get; } =
        OfOneCustomer.ListOf().Select(all => all.Aggregate(NpsCustomerTally.Empty, (sum, one) => sum + NpsCustomerTally.OfCustomer(one)));

    internal static Gen<ProportionTally> Proportion { get; } =
        from successes in Count
        from failures in Count
        select new ProportionTally(successes, successes + failures);

    internal static Gen<MeanTally> Mean { get; } =
        from values in Gen.Choose(-1000, 1000).Select(n => n / 8.0).ListOf()
        select MeanTally.Of(values);
}
