namespace CareMetrics.Cli;

/// <summary>The columns of a file of closed periods: counts with the sums over customers that an interval needs, and what was counted, in words.</summary>
internal static class ClosedColumns
{
    public const string Period = "period";
    public const string Invalid = "invalid";
    public const string Superseded = "superseded";
    public const string Definition = "definition";

    /// <summary>The first and the last day of the period that were seen when it was closed; files of before have no such column.</summary>
    public const string Seen = "seen";

    /// <summary>Customers, Σs², Σs·m, Σm²: of each customer s is promoter answers minus detractor answers, and m all answers.</summary>
    public static IReadOnlyList<string> Customers { get; } = ["customers", "sum_ss", "sum_sm", "sum_mm"];

    /// <summary>Customers also in the period before, and Σs₀s₁, Σs₀m₁, Σm₀s₁, Σm₀m₁ over them, 0 being the period before.</summary>
    public static IReadOnlyList<string> Before { get; } = ["also_before", "sum_s0_s1", "sum_s0_m1", "sum_m0_s1", "sum_m0_m1"];

    private static readonly string[] Own =
        [Period, "detractors", "passives", "promoters", "missing", Invalid, Superseded, .. Customers, .. Before, Seen, Definition];

    public static IReadOnlyList<string> Header(IReadOnlyList<string> by) => [Period, .. by, .. Own.Skip(1)];

    /// <summary>Whether a header is that of closed periods.</summary>
    public static bool AreOf(IReadOnlyList<string> columns) => Own.All(column => column == Seen || columns.Contains(column, StringComparer.Ordinal));

    /// <summary>The first column that a header of closed periods lacks; null where it is not like one.</summary>
    public static string? MissingIn(IReadOnlyList<string> columns)
    {
        string[] there = [.. Customers.Concat(Before).Append(Superseded).Append(Definition).Where(column => columns.Contains(column, StringComparer.Ordinal))];
        return there.Length > (Customers.Count + Before.Count) / 2 ? Own.FirstOrDefault(column => column != Seen && !columns.Contains(column, StringComparer.Ordinal)) : null;
    }

    /// <summary>The columns that name groups: all others.</summary>
    public static IReadOnlyList<string> GroupsOf(IReadOnlyList<string> columns) => [.. columns.Where(column => !Own.Contains(column, StringComparer.Ordinal))];

    /// <exception cref="InputException">The file is one of closed periods.</exception>
    public static void RequireRows(TableFile file)
    {
        if (AreOf(file.Columns))
        {
            throw InputErrors.ClosedAsRows(file.Name);
        }
    }

    /// <exception cref="UsageException">A column of groups would have the name of another.</exception>
    public static void Check(IReadOnlyList<string> by)
    {
        if (by.FirstOrDefault(column => Own.Any(own => UsualNames.Same(own, column))) is { } taken)
        {
            throw new UsageException($"--by names {Shown.Quoted(taken)}, which is a column of the closed file itself; rename it in the answers");
        }
    }
}
