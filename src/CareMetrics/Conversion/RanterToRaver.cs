using CareMetrics.Statistics;

namespace CareMetrics.Conversion;

/// <summary>Ranter to raver: how many who spoke ill of a company came to speak well of it, whether that is real, and how much of it care can claim.</summary>
/// <remarks>
/// "Ranters turned into ravers ÷ ranters" leaves open who is counted below the line, how long after, and what would have happened anyway.
/// Here the denominators are named, the way back is shown beside, and a control group gives a result of its own type.
/// </remarks>
public static partial class RanterToRaver
{
    /// <summary>The rates of a tally, each with its interval.</summary>
    /// <param name="moves">The customers before and after.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The rates; <c>null</c> values where nobody is counted: no ranters is no rate, not 0%.</returns>
    /// <remarks>
    /// Shares have Wilson intervals. Net is (ranter→raver − raver→ranter) ÷ paired, with the score interval of Tango (1998).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    public static ConversionRates Of(TransitionTally moves, double level = 0.95)
    {
        Estimate Rate(long part, long whole) => Proportion.Estimate(new ProportionTally(part, whole), level);
        TransitionRow ranters = moves.FromRanter;
        TransitionRow ravers = moves.FromRaver;
        return new ConversionRates
        {
            OfAll = Rate(ranters.ToRaver, ranters.All),
            OfReobserved = Rate(ranters.ToRaver, ranters.Reobserved),
            Reobservation = Rate(ranters.Reobserved, ranters.All),
            Recovered = Rate(ranters.ToNeutral + ranters.ToRaver, ranters.Reobserved),
            Calmed = Rate(ranters.ToNeutral, ranters.Reobserved),
            StillRanters = Rate(ranters.ToRanter, ranters.Reobserved),
            Defection = Rate(ravers.ToRanter, ravers.Reobserved),
            Lost = Rate(ravers.ToRanter + ravers.ToNeutral, ravers.Reobserved),
            Net = PairedProportion.Difference(Flows(moves), level),
            Tally = moves,
        };
    }

    /// <summary>Is there a change at all? Tests that take every customer against that same customer before.</summary>
    /// <param name="moves">The customers before and after; the unseen enter no test.</param>
    /// <param name="level">The confidence level of the verdict and of the change in score, strictly between 0 and 1.</param>
    /// <param name="method">How McNemar's p-value is made.</param>
    /// <returns>McNemar's test of ranter→raver against raver→ranter, Stuart–Maxwell's and Bowker's of the whole table, and the change in score.</returns>
    /// <remarks>A change that is real is not yet one that care made: for that there is <see cref="Against(TransitionTally, TransitionTally, RanterBase, double, ProportionDifferenceMethod)"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static TransitionTests Test(TransitionTally moves, double level = 0.95, McNemarMethod method = McNemarMethod.MidP)
    {
        long[,] table = moves.Table();
        return new TransitionTests
        {
            McNemar = PairedProportion.Test(Flows(moves), method),
            StuartMaxwell = SquareTable.StuartMaxwell(table),
            Bowker = SquareTable.Bowker(table),
            ScoreChange = ScoreChange(moves, level),
            Level = level,
            Tally = moves,
        };
    }

    /// <summary>Sets the conversion of customers who were cared for against that of a control group who were not.</summary>
    /// <param name="control">The customers without the treatment.</param>
    /// <param name="treated">The customers with it.</param>
    /// <param name="among">Of which ranters; all of them by default, so that who was never seen again cannot flatter either side.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How interval and p-value of the difference are made.</param>
    /// <returns>The conversion beyond that of the control group.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ExtraConversion Against(
        TransitionTally control,
        TransitionTally treated,
        RanterBase among = RanterBase.All,
        double level = 0.95,
        ProportionDifferenceMethod method = ProportionDifferenceMethod.Newcombe) =>
        Against(control.Converted(among), treated.Converted(among), level, method) with { Among = among };

    /// <summary>Sets the conversion of customers who were cared for against that of a control group, from counts alone.</summary>
    /// <param name="control">Ranters turned ravers of the ranters without the treatment.</param>
    /// <param name="treated">Ranters turned ravers of the ranters with it, counted alike.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How interval and p-value of the difference are made.</param>
    /// <returns>The conversion beyond that of the control group.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ExtraConversion Against(
        ProportionTally control,
        ProportionTally treated,
        double level = 0.95,
        ProportionDifferenceMethod method = ProportionDifferenceMethod.Newcombe)
    {
        Comparison comparison = Proportion.Compare(control, treated, level, method);
        return new ExtraConversion
        {
            Control = control,
            Treated = treated,
            Comparison = comparison,
            ContactsPerExtraRaver = NumberNeeded.Of(comparison.Change),
        };
    }

    // Raver before and raver after: who turned raver gained it, who turned ranter lost it; everyone else stands between.
    private static PairedProportionTally Flows(TransitionTally moves)
    {
        (long gained, long lost) = (moves.FromRanter.ToRaver, moves.FromRaver.ToRanter);
        return new(0, lost, gained, moves.Paired - gained - lost);
    }
}
