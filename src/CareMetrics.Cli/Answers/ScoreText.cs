using CareMetrics.Nps;

namespace CareMetrics.Cli;

/// <summary>What the text of an answer is.</summary>
internal enum ScoreReading
{
    Score,
    Above,
    Below,
    Fraction,
    NotNumber,
}

/// <summary>Reads scores: whole numbers, which may be written 7.0 or +7.</summary>
internal static class ScoreText
{
    /// <param name="text">Without surrounding spaces, not empty.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="score">The score, where it is one.</param>
    internal static ScoreReading Read(ReadOnlySpan<byte> text, NpsScale scale, out int score)
    {
        score = 0;
        bool isNegative = text[0] == '-';
        int at = isNegative || text[0] == '+' ? 1 : 0;
        int firstDigit = at;
        long number = 0;
        for (; at < text.Length && IsDigit(text[at]); at++)
        {
            // Past any scale's end it only has to stay there.
            number = Math.Min(number * 10 + (text[at] - '0'), uint.MaxValue);
        }

        if (at == firstDigit)
        {
            return ScoreReading.NotNumber;
        }

        bool isFraction = false;
        if (at < text.Length)
        {
            if (text[at] != '.' || at + 1 == text.Length)
            {
                return ScoreReading.NotNumber;
            }

            for (at++; at < text.Length; at++)
            {
                if (!IsDigit(text[at]))
                {
                    return ScoreReading.NotNumber;
                }

                isFraction |= text[at] != '0';
            }
        }

        if (isFraction)
        {
            return ScoreReading.Fraction;
        }

        number = isNegative ? -number : number;
        if (number > scale.Maximum)
        {
            return ScoreReading.Above;
        }

        if (number < scale.Minimum)
        {
            return ScoreReading.Below;
        }

        score = (int)number;
        return ScoreReading.Score;
    }

    /// <summary>A reading that is no score, in words.</summary>
    internal static string Kind(ScoreReading reading, NpsScale scale) => reading switch
    {
        ScoreReading.Above => $"above {scale.Maximum}",
        ScoreReading.Below => $"below {scale.Minimum}",
        ScoreReading.Fraction => "not a whole number",
        _ => "not a number",
    };

    private static bool IsDigit(byte letter) => (uint)(letter - '0') <= 9;
}
