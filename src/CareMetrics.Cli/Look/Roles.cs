
namespace CareMetrics.Cli;

/// <summary>Says of every column what it seems to be: by its name as all commands find columns, and else by what it holds.</summary>
internal static class Roles
{
    /// <summary>A column that is nearly all of one kind is of that kind; the rest of it is odd.</summary>
    internal const double Nearly = 0.9;

    private const int FewGroups = 20;
    private const int MostNamedGroups = 1_000;

    private static readonly string[] Values = ["value", "customer_value", "margin", "revenue", "amount", "ltv", "clv", "weight"];

    private static readonly (Role Role, IReadOnlyList<string> Names, string Words)[] Usual =
    [
        (Role.Satisfaction, [.. UsualNames.Satisfaction.Except(UsualNames.Score)], "ratings of satisfaction"),
        (Role.Effort, [.. UsualNames.Effort.Except(UsualNames.Score)], "ratings of effort"),
        (Role.Score, UsualNames.Score, "the score"),
        (Role.Customer, UsualNames.Customer, "the customer"),
        (Role.Date, UsualNames.Date, "the date"),
        (Role.Count, [.. UsualNames.Detractors, .. UsualNames.Passives, .. UsualNames.Promoters, .. UsualNames.Count, .. UsualNames.Missing], "counts"),
        (Role.Period, UsualNames.Period, "the period"),
        (Role.Before, UsualNames.Before, "moods before"),
        (Role.After, UsualNames.After, "moods after"),
        (Role.ContactKind, ReportSections.UsualKinds, "kinds of contact"),
        (Role.Server, [ReportSections.UsualServer], "who served"),
        (Role.Value, Values, "what it is worth"),
        (Role.Line, [.. CaseNames.UnitValue, .. CaseNames.Quantity], "part of a case"),
    ];

    public static IReadOnlyList<ColumnRole> Of(LookCounter found)
    {
        bool isCase = found.Columns.Any(column => Is(column, CaseNames.Name)) && found.Columns.Any(column => Is(column, CaseNames.UnitValue));
        List<ColumnRole> roles = [.. found.Columns.Select(column => ByName(column, isCase) ?? ByContent(column, found.Rows))];

        // What no name tells is told by what stands in the columns, where one column alone fits.
        Guess(roles, Role.Score, "could be the score", column => ScaleGuess.Of(column, Nearly) is { } scale && column.Distinct > 2 ? $"whole numbers {scale}" : null);
        Guess(roles, Role.Date, "could be the date", column => column.Filled > 0 && column.Share(ValueKind.Day, ValueKind.OtherDate, ValueKind.NoSuchDay) >= Nearly ? "dates" : null);
        Guess(roles, Role.Customer, "could be the customer", column => IsOfCustomers(column) ? "many names that come back" : null);
        return roles;
    }

    private static bool Is(ColumnProfile column, IReadOnlyList<string> names) => names.Any(name => UsualNames.Same(column.Name, name));

    private static ColumnRole? ByName(ColumnProfile column, bool isCase)
    {
        if (column.Filled == 0)
        {
            return new ColumnRole(column, Role.Other, false, "nothing", "blank in every row");
        }

        if (IsProgramme(column))
        {
            return new ColumnRole(column, Role.Programme, true, "care or control", $"its name and \"{column.Values.First(value => AnsweredMoods.IsControl(value.Text)).Text}\"");
        }

        if (ReportCommand.UsualGroups.Any(name => UsualNames.Same(column.Name, name)))
        {
            return new ColumnRole(column, Role.Group, true, "groups", "its name");
        }

        if (isCase && new[] { CaseNames.Name, CaseNames.Kind, CaseNames.Period, CaseNames.Low, CaseNames.Likely, CaseNames.High, CaseNames.Attribution, CaseNames.Confidence, CaseNames.Basis, CaseNames.Currency }
            .Any(names => Is(column, names)))
        {
            return new ColumnRole(column, Role.Line, true, "part of a case", "its name");
        }

        foreach ((Role role, IReadOnlyList<string> names, string words) in Usual)
        {
            if (Is(column, names))
            {
                string? content = role switch
                {
                    Role.Score or Role.Satisfaction or Role.Effort => ScaleGuess.Of(column) is { } scale ? $"; whole numbers {scale}" : "; no whole numbers",
                    Role.Date => column.Share(ValueKind.Day) >= Nearly ? "; ISO 8601 dates" : "; not ISO 8601 dates",
                    _ => "",
                };
                return new ColumnRole(column, role, true, words, "its name" + content);
            }
        }

        return null;
    }

    private static ColumnRole ByContent(ColumnProfile column, long rows)
    {
        (string words, string why) = column.Share(ValueKind.Whole, ValueKind.Fraction) >= Nearly ? ("numbers", AreAll("numbers", ValueKind.Whole, ValueKind.Fraction))
            : column.Share(ValueKind.Day, ValueKind.OtherDate, ValueKind.NoSuchDay) >= Nearly ? ("dates", AreAll("dates", ValueKind.Day, ValueKind.OtherDate, ValueKind.NoSuchDay))
            : column is { IsListed: true, Distinct: > 1 and <= FewGroups } && column.Distinct < column.Filled ? ("groups", "few values that come back")
            : column.Distinct == rows && !column.HasMore ? ("a name of the row", "another one in every row")
            : column is { IsListed: true } && column.Distinct * 2 < column.Filled ? ("names", "values that come back")
            : ("text", "many values");
        return new ColumnRole(column, words == "groups" ? Role.Group : Role.Other, false, words, why);

        string AreAll(string what, params ReadOnlySpan<ValueKind> kinds) => (column.Count(kinds) == column.Filled ? "all are " : "nearly all are ") + what;
    }

    private static void Guess(List<ColumnRole> roles, Role role, string words, Func<ColumnProfile, string?> fits)
    {
        if (roles.Exists(known => known.Role == role || (role == Role.Score && known.Role is Role.Satisfaction or Role.Effort or Role.Count or Role.Before or Role.Line)))
        {
            return;
        }

        for (int i = 0; i < roles.Count; i++)
        {
            if (!roles[i].IsNamed && fits(roles[i].Column) is { } why)
            {
                roles[i] = roles[i] with { Role = role, Words = words, Why = why };
            }
        }
    }

    private static bool IsOfCustomers(ColumnProfile column) => (column.HasMore || column.Distinct > MostNamedGroups / 10)
        && column.Distinct < column.Filled && column.Share(ValueKind.Fraction, ValueKind.Day, ValueKind.OtherDate) < 1 - Nearly && !IsText(column);

    private static bool IsText(ColumnProfile column) => column.Values.Count(value => value.Text.Contains(' ', StringComparison.Ordinal)) * 2 > column.Values.Count;

    private static bool IsProgramme(ColumnProfile column) => Is(column, UsualNames.Programme)
        && column is { IsListed: true, Distinct: <= AnsweredMoods.MostGroups } && column.Values.Any(value => AnsweredMoods.IsControl(value.Text));
}
