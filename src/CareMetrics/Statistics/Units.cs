namespace CareMetrics.Statistics;

/// <summary>The units the library itself uses. A caller's own metric may name any other, such as <c>days</c> or <c>EUR</c>.</summary>
public static class Units
{
    /// <summary>Points of a score, such as a Net Promoter Score from −100 to 100.</summary>
    public const string Points = "points";

    /// <summary>A fraction of one: 0.25 is 25%.</summary>
    public const string Fraction = "fraction";

    /// <summary>The unit of the observations themselves.</summary>
    public const string Value = "value";

    /// <summary>One quantity over another: 2 is twice.</summary>
    public const string Ratio = "ratio";

    /// <summary>Events per unit of exposure: a day, a customer, a call, whatever they are counted per.</summary>
    public const string Rate = "per unit of exposure";

    /// <summary>Money, in the one currency of the calculation.</summary>
    public const string Money = "money";
}
