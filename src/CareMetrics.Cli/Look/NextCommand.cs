namespace CareMetrics.Cli;

/// <summary>A command to type, and what it gives.</summary>
internal sealed record NextCommand(string What, string Command);

/// <summary>Makes the commands that fit a file, with the options that it needs.</summary>
internal static class NextCommands
{
    public static IReadOnlyList<NextCommand> Of(LookQuery query, LookFindings found)
    {
        string[] read = [.. query.Files, .. query.Repeat];
        if (found.Of(Role.Before) is { } before && found.Of(Role.After) is { } after)
        {
            bool isTallied = found.Of(Role.Count) is not null;
            string[] cases = [.. read, "--before", before.Column.Name, "--after", after.Column.Name, .. isTallied ? ["--tallied"] : Control(found)];
            return [Next("How many ranters became ravers", ["ranters", .. cases]), .. isTallied ? [] : Kept(found, cases)];
        }

        if (found.Roles.Count(role => role.Role == Role.Line) >= 2)
        {
            return [Next("The return on investment", ["roi", .. read])];
        }

        if (found.Roles.Count(role => role.Role == Role.Count) >= 2 || (found.Answers is not null && found.Of(Role.Count) is not null))
        {
            return found.Scale is { IsOfNps: false }
                ? [Next("The satisfaction score of these counts", ["csat", "--tallied", .. read, .. Good(found.Scale)])]
                : [Next("The scorecard of these counts", ["report", "--tallied", .. read])];
        }

        if (found.Answers is not { } answers)
        {
            return [Next("No column holds scores by name or content; say which does", ["report", .. read, "--score", "COLUMN"])];
        }

        string[] score = found.IsFoundByName(answers) ? [] : ["--score", answers.Column.Name];
        string[] date = found.Date is { } day && !found.IsFoundByName(day) ? ["--date", day.Column.Name] : [];
        string[] shared = [.. score, .. date, .. DateFormat(found.Date), .. Missing(found), .. Encoding(found)];
        string[] scale = found.Scale is { IsOfNps: false } other ? ["--scale", $"{other.Minimum}-{other.Maximum}:{(other.Maximum == 7 ? "5:7" : "3:5")}"] : [];
        var report = Next("The scorecard", ["report", .. read, .. shared, .. scale]);
        if (answers.Role == Role.Effort)
        {
            return [Next("The effort score; which end is good is for you to say", ["ces", .. read, .. shared, "--scale", found.Scale is { Maximum: 5 } ? "1-5:2:lower" : "1-7:5"])];
        }

        if (answers.Role == Role.Satisfaction || found.Scale is { IsOfNps: false })
        {
            return [Next("The satisfaction score", ["csat", .. read, .. shared, .. Good(found.Scale)]), report with { What = "Or the scorecard, where they are answers to \"would you recommend us\"" }];
        }

        string[] groups = [.. found.Roles.Where(role => role.Role == Role.Group).OrderBy(role => !role.IsNamed).Select(role => role.Column.Name).Take(1)];
        return
        [
            report,
            .. groups.Length == 0 ? [] : new[] { Next("The score of each group, for another program", ["nps", .. read, .. shared, "--by", groups[0], .. found.Date is null ? [] : new[] { "--every", "month" }, "--format", "json"]) },
            .. found.Of(Role.Customer) is { } customer && found.Date is not null
                ? Ranters(found, [.. read, .. shared, .. found.IsFoundByName(customer) ? [] : new[] { "--customer", customer.Column.Name }, .. Control(found)])
                : [],
        ];
    }

    private static IEnumerable<NextCommand> Ranters(LookFindings found, IReadOnlyList<string> arguments) => [Next("How many ranters became ravers", ["ranters", .. arguments]), .. Kept(found, arguments)];

    // What keeping costs stands in no file of answers.
    private static IEnumerable<NextCommand> Kept(LookFindings found, IReadOnlyList<string> arguments)
    {
        ColumnRole? value = found.Of(Role.Value) is { } named && !UsualNames.Same(named.Column.Name, "weight") ? named : null;
        return value is null && found.Of(Role.Programme) is null ? []
            :
            [
                Next(
                    $"What those are worth that were kept; say what it cost{(value is null ? " and what one is worth" : "")}",
                    ["retention", .. arguments, .. value is null ? ["--value-per-save", "AMOUNT"] : new[] { "--value-column", value.Column.Name }, "--investment", "AMOUNT"]),
            ];
    }

    private static NextCommand Next(string what, IEnumerable<string> arguments) => new(what, ShellText.Of(arguments));

    private static string[] Good(ScaleGuess? scale) => scale is null or { Minimum: 1, Maximum: 5 } ? []
        : ["--scale", $"{scale.Minimum}-{scale.Maximum}:{scale.Maximum switch { 5 => 4, 7 => 6, _ => 8 }}"];

    private static string[] DateFormat(ColumnRole? date) => date is { Column: { Shape: { IsAny: true } shape } column }
        && column.Count(ValueKind.OtherDate) > column.Count(ValueKind.Day) ? ["--date-format", shape.Format] : [];

    private static string[] Missing(LookFindings found)
    {
        Odd[] odds = [.. found.Odds.Where(odd => odd.Column == found.Answers!.Column.Name)];
        string[] words = [.. odds.SelectMany(odd => odd.Values).Select(value => value.Text).Where(text => OddValues.NoAnswer.Contains(text, StringComparer.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        bool hasOthers = odds.Sum(odd => odd.Count) > odds.SelectMany(odd => odd.Values).Where(value => words.Contains(value.Text, StringComparer.OrdinalIgnoreCase)).Sum(value => value.Count);
        bool hasBadDates = found.Odds.Any(odd => odd.Column == found.Date?.Column.Name && odd.Values.Count > 0);
        return [.. words.Length == 0 ? [] : new[] { "--missing", string.Join(',', words) }, .. hasOthers || hasBadDates ? new[] { "--invalid", "count" } : []];
    }

    private static string[] Encoding(LookFindings found) =>
        found.Roles.Any(role => role.Column.Count(ValueKind.Undecodable) > 0) ? ["--encoding", "windows-1252"] : [];

    private static string[] Control(LookFindings found) =>
        found.Of(Role.Programme) is { } programme ? ["--control", $"{programme.Column.Name}={programme.Column.Values.First(value => AnsweredMoods.IsControl(value.Text)).Text}"] : [];
}
