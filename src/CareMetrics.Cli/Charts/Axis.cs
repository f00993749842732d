namespace CareMetrics.Cli;

/// <summary>A range of scores drawn over some characters, with one score marked.</summary>
internal sealed class Axis
{
    private const double Step = 10;

    private readonly double from;
    private readonly double to;

    /// <summary>Makes the axis that holds all intervals and the mark, ending on round numbers.</summary>
    public Axis(IEnumerable<NpsRow> rows, int width, double? mark)
    {
        double[] ends = [.. rows
            .SelectMany(row => new[] { row.Lower ?? row.Value, row.Upper ?? row.Value })
            .Append(mark).OfType<double>().DefaultIfEmpty(0)];
        from = Math.Floor(ends.Min() / Step) * Step;
        to = Math.Max(Math.Ceiling(ends.Max() / Step) * Step, from + Step);
        Width = width;
        Mark = mark;
    }

    public int Width { get; }

    public double? Mark { get; }

    public int Place(double score) =>
        (int)Math.Round((Math.Clamp(score, from, to) - from) / (to - from) * (Width - 1), MidpointRounding.AwayFromZero);

    /// <summary>The scores at the ends and at the mark, each over its place.</summary>
    public string Heading
    {
        get
        {
            string left = Show.Points(from);
            string right = Show.Points(to);
            string ends = left + new string(' ', Math.Max(1, Width - left.Length - right.Length)) + right;
            if (Mark is not { } mark)
            {
                return ends;
            }

            string middle = Show.Points(mark);
            int start = Place(mark) - middle.Length / 2;
            bool fits = start > left.Length && start + middle.Length < Width - right.Length;
            return fits ? ends[..start] + middle + ends[(start + middle.Length)..] : ends;
        }
    }
}
