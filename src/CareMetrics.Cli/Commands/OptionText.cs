using System.Globalization;
using System.Text;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Satisfaction;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>Reads the texts given to options; a text that means nothing is an error that names the option and what is allowed.</summary>
internal static class OptionText
{
    private const NumberStyles Unsigned = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static NpsScale Scale(string text)
    {
        try
        {
            return NpsScale.Parse(text);
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            throw new UsageException($"--scale: {problem.Message}");
        }
    }

    /// <summary>MIN-MAX:GOOD, good from there up, or with ":lower" from there down.</summary>
    public static RatingScale RatingScale(string text)
    {
        string[] parts = text.Split(':');
        int dash = parts[0].IndexOf('-', Math.Min(1, parts[0].Length));
        bool isLower = parts is [_, _, "lower"];
        if (dash > 0 && (parts.Length == 2 || isLower)
            && Whole(parts[0][..dash]) is { } minimum && Whole(parts[0][(dash + 1)..]) is { } maximum && Whole(parts[1]) is { } good)
        {
            try
            {
                return new RatingScale(minimum, maximum, good, isLower ? Better.Lower : Better.Higher);
            }
            catch (ArgumentException problem)
            {
                throw new UsageException($"--scale: {Problem(problem)}");
            }
        }

        throw new UsageException($"--scale is \"{text}\"; it takes MIN-MAX:GOOD where higher is better, such as 1-5:4, or MIN-MAX:GOOD:lower, such as 1-5:2:lower");

        static int? Whole(string digits) =>
            int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
    }

    public static long Whole(string option, string text, long least) =>
        long.TryParse(text, NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out long number) && number >= least
            ? number
            : throw new UsageException(
                $"{option} is {text}; allowed are whole numbers from {least}{(IsBeyond(text, long.MaxValue) ? $" to {long.MaxValue}" : "")}, without separators");

    public static double Number(string option, string text, double least, double most, string allowed) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | Unsigned, CultureInfo.InvariantCulture, out double number)
            && number >= least && number <= most
            ? number
            : throw new UsageException($"{option} is {text}; allowed are {allowed}");

    private static bool IsBeyond(string text, double most) =>
        double.TryParse(text, NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number) && number >= most;

    /// <summary>What the library says is wrong, without the name that its programmers know.</summary>
    public static string Problem(ArgumentException problem) => problem.Message.Split(" (Parameter '")[0];

    /// <summary>A fraction, or a percentage with its sign.</summary>
    public static double Share(string option, string text)
    {
        bool isPercent = text.EndsWith('%');
        return double.TryParse(isPercent ? text[..^1] : text, Unsigned, CultureInfo.InvariantCulture, out double number)
            && number <= (isPercent ? 100 : 1)
            ? isPercent ? number / 100 : number
            : throw new UsageException($"{option} is {text}; allowed are shares such as 0.5 or 50%");
    }

    public static double Level(string text) =>
        double.TryParse(text, Unsigned, CultureInfo.InvariantCulture, out double level) && level > 0 && level < 1
            ? level
            : throw new UsageException($"--level is {text}; a confidence level lies strictly between 0 and 1, such as 0.95");

    public static TChoice Choice<TChoice>(string option, string text, params (string Name, TChoice Choice)[] allowed)
    {
        foreach ((string name, TChoice choice) in allowed)
        {
            if (string.Equals(text, name, StringComparison.OrdinalIgnoreCase))
            {
                return choice;
            }
        }

        throw new UsageException($"{option} is {text}; allowed are {string.Join(", ", allowed.Select(pair => pair.Name))}");
    }

    public static PeriodKind Every(string text) => Choice(
        "--every", text,
        ("week", PeriodKind.Week), ("month", PeriodKind.Month), ("quarter", PeriodKind.Quarter), ("half", PeriodKind.HalfYear), ("year", PeriodKind.Year));

    public static NpsMethod Method(string text) => Choice(
        "--method", text, ("score", NpsMethod.Score), ("adjusted-wald", NpsMethod.AdjustedWald), ("wald", NpsMethod.Wald));

    public static InvalidAnswers Invalid(string text) => Choice(
        "--invalid", text, ("fail", InvalidAnswers.Fail), ("count", InvalidAnswers.Count));

    public static IReadOnlyList<string> Columns(string option, string text)
    {
        string[] columns = text.Split(',', StringSplitOptions.TrimEntries);
        if (columns.Any(column => column.Length == 0))
        {
            throw new UsageException($"{option} is \"{text}\"; it takes COLUMN[,COLUMN], such as channel,region");
        }

        return columns.GroupBy(column => column, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new UsageException($"{option} names {twice.Key} twice")
            : columns;
    }

    public static ColumnFilter Where(string text) => Pair("--where", text, "channel=phone", mayBeBlank: true);

    public static ColumnFilter Control(string text) => Pair("--control", text, "programme=control");

    public static ColumnFilter Pair(string option, string text, string example, bool mayBeBlank = false)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && (mayBeBlank || text[(equals + 1)..].Trim().Length > 0)
            ? new ColumnFilter(text[..equals].Trim(), text[(equals + 1)..].Trim())
            : throw new UsageException($"{option} is \"{text}\"; it takes COLUMN=VALUE, such as {example}");
    }

    public static IReadOnlyList<string> MissingTexts(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static char Delimiter(string text) => text.ToUpperInvariant() switch
    {
        "COMMA" => ',',
        "SEMICOLON" => ';',
        "TAB" or @"\T" => '\t',
        "PIPE" => '|',
        { Length: 1 } when !char.IsControl(text[0]) && text[0] is not ('"' or ' ') || text == "\t" => text[0],
        _ => throw new UsageException($"--delimiter is \"{text}\"; allowed are comma, semicolon, tab, pipe, or one character"),
    };

    /// <summary>Null is UTF-8, the reader's own.</summary>
    public static Encoding? Encoding(string text)
    {
        try
        {
            System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var encoding = System.Text.Encoding.GetEncoding(text);
            return encoding.CodePage == System.Text.Encoding.UTF8.CodePage ? null : encoding;
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            throw new UsageException($"--encoding is {text}; allowed are utf-8, utf-16, windows-1252, iso-8859-1 and the other IANA names of encodings");
        }
    }

    public static TimeZoneInfo Zone(string text)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(text);
        }
        catch (Exception problem) when (problem is TimeZoneNotFoundException or InvalidTimeZoneException or ArgumentException or System.Security.SecurityException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--zone is {text}, which is no time zone known here; allowed are IANA names such as Europe/Berlin, or Windows names such as \"W. Europe Standard Time\"");
        }
    }

    /// <summary>Also catches the formats of other languages, which would match nothing or read minutes as months.</summary>
    public static string DateFormat(string text)
    {
        bool foreign = text.Contains('%', StringComparison.Ordinal) || text.Contains("YY", StringComparison.Ordinal) || text.Contains("DD", StringComparison.Ordinal);
        bool minutesForMonths = text.Contains("mm", StringComparison.Ordinal) && !text.Contains('M', StringComparison.Ordinal);
        try
        {
            _ = DateTimeOffset.UnixEpoch.ToString(text, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            foreign = true;
        }

        return text.Length > 0 && !foreign && !minutesForMonths
            ? text
            : throw new UsageException($"--date-format is \"{text}\"; it is a .NET date format with d, M (months), y, H, m (minutes), such as dd.MM.yyyy or \"M/d/yyyy H:mm\"");
    }
}
