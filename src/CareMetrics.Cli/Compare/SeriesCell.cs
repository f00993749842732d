using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>What the rows of one day or period hold together.</summary>
internal sealed class SeriesCell
{
    /// <summary>How many days it covers.</summary>
    public required int Days { get; init; }

    public long Rows { get; set; }

    public bool IsPartial { get; set; }

    public MeanTally Mean { get; set; }

    public ProportionTally Share { get; set; }

    public RatioTally Ratio { get; set; }

    /// <summary>All values of a day; null where ranks are not compared.</summary>
    public List<double>? Values { get; set; }

    public NpsTally Score { get; set; }

    public long Count { get; set; }

    /// <summary>0 where no row names an exposure.</summary>
    public double Exposure { get; set; }
}

/// <summary>How many rows of one day or period hold no value.</summary>
internal sealed class UnscoredRows
{
    public long Missing { get; set; }

    public long Invalid { get; set; }
}
