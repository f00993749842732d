namespace CareMetrics.Cli;

/// <summary>What one value is, by itself.</summary>
internal enum ValueKind
{
    /// <summary>A number without decimals, which may be written 7.0.</summary>
    Whole,

    /// <summary>A number with decimals.</summary>
    Fraction,

    /// <summary>An ISO 8601 date.</summary>
    Day,

    /// <summary>In the form of such a date, of a day that the calendar does not have.</summary>
    NoSuchDay,

    /// <summary>A date in another order, such as 25/02/2026.</summary>
    OtherDate,

    /// <summary>Any other text.</summary>
    Word,

    /// <summary>Bytes that mean nothing in the encoding of the file.</summary>
    Undecodable,
}
