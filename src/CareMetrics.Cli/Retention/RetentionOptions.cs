using System.CommandLine;
using CareMetrics.Retention;

namespace CareMetrics.Cli;

/// <summary>The arguments that say what a kept customer is worth and what keeping costs.</summary>
/// <param name="subject">Who needs the value and the cost, for messages.</param>
internal sealed class RetentionOptions(string subject = "retention")
{
    private readonly Option<string?> valuePerSave = Text("--value-per-save", "AMOUNT", "what one kept customer is worth: as a raver less as a ranter, not the whole lifetime value");
    private readonly Option<string?> valueColumn = Text("--value-column", "COLUMN", "in place of --value-per-save: what each customer is worth, the same in all of a customer's rows");
    private readonly Option<string?> valueSd = Text("--value-sd", "AMOUNT", "how unsure that value is, as a standard deviation");
    private readonly Option<string?> basis = Text("--basis", "margin|revenue", "what the value is counted in; margin unless told");
    private readonly Option<string?> horizon = Text("--horizon", "TEXT", "over what time the value is counted, such as \"2 years\"");
    private readonly Option<string?> investment = Text("--investment", "AMOUNT", "what the programme costs however many it saves");
    private readonly Option<string?> perContact = Text("--cost-per-contact", "AMOUNT", "what it costs to contact one ranter");
    private readonly Option<string?> perSave = Text("--cost-per-save", "AMOUNT", "what is conceded to each customer saved");
    private readonly Option<string?> ofNewCustomer = Text("--cost-of-new-customer", "AMOUNT", "what it costs to win a new customer, to be read beside the cost per save");
    private readonly Option<string?> currency = Text("--currency", "CODE", "such as EUR");

    public IReadOnlyList<OptionGroup> Groups =>
    [
        new("What a save is worth", [valuePerSave, valueColumn, valueSd, basis, horizon, currency]),
        new("What it costs", [investment, perContact, perSave, ofNewCustomer]),
    ];

    /// <summary>The first of the options that is given, by name; null where none is.</summary>
    public string? Given(ParseResult parsed) => Groups.SelectMany(group => group.Options).FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false })?.Name;

    /// <summary>The column of each customer's own value; null where one value holds for all.</summary>
    public string? Column(ParseResult parsed) => Words(parsed, valueColumn);

    public KeptValue Value(ParseResult parsed)
    {
        string? column = Column(parsed);
        decimal? amount = parsed.GetValue(valuePerSave) is { } text
            ? column is null ? Money(valuePerSave.Name, text) : throw new UsageException($"{valuePerSave.Name} and {valueColumn.Name} both say what a save is worth; give one of them")
            : column is not null ? null
            : throw new UsageException($"{subject} needs --value-per-save or --value-column, what a kept customer is worth; see caremetrics retention --help");
        decimal? deviation = Optional(parsed, valueSd);
        if (deviation is not null && amount is null)
        {
            throw new UsageException($"{valueSd.Name} goes with {valuePerSave.Name}; the values of {valueColumn.Name} show themselves how they vary");
        }

        if (deviation > 0 && amount == 0)
        {
            throw new UsageException($"{valueSd.Name} needs a value above 0, and {valuePerSave.Name} is 0");
        }

        ValueBasis counted = parsed.GetValue(basis) is { } name
            ? OptionText.Choice(basis.Name, name, ("margin", ValueBasis.Margin), ("revenue", ValueBasis.Revenue))
            : ValueBasis.Margin;
        return new KeptValue
        {
            Amount = amount,
            Basis = counted,
            Horizon = Words(parsed, horizon) ?? "a horizon not told",
            StandardDeviation = deviation,
            Currency = Words(parsed, currency),
        };
    }

    public RetentionCost Cost(ParseResult parsed)
    {
        if (new[] { investment, perContact, perSave }.All(option => parsed.GetValue(option) is null))
        {
            throw new UsageException($"{subject} needs what it costs: --investment, --cost-per-contact or --cost-per-save");
        }

        decimal? won = Optional(parsed, ofNewCustomer);
        return new RetentionCost
        {
            Fixed = Optional(parsed, investment) ?? 0,
            PerContact = Optional(parsed, perContact) ?? 0,
            PerSave = Optional(parsed, perSave) ?? 0,
            AcquisitionCost = won == 0 ? throw new UsageException($"{ofNewCustomer.Name} is 0; it is above 0") : won,
        };
    }

    private string? Words(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } text ? null
        : !string.IsNullOrWhiteSpace(text) ? text.Trim()
        : throw new UsageException($"{option.Name} is empty; it takes {(option == valueColumn ? "the name of a column" : "a text")}");

    private static decimal? Optional(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text ? Money(option.Name, text) : null;

    private static decimal Money(string option, string text) => Amount.TryRead(text.Trim(), mayBePercent: false, out decimal amount) && amount >= 0
        ? amount
        : throw new UsageException($"{option} is {text}; it takes an amount, 0 or more, such as 1234.50, with a point and without separators of thousands");

    private static Option<string?> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };
}
