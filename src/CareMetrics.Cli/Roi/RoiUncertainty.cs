using CareMetrics.Roi;
using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>What a simulation found, and which line drives it.</summary>
internal static class RoiUncertainty
{
    private const int LongestBar = 50;
    private const double WholeFrom = 1000;

    private static readonly double[] Shown = [0.05, 0.25, 0.5, 0.75, 0.95];

    public static IEnumerable<ReportSection> Sections(CaseFindings found, int width)
    {
        if (found.Simulation is not { } simulation)
        {
            yield break;
        }

        yield return Quantiles(found, simulation);
        if (simulation.Net.BinCounts.Length > 1 && simulation.Net.Maximum > simulation.Net.Minimum)
        {
            yield return Histogram(simulation, width);
        }

        if (!found.Tornado.IsEmpty)
        {
            yield return Tornado(found, width);
        }
    }

    private static ReportSection Quantiles(CaseFindings found, CaseSimulation simulation)
    {
        int decimals = Decimals(simulation.Net);
        var table = new FigureTable();
        table.Column("", isNumber: false);
        table.Column(found.Currency is { } currency ? "net " + Show.OneLine(currency) : "net");
        table.Column("ROI");
        table.Row(["mean", RoiText.Number(simulation.Net.Mean, decimals), RoiText.Share(simulation.Ratio?.Mean)]);
        foreach (double probability in Shown)
        {
            table.Row([
                probability == 0.5 ? "median" : Show.Level(probability) + " quantile",
                RoiText.Number(simulation.Net.Quantile(probability), decimals),
                RoiText.Share(simulation.Ratio?.Quantile(probability))]);
        }

        string chance = $"Chance of loss {RoiText.Chance(simulation.ChanceOfLoss.Value)} "
            + $"({Show.Level(simulation.ChanceOfLoss.Level)} CI of the draws {RoiText.Chance(simulation.ChanceOfLoss.Lower)} to {RoiText.Chance(simulation.ChanceOfLoss.Upper)})";
        string how = $"{Show.Count(simulation.Draws, "draw", "draws")}, seed {simulation.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}, "
            + (found.Questions.Rate is { } rate ? $"present values at {RoiText.Percent(rate)} with {RoiText.First(found.Questions.First)}" : "not discounted")
            + "; lines are drawn independently";
        return new ReportSection(
            "How it may turn out",
            new Rows(table.OnScreen(), Text.Empty, new Text(chance), new Text(how)),
            $"{table.InMarkdown()}\n\n{chance}\n\n{how}");
    }

    private static ReportSection Histogram(CaseSimulation simulation, int width)
    {
        SimulatedDistribution net = simulation.Net;
        int decimals = Decimals(net);
        int[] shares = Show.Shares(net.BinCounts.AsSpan());
        var screen = new FigureTable();
        var plain = new FigureTable();
        foreach (FigureTable table in new[] { screen, plain })
        {
            table.Column("net from");
            table.Column("share");
        }

        screen.Column("", isNumber: false);
        long most = net.BinCounts.Max();
        for (int i = 0; i < net.BinCounts.Length; i++)
        {
            string from = RoiText.Number(net.BinEdges[i], decimals);
            string share = Show.Share(shares[i], net.BinCounts[i]);
            Style style = net.BinEdges[i + 1] <= 0 ? Charts.Detractor : net.BinEdges[i] >= 0 ? Charts.Promoter : Charts.Passive;
            screen.Row([from, share, new FigureCell(Charts.CountBar(net.BinCounts[i], most, Math.Min(LongestBar, Math.Max(10, width - 30))), style)]);
            plain.Row([from, share]);
        }

        return new ReportSection("Net of the draws", screen.OnScreen(), plain.InMarkdown());
    }

    private static ReportSection Tornado(CaseFindings found, int width)
    {
        FigureTable plain = Make(0);
        int room = Math.Min(LongestBar, width - plain.Width - 2);
        return new ReportSection("What drives it", (room >= 11 ? Make(room) : plain).OnScreen(), plain.InMarkdown());

        FigureTable Make(int bar)
        {
            double booked = found.PresentValue ?? (double)found.Summary.Return.Net;
            double lowest = found.Tornado.Min(line => Math.Min(line.NetAtLow, line.NetAtHigh));
            double highest = found.Tornado.Max(line => Math.Max(line.NetAtLow, line.NetAtHigh));
            (lowest, highest) = (Math.Min(lowest, booked), Math.Max(highest, booked));
            int decimals = Math.Max(Math.Abs(lowest), Math.Abs(highest)) >= WholeFrom ? 0 : 2;
            var table = new FigureTable();
            table.Column("line", isNumber: false);
            table.Column("net at low");
            table.Column("net at high");
            if (bar > 0)
            {
                table.Column("┊ as booked", isNumber: false);
            }

            foreach (TornadoBar line in found.Tornado)
            {
                List<FigureCell> cells = [Show.OneLine(line.Line), RoiText.Number(line.NetAtLow, decimals), RoiText.Number(line.NetAtHigh, decimals)];
                if (bar > 0)
                {
                    cells.Add(RoiCharts.Span(line.NetAtLow, line.NetAtHigh, booked, lowest, highest, bar));
                }

                table.Row(cells);
            }

            return table;
        }
    }

    private static int Decimals(SimulatedDistribution net) => Math.Max(Math.Abs(net.Minimum), Math.Abs(net.Maximum)) >= WholeFrom ? 0 : 2;
}
