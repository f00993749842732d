using System.Globalization;
using CareMetrics.Roi;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The flat rows of a case, or of two amounts.</summary>
internal static class RoiRows
{
    private const string Booked = "booked";

    public static IReadOnlyList<RoiRow> Of(ReturnOnInvestment roi, string definition)
    {
        string money = roi.Currency ?? Units.Money;
        return
        [
            new() { Measure = "return", Value = new Figure(roi.Returned), Unit = money, Method = Booked, Definition = definition },
            new() { Measure = "investment", Value = new Figure(roi.Invested), Unit = money, Method = Booked, Definition = definition },
            new() { Measure = "net", Value = new Figure(roi.Net), Unit = money, Method = Booked, Definition = definition },
            new()
            {
                Measure = "roi",
                Value = Figure.Of(roi.Ratio),
                Unit = Units.Fraction,
                Method = roi.Ratio is null ? "nothing is invested" : Booked,
                Definition = definition,
            },
        ];
    }

    public static IReadOnlyList<RoiRow> Of(CaseFindings found)
    {
        var rows = new List<RoiRow>();
        for (int i = 0; i < found.Summary.Benefits.Length; i++)
        {
            rows.AddRange(Line(found, found.Summary.Benefits[i], "benefit", found.Case.Benefits[i].ToString()));
        }

        for (int i = 0; i < found.Summary.Costs.Length; i++)
        {
            rows.AddRange(Line(found, found.Summary.Costs[i], RoiText.Kind(found.Case.Costs[i].Kind), found.Case.Costs[i].ToString()));
        }

        rows.AddRange(Of(found.Summary.Return, found.Definition));
        rows.AddRange(found.Summary.DoubleCounts.Zip(found.DoubleCounts, (caution, words) =>
            Row(found, "double-count", null, "lines", words, string.Join(", ", caution.Lines))));
        rows.AddRange(Time(found));
        if (found.BreakEven is { } even)
        {
            string method = even.Reason ?? $"target {Plain(even.Target)}, {RateText(found)}";
            rows.Add(Row(found, "break-even-amount", even.Amount, Money(found), method, even.Line));
            rows.Add(Row(found, "break-even-multiple", even.Multiple, "times booked", method, even.Line));
            rows.Add(Row(found, "break-even-quantity", even.Quantity, "units a period", method, even.Line));
        }

        if (found.Simulation is { } simulation)
        {
            rows.AddRange(Simulated(found, simulation));
        }

        return rows;
    }

    private static IEnumerable<RoiRow> Line(CaseFindings found, LineAmount line, string kind, string parts)
    {
        yield return new RoiRow { Measure = "line-amount", Line = line.Name, Value = new Figure(line.Amount), Unit = Money(found), Method = kind, Definition = parts };
        yield return new RoiRow
        {
            Measure = "line-share",
            Line = line.Name,
            Value = Figure.Of(line.Share),
            Unit = Units.Fraction,
            Method = kind == "benefit" ? "of all benefits" : "of all costs",
            Definition = parts,
        };
    }

    private static IEnumerable<RoiRow> Time(CaseFindings found)
    {
        foreach (double rate in found.Rates.Rates)
        {
            yield return Row(found, "internal-rate", rate, Units.Fraction, found.Rates.Repeated.Contains(rate) ? "touches 0" : "crosses 0");
        }

        if (found.Rates.Reason is not null)
        {
            yield return Row(found, "internal-rate", null, Units.Fraction, found.Rates.ToString());
        }

        yield return Row(found, "payback", found.Payback.First, "periods", found.Payback.ToString());
        yield return Row(found, "payback-for-good", found.Payback.Lasting, "periods", found.Payback.ToString());
        if (found.PresentValue is { } value)
        {
            yield return Row(found, "present-value", value, Money(found), RateText(found));
            yield return Row(found, "present-roi", found.PresentRatio, Units.Fraction, RateText(found));
            yield return Row(found, "discounted-payback", found.DiscountedPayback!.First, "periods", $"{RateText(found)}: {found.DiscountedPayback}");
            yield return Row(found, "discounted-payback-for-good", found.DiscountedPayback.Lasting, "periods", $"{RateText(found)}: {found.DiscountedPayback}");
        }
    }

    private static IEnumerable<RoiRow> Simulated(CaseFindings found, CaseSimulation simulation)
    {
        string method = $"{Plain(simulation.Draws)} draws, seed {Plain(simulation.Seed)}, {RateText(found)}";
        foreach ((string name, SimulatedDistribution? drawn, string unit) in new[]
        {
            ("simulated-net", simulation.Net, Money(found)),
            ("simulated-roi", simulation.Ratio, Units.Fraction),
        })
        {
            if (drawn is null)
            {
                continue;
            }

            yield return Row(found, name + "-mean", drawn.Mean, unit, method);
            yield return Row(found, name + "-standard-deviation", drawn.StandardDeviation, unit, method);
            yield return Row(found, name + "-standard-error", drawn.StandardError, unit, method);
            for (int i = 0; i < drawn.Quantiles.Length; i++)
            {
                yield return Row(found, name + "-quantile", drawn.Quantiles[i], unit, method) with { Level = drawn.Probabilities[i] };
            }
        }

        foreach ((string name, Estimate chance) in new[] { ("chance-of-gain", simulation.ChanceOfGain), ("chance-of-loss", simulation.ChanceOfLoss) })
        {
            yield return Row(found, name, chance.Value, chance.Unit, $"{chance.Method}, {method}") with
            {
                Lower = Figure.Of(chance.Lower),
                Upper = Figure.Of(chance.Upper),
                Level = chance.Level,
            };
        }

        for (int i = 0; i < simulation.Net.BinCounts.Length; i++)
        {
            yield return Row(found, "histogram-bin", simulation.Net.BinCounts[i], "draws", method) with
            {
                Lower = new Figure(simulation.Net.BinEdges[i]),
                Upper = new Figure(simulation.Net.BinEdges[i + 1]),
            };
        }

        foreach (TornadoBar bar in found.Tornado)
        {
            yield return Row(found, "net-at-low", bar.NetAtLow, Money(found), RateText(found), bar.Line);
            yield return Row(found, "net-at-high", bar.NetAtHigh, Money(found), RateText(found), bar.Line);
        }
    }

    private static RoiRow Row(CaseFindings found, string measure, double? value, string unit, string method, string? line = null) => new()
    {
        Measure = measure,
        Line = line,
        Value = Figure.Of(value),
        Unit = unit,
        Method = method,
        Definition = found.Definition,
    };

    private static string RateText(CaseFindings found) =>
        found.Questions.Rate is { } rate ? $"rate {Plain(rate)} with {RoiText.First(found.Questions.First)}" : "undiscounted";

    private static string Money(CaseFindings found) => found.Currency ?? Units.Money;

    private static string Plain(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
