using System.Text;
using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>Small drawings of characters; each says the same with colour and without.</summary>
internal static class Charts
{
    public static readonly Style Detractor = new(Color.Red);
    public static readonly Style Passive = new(Color.Grey);
    public static readonly Style Promoter = new(Color.Green);

    private const char DetractorMark = '▒';
    private const char PassiveMark = '·';
    private const char PromoterMark = '█';

    /// <summary>Detractors, passives and promoters as one bar of a fixed width.</summary>
    public static Markup ShareBar(NpsRow row, int width) => ShareBar([row.Detractors, row.Passives, row.Promoters], width);

    public static Markup ShareBar(ReadOnlySpan<long> counts, int width)
    {
        int[] cells = Show.Shares(counts, width);
        return new Markup(
            $"[red]{new string(DetractorMark, cells[0])}[/][grey]{new string(PassiveMark, cells[1])}[/][green]{new string(PromoterMark, cells[2])}[/]");
    }

    /// <summary>What the bar's characters stand for.</summary>
    public static Markup ShareKey(NpsRow row)
    {
        int[] shares = Show.Shares([row.Detractors, row.Passives, row.Promoters]);
        return new Markup(
            $"[red]{DetractorMark}{DetractorMark}[/] detractors {shares[0]}%   [grey]{PassiveMark}{PassiveMark}[/] passives {shares[1]}%   "
            + $"[green]{PromoterMark}{PromoterMark}[/] promoters {shares[2]}%");
    }

    public static string CountBar(long count, long most, int width)
    {
        const string Eighths = " ▏▎▍▌▋▊▉";
        long eighths = most == 0 ? 0 : (long)Math.Round((double)count / most * width * 8, MidpointRounding.AwayFromZero);
        if (count > 0 && eighths == 0)
        {
            eighths = 1;
        }

        string full = new('█', (int)(eighths / 8));
        return eighths % 8 == 0 ? full : full + Eighths[(int)(eighths % 8)];
    }

    /// <summary>An interval on an axis: ├──●──┤, with the axis's mark behind it.</summary>
    public static Markup Strip(NpsRow row, Axis axis)
    {
        char[] cells = new string(' ', axis.Width).ToCharArray();
        if (axis.Mark is { } mark)
        {
            cells[axis.Place(mark)] = '┊';
        }

        int from = cells.Length;
        int to = 0;
        if (row.Lower is { } lower && row.Upper is { } upper)
        {
            (from, to) = (axis.Place(lower), axis.Place(upper));
            cells.AsSpan(from, to - from + 1).Fill('─');
            cells[from] = '├';
            cells[to] = '┤';
        }

        if (row.Value is { } value)
        {
            cells[axis.Place(value)] = '●';
        }

        var text = new StringBuilder();
        foreach (char cell in cells)
        {
            text.Append(cell switch
            {
                '●' => "[bold]●[/]",
                '┊' => "[grey]┊[/]",
                _ => cell.ToString(),
            });
        }

        return new Markup(text.ToString());
    }
}
