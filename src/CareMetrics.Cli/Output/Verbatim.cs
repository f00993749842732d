using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>Lines that are broken by who wrote them and nowhere else, so that what is copied from a screen is what was meant.</summary>
/// <param name="lines">The lines for so many columns; one that is longer stays whole.</param>
/// <param name="style">How all of them look.</param>
internal sealed class Verbatim(Func<int, IEnumerable<string>> lines, Style? style = null) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (string line in lines(maxWidth))
        {
            yield return new Segment(line, style ?? Style.Plain);
            yield return Segment.LineBreak;
        }
    }
}
