using System.Text;
using CareMetrics.Baseline;
using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>A chart turned on its side: time runs down, each point stands on a line of its own between dots from limit to limit.</summary>
internal sealed class ChartDrawing
{
    private const char CentreMark = '│';
    private const char RoomMark = '·';
    private const char GapMark = '–';
    private const char PointMark = '○';
    private const char SignalMark = '●';

    private readonly double from;
    private readonly double to;
    private readonly int width;

    public ChartDrawing(IReadOnlyList<ChartPoint> points, int width)
    {
        double[] ends = [.. points.SelectMany(point => new[] { point.Lower, point.Upper, point.Value, point.Centre }).OfType<double>()];
        (from, to, this.width) = (ends.Min(), ends.Max(), width);
    }

    public Markup Line(ChartPoint point, bool? isImprovement)
    {
        char[] cells = new string(' ', width).ToCharArray();
        if (point is { Lower: { } lower, Upper: { } upper })
        {
            cells.AsSpan(Place(lower), Place(upper) - Place(lower) + 1).Fill(RoomMark);
        }

        cells[Place(point.Centre)] = CentreMark;
        bool isSignal = point.Members != ChartSignalKinds.None;
        int at = Place(point.Value ?? point.Centre);
        cells[at] = point.Value is null ? GapMark : isSignal ? SignalMark : PointMark;
        string colour = isImprovement switch
        {
            true => "green",
            false => "red",
            null => "bold",
        };
        var text = new StringBuilder();
        foreach (char cell in cells)
        {
            text.Append(cell switch
            {
                SignalMark => $"[{colour}]{SignalMark}[/]",
                RoomMark or CentreMark => $"[grey]{cell}[/]",
                _ => cell.ToString(),
            });
        }

        return new Markup(text.ToString());
    }

    private int Place(double value) =>
        to > from ? (int)Math.Round((value - from) / (to - from) * (width - 1), MidpointRounding.AwayFromZero) : width / 2;
}
