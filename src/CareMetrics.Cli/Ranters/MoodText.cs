using System.Globalization;
using System.Text;
using CareMetrics.Conversion;
using CareMetrics.Nps;

namespace CareMetrics.Cli;

/// <summary>Reads a mood: by its name, or as a score on the scale.</summary>
internal sealed class MoodText(MoodQuery query)
{
    private static readonly (byte[] Name, Mood Mood)[] s_names =
    [
        ("ranter"u8.ToArray(), Mood.Ranter), ("ranters"u8.ToArray(), Mood.Ranter), ("detractor"u8.ToArray(), Mood.Ranter), ("detractors"u8.ToArray(), Mood.Ranter),
        ("neutral"u8.ToArray(), Mood.Neutral), ("neutrals"u8.ToArray(), Mood.Neutral), ("passive"u8.ToArray(), Mood.Neutral), ("passives"u8.ToArray(), Mood.Neutral),
        ("raver"u8.ToArray(), Mood.Raver), ("ravers"u8.ToArray(), Mood.Raver), ("promoter"u8.ToArray(), Mood.Raver), ("promoters"u8.ToArray(), Mood.Raver),
    ];

    private readonly NpsScale? _whole = query.WholeScale;
    private readonly MissingTexts _missing = new(query.Source.MissingTexts);

    internal string Allowed =>
        (_whole is { } whole ? InputErrors.Allowed(whole) : $"allowed are numbers from {Number(query.Scale.Minimum)} to {Number(query.Scale.Maximum)}")
        + ", or ranter, neutral, raver";

    internal bool IsMissing(ReadOnlySpan<byte> text) => text.IsEmpty || _missing.Contains(text);

    /// <param name="text">Not missing.</param>
    /// <param name="mood">The mood, where it is one.</param>
    /// <param name="score">The score behind it; NaN where the mood was named.</param>
    internal ScoreReading Read(ReadOnlySpan<byte> text, out Mood mood, out double score)
    {
        score = double.NaN;
        if (text[0] > '9')
        {
            foreach ((byte[] name, Mood named) in s_names)
            {
                if (Ascii.EqualsIgnoreCase(name, text))
                {
                    mood = named;
                    return ScoreReading.Score;
                }
            }
        }

        mood = Mood.Neutral;
        if (_whole is not null)
        {
            ScoreReading reading = ScoreText.Read(text, _whole, out int whole);
            score = whole;
            return reading == ScoreReading.Score && !query.Scale.TryMoodOf(whole, out mood) ? ScoreReading.NotNumber : reading;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return !double.TryParse(text, Style, CultureInfo.InvariantCulture, out score) || !double.IsFinite(score) ? ScoreReading.NotNumber
            : score > query.Scale.Maximum ? ScoreReading.Above
            : score < query.Scale.Minimum ? ScoreReading.Below
            : query.Scale.TryMoodOf(score, out mood) ? ScoreReading.Score
            : ScoreReading.NotNumber;
    }

    /// <inheritdoc cref="ScoreText.Kind"/>
    internal string Kind(ScoreReading reading) => reading switch
    {
        ScoreReading.Above => $"above {Number(query.Scale.Maximum)}",
        ScoreReading.Below => $"below {Number(query.Scale.Minimum)}",
        ScoreReading.Fraction => "not a whole number",
        _ => "neither a number nor a mood",
    };

    internal static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
