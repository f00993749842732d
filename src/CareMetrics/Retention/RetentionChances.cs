using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>How a return may turn out: the model behind <see cref="RetentionRisk"/>.</summary>
internal static class RetentionChances
{
    internal static RetentionRisk? Of(RetentionRoi naive, IncrementalRetentionRoi? against)
    {
        Estimate net = against?.IncrementalNet ?? naive.NaiveNet;
        if (net.Value is null)
        {
            return null;
        }

        return naive.Own is { } own ? Normal(naive, against, own, net) : GammaBeta(naive, against, net.Level);
    }

    private static RetentionRisk? Normal(RetentionRoi naive, IncrementalRetentionRoi? against, KeptValueTally own, Estimate net)
    {
        Roi.ReturnOnInvestment books = (against is null ? naive.Return : against.Return)!;
        if (RetentionLimits.Error(own, against?.OwnControl, (double)naive.Cost.PerSave) is not var (error, _))
        {
            return null;
        }

        double value = net.Value!.Value;
        double size = Math.Abs(value) / error;
        double? roiError = RetentionLimits.RoiError(books, own, against?.OwnControl, naive.Cost)?.Error / (double)books.Invested;
        double half = Distributions.TwoSidedZ(net.Level);
        return new RetentionRisk
        {
            AgainstControl = against is not null,
            MeanNet = value,
            StandardDeviationNet = error,
            ChanceOfGain = Distributions.NormalUpper(-value / error),
            ChanceOfLoss = Distributions.NormalUpper(value / error),
            MeanRoi = books.Ratio,
            LowerRoi = books.Ratio - half * roiError,
            MedianRoi = books.Ratio,
            UpperRoi = books.Ratio + half * roiError,
            Level = net.Level,
            ValueOfPerfectInformation = Math.Max(0, error * (Distributions.NormalDensity(size) - size * Distributions.NormalUpper(size))),
            Method = "normal",
        };
    }

    private static RetentionRisk GammaBeta(RetentionRoi naive, IncrementalRetentionRoi? against, double level)
    {
        var model = new GammaBetaReturn(
            (double)naive.Value.Amount!.Value,
            (double)(naive.Value.StandardDeviation ?? 0),
            naive.Converted,
            against?.Extra.Control,
            (double)naive.Cost.Unconditional(naive.Converted.Trials),
            (double)naive.Cost.PerSave);
        bool invested = model.Invests;
        double tail = (1 - level) / 2;
        double loss = model.Chance(1, above: false);
        double gain = model.Chance(1, above: true);
        return new RetentionRisk
        {
            AgainstControl = against is not null,
            MeanNet = Errors.RequireRepresentable(model.MeanNet, "the expected net"),
            StandardDeviationNet = Errors.RequireRepresentable(model.DeviationNet, "the standard deviation of the net"),
            ChanceOfGain = Math.Min(1, gain),
            ChanceOfLoss = Math.Min(1, loss),
            MeanRoi = model.MeanRoi(),
            LowerRoi = invested ? model.Quantile(tail, above: false) : null,
            MedianRoi = invested ? model.Quantile(0.5, above: false) : null,
            UpperRoi = invested ? model.Quantile(tail, above: true) : null,
            Level = level,
            ValueOfPerfectInformation = model.ExpectedRegret(),
            Method = "gamma-beta",
        };
    }
}
