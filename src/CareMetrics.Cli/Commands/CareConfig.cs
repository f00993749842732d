using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareMetrics.Cli;

/// <summary>One definition of what is counted, in a file, for analyst and nightly job: what the options of the same names say.</summary>
internal sealed record CareConfig
{
    public string? Score { get; init; }

    public string? Customer { get; init; }

    public string? Date { get; init; }

    public IReadOnlyList<string>? By { get; init; }

    public string? Every { get; init; }

    /// <summary>A value for each column; all must match.</summary>
    public IReadOnlyDictionary<string, string>? Where { get; init; }

    public bool? Latest { get; init; }

    /// <summary>Of answers that are a Net Promoter Score.</summary>
    public string? Scale { get; init; }

    /// <summary>Of ratings of satisfaction, for csat.</summary>
    public string? CsatScale { get; init; }

    /// <summary>Of ratings of effort, for ces.</summary>
    public string? CesScale { get; init; }

    public string? Invalid { get; init; }

    public IReadOnlyList<string>? Missing { get; init; }

    public string? DateFormat { get; init; }

    public string? Zone { get; init; }

    public string? Delimiter { get; init; }

    public string? Encoding { get; init; }

    public double? Level { get; init; }

    public string? Method { get; init; }

    /// <summary>The column and value of those who were left alone, for ranters.</summary>
    public string? Control { get; init; }

    /// <summary>Files of closed periods.</summary>
    public IReadOnlyList<string>? Closed { get; init; }

    /// <summary>The sizes of the groups, or how many there are in all, for reports.</summary>
    public string? Population { get; init; }

    public string? Baseline { get; init; }

    public string? Period { get; init; }

    public string? FiscalStart { get; init; }

    public string? Retail { get; init; }

    public string? AsOf { get; init; }

    public int? AnswerWindow { get; init; }

    /// <summary>The lines of a case, for reports.</summary>
    public string? Roi { get; init; }

    public decimal? ValuePerSave { get; init; }

    public string? ValueColumn { get; init; }

    public decimal? ValueSd { get; init; }

    public string? Basis { get; init; }

    public string? Horizon { get; init; }

    public string? Currency { get; init; }

    public decimal? Investment { get; init; }

    public decimal? CostPerContact { get; init; }

    public decimal? CostPerSave { get; init; }

    public decimal? CostOfNewCustomer { get; init; }

    /// <summary>What no key is, for the message.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>The keys with what they take, for help and messages.</summary>
    public static IReadOnlyList<(string Key, string Takes)> Keys { get; } =
    [
        ("score", "a column"), ("customer", "a column"), ("date", "a column"), ("by", "a list of columns"), ("every", "week, month, quarter, half or year"),
        ("where", "an object of columns and values"), ("latest", "true or false"), ("scale", "a scale, such as \"1-10\""), ("csatScale", "a scale for csat, such as \"1-7:6\""),
        ("cesScale", "a scale for ces, such as \"1-7:5\""), ("invalid", "fail or count"), ("missing", "a list of texts"), ("dateFormat", "a .NET date format"),
        ("zone", "a time zone"), ("delimiter", "a character"), ("encoding", "a name"), ("level", "a number such as 0.95"), ("method", "score, adjusted-wald or wald"),
        ("control", "COLUMN=VALUE"),
        ("closed", "a list of files"), ("population", "a file, or a text such as \"1500\""), ("baseline", "a period"), ("period", "a period"), ("fiscalStart", "a text such as \"4\""),
        ("retail", "4-4-5, 4-5-4 or 5-4-4"), ("asOf", "a day"), ("answerWindow", "a number of days"), ("roi", "a file"), ("valuePerSave", "an amount"), ("valueColumn", "a column"),
        ("valueSd", "an amount"), ("basis", "margin or revenue"), ("horizon", "a text"), ("currency", "a code"), ("investment", "an amount"), ("costPerContact", "an amount"),
        ("costPerSave", "an amount"), ("costOfNewCustomer", "an amount"),
    ];

    /// <exception cref="InputException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UsageException">It says what is not allowed.</exception>
    public static CareConfig Read(string file)
    {
        string name = Shown.Path(file);
        try
        {
            using Stream stream = AnswerReader.Open(file, () => throw new UsageException("--config needs the name of a file"));
            using var whole = new MemoryStream();
            stream.CopyTo(whole);
            ReadOnlySpan<byte> text = whole.ToArray();
            text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
            CareConfig config = JsonSerializer.Deserialize(text, CareConfigJson.Default.CareConfig) ?? throw new UsageException($"{name}: needed is an object of keys: {Allowed}");
            string? problem = config.Unknown is { Count: > 0 } unknown ? $"there is no key {Shown.Quoted(unknown.Keys.First())}; allowed are {Allowed}"
                : Twice(whole.ToArray()) is { } twice ? $"{Shown.Quoted(twice)} is said twice"
                : config.Cut is var (key, cut) ? $"{Shown.Quoted(key)} has {Shown.Quoted(cut)}; a value here holds no comma, and the name of a column no = either"
                : config.Blank is { } blank ? $"{Shown.Quoted(blank.Key)} is blank; it takes {blank.Takes}"
                : null;
            return problem is null ? config : throw new UsageException($"{name}: {problem}");
        }
        catch (IOException problem)
        {
            throw InputErrors.Unreadable(name, problem);
        }
        catch (JsonException problem)
        {
            string? key = problem.Path?.Split('.', '[').ElementAtOrDefault(1);
            string line = problem.LineNumber is { } at ? string.Create(CultureInfo.InvariantCulture, $"line {at + 1}: ") : "";
            throw new UsageException(Keys.FirstOrDefault(known => known.Key == key) is { Takes: { } takes }
                ? $"{name}: {line}{Shown.Quoted(key!)} takes {takes}"
                : $"{name}: {line}no JSON object of keys; an example is {{ \"scale\": \"1-10\", \"by\": [\"channel\"], \"where\": {{ \"region\": \"north\" }} }}");
        }
    }

    /// <summary>The options that say the same.</summary>
    /// <param name="command">The command, of whose scales one is meant.</param>
    public IEnumerable<ConfiguredOption> Options(string command) => new (string Key, string Option, IReadOnlyList<string>? Values)[]
    {
        ("score", "--score", One(Score)),
        ("customer", "--customer", One(Customer)),
        ("date", "--date", One(Date)),
        ("by", "--by", By is { Count: > 0 } ? [string.Join(',', By)] : null),
        ("every", "--every", One(Every)),
        ("where", "--where", Where is { Count: > 0 } ? [.. Where.Select(filter => $"{filter.Key}={filter.Value}")] : null),
        ("latest", "--latest", Latest == true ? [] : null),
        (command is "csat" or "ces" ? command + "Scale" : "scale", "--scale", One(command switch { "csat" => CsatScale, "ces" => CesScale, _ => Scale })),
        ("invalid", "--invalid", One(Invalid)),
        ("missing", "--missing", Missing is { Count: > 0 } ? [string.Join(',', Missing)] : null),
        ("dateFormat", "--date-format", One(DateFormat)),
        ("zone", "--zone", One(Zone)),
        ("delimiter", "--delimiter", One(Delimiter)),
        ("encoding", "--encoding", One(Encoding)),
        ("level", "--level", One(Level)),
        ("method", "--method", One(Method)),
        ("control", "--control", One(Control)),
        ("closed", "--closed", Closed is { Count: > 0 } ? Closed : null),
        ("population", "--population", One(Population)),
        ("baseline", "--baseline", One(Baseline)),
        ("period", "--period", One(Period)),
        ("fiscalStart", "--fiscal-start", One(FiscalStart)),
        ("retail", "--retail", One(Retail)),
        ("asOf", "--as-of", One(AsOf)),
        ("answerWindow", "--answer-window", One(AnswerWindow)),
        ("roi", "--roi", One(Roi)),
        ("valuePerSave", "--value-per-save", One(ValuePerSave)),
        ("valueColumn", "--value-column", One(ValueColumn)),
        ("valueSd", "--value-sd", One(ValueSd)),
        ("basis", "--basis", One(Basis)),
        ("horizon", "--horizon", One(Horizon)),
        ("currency", "--currency", One(Currency)),
        ("investment", "--investment", One(Investment)),
        ("costPerContact", "--cost-per-contact", One(CostPerContact)),
        ("costPerSave", "--cost-per-save", One(CostPerSave)),
        ("costOfNewCustomer", "--cost-of-new-customer", One(CostOfNewCustomer)),
    }.Where(option => option.Values is not null).Select(option => new ConfiguredOption(option.Key, option.Option, option.Values!));

    // What options part their values at cannot stand in one.
    private (string Key, string Text)? Cut => By?.FirstOrDefault(Parts(',')) is { } column ? ("by", column)
        : Missing?.FirstOrDefault(Parts(',')) is { } text ? ("missing", text)
        : Where?.Keys.FirstOrDefault(Parts('=')) is { } filter ? ("where", filter)
        : null;

    private static Func<string, bool> Parts(char sign) => text => text?.Contains(sign, StringComparison.Ordinal) == true;

    // An option without a value is none.
    private (string Key, string Takes)? Blank => Options("nps").Concat(Options("csat")).Concat(Options("ces"))
        .FirstOrDefault(part => part.Option != "--latest" && part.Values.Any(string.IsNullOrWhiteSpace)) is not { Key: { } key } ? null : Keys.First(known => known.Key == key);

    private static string? Twice(byte[] json)
    {
        using var document = JsonDocument.Parse(json.AsMemory(json.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return In(document.RootElement).Concat(document.RootElement.TryGetProperty("where", out JsonElement where) && where.ValueKind == JsonValueKind.Object ? In(where) : []).FirstOrDefault();

        static IEnumerable<string> In(JsonElement found) => found.EnumerateObject().GroupBy(part => part.Name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key);
    }

    private static string Allowed => string.Join(", ", Keys.Select(known => known.Key));

    private static IReadOnlyList<string>? One(string? value) => value is null ? null : [value];

    private static IReadOnlyList<string>? One(IFormattable? number) => One(number?.ToString(null, CultureInfo.InvariantCulture));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(CareConfig))]
internal sealed partial class CareConfigJson : JsonSerializerContext;
