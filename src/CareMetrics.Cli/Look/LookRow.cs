namespace CareMetrics.Cli;

/// <summary>One thing that a look at a file found, flat: the columns of json and csv, in this order. Unknown is null.</summary>
internal sealed record LookRow
{
    /// <summary>What the measures are, as the help lists them.</summary>
    public static readonly IReadOnlyList<(string Term, string Text)> Measures =
    [
        ("rows", "how many rows the files have, without their headers"),
        ("repeated-rows", "rows that are the same as an earlier one, to the last letter; null where there are too many rows to tell"),
        ("seems", "what the column seems to be"),
        ("filled, blank", "rows with a value, without one"),
        ("values", "how many different values; null where there are too many to tell"),
        ("odd", "rows whose value is not as the others; text is the most frequent such value"),
        ("first-day, last-day", "of the dates of the column, where they are ISO 8601"),
        ("scale", "on which the answers seem to have been asked"),
        ("customers, customers-again, most-rows", "customers, those with several rows, the most rows of one"),
        ("next", "the command to type"),
    ];

    public required string Measure { get; init; }

    public string? Column { get; init; }

    public double? Value { get; init; }

    public string? Text { get; init; }

    public string? Why { get; init; }

    public string? File { get; init; }

    public long? Line { get; init; }

    public static IReadOnlyList<LookRow> Of(LookFindings found)
    {
        LookCounter counted = found.Counted;
        return
        [
            new LookRow { Measure = "rows", Value = counted.Rows },
            new LookRow { Measure = "repeated-rows", Value = counted.IsWhole ? counted.Repeated : null, File = counted.FirstRepeated?.File, Line = counted.FirstRepeated?.Line },
            .. found.Roles.SelectMany(OfColumn),
            .. found.Odds.Select(odd => new LookRow
            {
                Measure = "odd", Column = odd.Column, Value = odd.Count, Text = odd.Values.Count > 0 ? odd.Values[0].Text : null, Why = odd.What, File = odd.First?.File, Line = odd.First?.Line,
            }),
            .. found.Scale is { } scale ? [new LookRow { Measure = "scale", Column = found.Answers!.Column.Name, Text = $"{scale.Minimum}-{scale.Maximum}", Why = scale.Why }] : Array.Empty<LookRow>(),
            .. Customers(found),
            .. found.Next.Select(next => new LookRow { Measure = "next", Text = next.Command, Why = next.What }),
        ];
    }

    private static IEnumerable<LookRow> OfColumn(ColumnRole role)
    {
        ColumnProfile column = role.Column;
        yield return new LookRow { Measure = "seems", Column = column.Name, Text = role.Words, Why = role.Why };
        yield return new LookRow { Measure = "filled", Column = column.Name, Value = column.Filled };
        yield return new LookRow { Measure = "blank", Column = column.Name, Value = column.Blank, File = column.FirstBlank?.File, Line = column.FirstBlank?.Line };
        yield return new LookRow { Measure = "values", Column = column.Name, Value = column.HasMore ? null : column.Distinct };
        if (column.Days is { } days)
        {
            yield return new LookRow { Measure = "first-day", Column = column.Name, Text = LookSections.Day(days.First) };
            yield return new LookRow { Measure = "last-day", Column = column.Name, Text = LookSections.Day(days.Last) };
        }
    }

    private static IEnumerable<LookRow> Customers(LookFindings found)
    {
        if (Repeats.Of(found.Counted) is { } repeats)
        {
            yield return new LookRow { Measure = "customers", Value = repeats.Customers };
            yield return new LookRow { Measure = "customers-again", Value = repeats.Again };
            yield return new LookRow { Measure = "most-rows", Value = repeats.Most };
        }
    }
}
