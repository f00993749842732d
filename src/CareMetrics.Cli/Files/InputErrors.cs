using System.Globalization;
using CareMetrics.Nps;

namespace CareMetrics.Cli;

/// <summary>Every message about bad data but those of bad values (<see cref="BadValues"/>): file, line, column, found, allowed.</summary>
internal static class InputErrors
{
    internal static InputException NoSuchFile(string file) => new($"{file}: no such file");

    internal static InputException Folder(string file) => new($"{file}: is a folder; name the files in it");

    /// <summary>What went wrong while a file was opened or read.</summary>
    internal static InputException Unreadable(string file, Exception cause) => cause switch
    {
        FileNotFoundException or DirectoryNotFoundException or ArgumentException => NoSuchFile(file),
        UnauthorizedAccessException => new($"{file}: no permission to read it"),
        _ => new($"{file}: cannot be read: {Shown.Plain(cause.Message)}"),
    };

    internal static InputException Empty(string file, string row = "answer") =>
        new($"{file}: the file is empty; needed is a header line, then a row for each {row}");

    internal static InputException NoRows(string file, string row = "answer") =>
        new($"{file}: a header and no rows; needed is a row for each {row}");

    internal static InputException NoColumn(string file, string name, IReadOnlyList<string> columns, string? option = null) =>
        new($"{file}: no column {Shown.Quoted(name)}{(option is null ? "" : $", which {option} names")}; the columns are {Shown.Names(columns)}{EncodingHint(columns)}");

    internal static InputException NotFound(string file, string what, string? option, IReadOnlyList<string> columns, string? neededFor = null) => new(
        $"{file}: no {what} column found{(neededFor is null ? "" : $", which {neededFor} needs")}; " +
        $"{(option is null ? "" : $"name it with {option} COLUMN; ")}the columns are {Shown.Names(columns)}{EncodingHint(columns)}");

    internal static InputException Ambiguous(string file, string what, IReadOnlyList<string> candidates, string? option) => new(
        $"{file}: {string.Join(" and ", candidates.Select(Shown.Quoted))} could {(candidates.Count == 2 ? "both" : "all")} be the {what}; " +
        (option is null ? "rename one" : $"choose one with {option} COLUMN"));

    internal static InputException AmbiguousName(string file, string name, IReadOnlyList<string> candidates) => new(
        $"{file}: {Shown.Quoted(name)} could be {string.Join(" or ", candidates.Select(Shown.Quoted))}; name the column exactly");

    internal static InputException Repeated(string file, string name, int times) =>
        new($"{file}: {times} columns are named {Shown.Quoted(name)}; a column that is used needs a name of its own");

    internal static InputException FieldCount(string file, long line, int found, int expected) =>
        new($"{file}: line {line}: {found} {(found == 1 ? "field" : "fields")} found; the header has {expected}");

    internal static InputException UnclosedQuote(string file, long line) =>
        new($"{file}: line {line}: a quote opens in this row and never closes");

    internal static InputException RowTooLong(string file, long line, int limit) =>
        new($"{file}: line {line}: a row of more than {limit >> 20} MiB; does a quote in it never close?");

    internal static InputException Undecodable(string file, long line, string column, string found, string encoding) => new(
        $"{file}: line {line}, column {Shown.Quoted(column)}: found {Shown.Quoted(found)}, which is not valid {encoding}; " +
        "name the file's encoding with --encoding, such as --encoding windows-1252");

    internal static InputException Count(string file, long line, string column, string found) => new(
        $"{file}: line {line}, column {Shown.Quoted(column)}: found {Shown.Quoted(found)}; a count is a whole number, 0 or more");

    internal static InputException BlankGroup(string file, long line, string column) => new(
        $"{file}: line {line}, column {Shown.Quoted(column)}: blank; every row of counts needs its group, and totals are made from the groups");

    internal static InputException Period(string file, long line, string column, string found, string allowed) => new(
        $"{file}: line {line}, column {Shown.Quoted(column)}: found {Shown.Quoted(found)}; {allowed}");

    internal static InputException MostlyEmpty(
        (string Date, string File, long Line) first, (string Date, string File, long Line) last, long empty, string period)
    {
        bool isOne = first.File == last.File;
        return new(
            $"{(isOne ? first.File + ": " : "")}dates run from {At(first)} to {At(last)}: " +
            string.Create(CultureInfo.InvariantCulture, $"{empty:N0} empty {period}s between; is a year mistyped?"));

        string At((string Date, string File, long Line) place) => $"{place.Date} ({(isOne ? "" : place.File + ", ")}line {place.Line})";
    }

    internal static InputException NoCounts(string file, bool ofRatings, IReadOnlyList<string> columns) => new(
        $"{file}: no counts found; --tallied needs the columns {(ofRatings ? "" : "detractors, passives and promoters, or ")}score and n; " +
        $"the columns are {Shown.Names(columns)}{EncodingHint(columns)}");

    internal static InputException TwoKindsOfCounts(string file) => new(
        $"{file}: has both detractors, passives and promoters, and score and n; --tallied needs one of the two");

    internal static InputException NotClosed(string file, IReadOnlyList<string> columns) => new(
        $"{file}: holds no closed periods; needed is a file that caremetrics tally wrote, and the columns are {Shown.Names(columns)}");

    internal static InputException ClosedAmongOthers(string file) => new($"{file}: holds closed periods, and the files before other counts; name closed periods with --closed");

    internal static InputException ClosedAsRows(string file) => new($"{file}: holds closed periods and no rows to count; nps, report and compare read it with --closed");

    internal static InputException ClosedTwice(string file, long line, string period, string firstFile, long firstLine) => new(
        $"{file}: line {line}: {period} stands in {(firstFile == file ? "" : firstFile + ", ")}line {firstLine} too; a period is closed once");

    internal static InputException NoTotal(string names, string period) => new($"{names}: {period} has groups and no total; every closed period needs a row without a group");

    internal static InputException Seen(string file, long line, string found, Periods.Period period) => new(
        $"{file}: line {line}, column \"{ClosedColumns.Seen}\": found {Shown.Quoted(found)}; needed are the first and the last day seen of {period}, such as {new Periods.DateRange(period.Start, period.End)}");

    internal static InputException ClosedSum(string file, long line, string column, string found, string? allowed) => new(
        $"{file}: line {line}, column \"{column}\": found {Shown.Quoted(found)}; {allowed ?? "no customers with these answers and sums can have it"}");

    internal static InputException ClosedColumn(string file, string column) => new(
        $"{file}: no column \"{column}\", which every file of closed periods has; caremetrics tally writes it");

    internal static InputException ClosedParts(string file, long line, string period, string column, long parts, long total) => new(
        string.Create(CultureInfo.InvariantCulture, $"{file}: line {line}, column \"{column}\": found {total}, and the groups of {period} have {parts}; they are parts of the total"));

    internal static InputException ClosedPart(string file, long line, string period, string column, long part, long total) => new(
        string.Create(CultureInfo.InvariantCulture, $"{file}: line {line}, column \"{column}\": found {part}, and all of {period} has {total}; a group is a part of it"));

    internal static InputException NoDefinition(string file, long line) => new(
        $"{file}: line {line}, column \"{ClosedColumns.Definition}\": blank; the total of a period says what was counted");

    internal static InputException NoControl(string file, string column, string value) => new(
        $"{file}: no counted row has {Shown.Quoted(value)} in column {Shown.Quoted(column)}, so nobody is in the control group; is --control right?");

    internal static InputException NoTreated(string file, string column, string value) => new(
        $"{file}: every counted row has {Shown.Quoted(value)} or a blank in column {Shown.Quoted(column)}, so there is nobody to set against the control group");

    internal static InputException SecondContact(string file, long line, string column, string customer) => new(
        $"{file}: line {line}, column {Shown.Quoted(column)}: customer {Shown.Quoted(customer)} has another contact, or none, in an earlier row; " +
        "a customer's contact is the same in all rows (where there are several, make the case the customer)");

    internal static InputException SecondValue(string file, long line, string column, string found, string before) => new(
        $"{file}: line {line}, column {Shown.Quoted(column)}: found {Shown.Quoted(found)}; an earlier row of the customer says {before}, and a customer's value is the same in all rows");

    internal static InputException NoValue(string file, string column, long customers, string first) => new(
        $"{file}: column {Shown.Quoted(column)}: {(customers == 1 ? $"customer {Shown.Quoted(first)}, a ranter who became a raver, has no value" : $"{customers} ranters who became ravers have no value, the first of them customer {Shown.Quoted(first)}")}; "
        + "each needs one, 0 where there is none to count");

    internal static InputException CountsTooLarge(string file, long line) => new(
        $"{file}: line {line}: the counts together pass {long.MaxValue}");

    internal static InputException GroupTwice(string file, long line, string group) => new(
        $"{file}: line {line}: the group {Shown.Quoted(group)} stands in an earlier row too; each group has one size");

    internal static InputException NoSizes(string file) => new($"{file}: a header and no rows; needed is a row for each group");

    internal static InputException Size(string file, long line, string column, string found) => new(
        $"{file}: line {line}, column {Shown.Quoted(column)}: found {Shown.Quoted(found)}; allowed are numbers above 0 and at most 1e15, of customers or of shares");

    internal static InputException NoSizeOf(string file, IReadOnlyList<string> groups, IReadOnlyList<string> sized) => new(
        $"{file}: no size of {Shown.Names(groups)}, which the answers have; the groups in the file are {Shown.Names(sized)}");

    internal static InputException NoAnswersOf(string file, IReadOnlyList<string> groups, IReadOnlyList<string> answered) => new(
        $"{file}: has a size of {Shown.Names(groups)}, which has no answers; a group that nobody answered for has no score. The groups of the answers are {Shown.Names(answered)}");

    internal static InputException BlankCohort(string file, long line, string column) => new(
        $"{file}: line {line}, column {Shown.Quoted(column)}: blank; every row of survivors needs its cohort");

    internal static InputException NoCohorts(string file, IReadOnlyList<string> columns) => new(
        $"{file}: no cohorts found; beside the periods needed is a column for each cohort, or the columns cohort and survivors; the columns are {Shown.Names(columns)}{EncodingHint(columns)}");

    internal static InputException CohortTwice(string file, long line, string? cohort, int period, long before) => new(
        $"{file}: line {line}: period {period}{OfCohort(cohort)} stands in line {before} too; each has one number of survivors");

    internal static InputException CohortGap(string file, long line, string? cohort, int expected, int found) => new(expected == 0
        ? $"{file}: line {line}: period {found}{OfCohort(cohort)} and no period 0; needed is the number of customers at the start"
        : $"{file}: line {line}: period {found}{OfCohort(cohort)} and no period {expected}; a cohort has every period up to its last");

    internal static InputException CohortGrows(string file, long line, string column, double found, double before, long lineBefore) => new(
        string.Create(CultureInfo.InvariantCulture, $"{file}: line {line}, column {Shown.Quoted(column)}: found {found} after {before} (line {lineBefore}); a cohort never grows: who came later is of a later cohort"));

    internal static InputException EmptyCohort(string file, string? cohort) => new(
        $"{file}: no number of survivors{OfCohort(cohort)}; needed is the number of customers at the start, and after each period");

    private static string OfCohort(string? cohort) => cohort is null ? "" : $" of cohort {Shown.Quoted(cohort)}";

    internal static string Allowed(NpsScale scale) => $"allowed are whole numbers from {scale.Minimum} to {scale.Maximum}";

    // Every other byte of Latin letters in UTF-16 is zero.
    private static string EncodingHint(IReadOnlyList<string> columns) =>
        columns.Any(name => name.Contains('\0')) ? $"; is it in UTF-16 (--encoding {(columns[0].StartsWith('\0') ? "utf-16BE" : "utf-16")})?"
        : columns.Any(name => name.Contains('\uFFFD') || name.Contains('\uFFFF')) ? "; is the encoding right (--encoding)?" : "";
}
