namespace CareMetrics.Cli;

/// <summary>What a column may be to the tool.</summary>
internal enum Role
{
    Other,
    Score,
    Satisfaction,
    Effort,
    Customer,
    Date,
    Group,
    ContactKind,
    Server,
    Programme,
    Value,
    Count,
    Period,
    Before,
    After,
    Line,
}

/// <summary>What a column seems to be, and why.</summary>
/// <param name="Column">The column.</param>
/// <param name="Role">What the tool would take it for.</param>
/// <param name="IsNamed">Whether its name says so: then the tool finds it by itself.</param>
/// <param name="Words">In words.</param>
/// <param name="Why">What says so.</param>
internal sealed record ColumnRole(ColumnProfile Column, Role Role, bool IsNamed, string Words, string Why);
