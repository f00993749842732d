namespace CareMetrics.Cli;

/// <summary>What must hold of a query before any file is opened.</summary>
internal static class QueryRules
{
    internal const string TalliedAndClosed = "--tallied and --closed do not go together: a closed file is a file of counts, and can be one of the FILEs";

    internal static void Check(AnswerQuery query)
    {
        CheckFiles(query.Inputs);
        CheckClosed(query);
        if (query.Delimiter is { } delimiter && (!char.IsAscii(delimiter) || char.IsLetterOrDigit(delimiter) || delimiter is '"' or '\r' or '\n' or '\0'))
        {
            throw new UsageException(
                $"--delimiter {Shown.Quoted(delimiter.ToString())}: needed is one ASCII character that is no letter, digit, quote or line end, such as , ; | or a tab");
        }

        if (query.Tallied)
        {
            CheckCounts(query);
        }
    }

    /// <summary>Every file has a name, and none may be read twice, by whatever names.</summary>
    internal static void CheckFiles(IReadOnlyList<string> files)
    {
        if (files.Contains(""))
        {
            throw new UsageException("the name of a file is blank");
        }

        if (files.Count(file => file == "-") > 1)
        {
            throw new UsageException("standard input (-) is named more than once; it can be read only once");
        }

        IEnumerable<IGrouping<string, string>> named = files.GroupBy(RealPath.OfInput, RealPath.Comparer);
        if (named.FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            (string one, string other) = (AnswerReader.Name(twice.First()), AnswerReader.Name(twice.ElementAt(1)));
            throw new UsageException(
                $"{one} {(one == other ? "is named more than once" : $"and {other} are the same file")}; its rows would be counted more than once");
        }
    }

    private static void CheckClosed(AnswerQuery query)
    {
        if (query.Closed.Count == 0)
        {
            return;
        }

        if (query.Closed.Contains("-"))
        {
            throw new UsageException("--closed needs the name of a file");
        }

        if (query.Tallied || query.WeightColumn is not null)
        {
            throw new UsageException(query.Tallied ? TalliedAndClosed : "--weight and --closed do not go together: closed periods hold no weights");
        }
    }

    private static void CheckCounts(AnswerQuery query)
    {
        string? option = query.Latest ? "--latest"
            : query.CustomerColumn is not null ? "--customer"
            : query.WeightColumn is not null ? "--weight"
            : query.DateColumn is not null ? "--date"
            : query.DateFormat is not null ? "--date-format"
            : !query.Zone.Equals(TimeZoneInfo.Utc) ? "--zone"
            : null;
        if (option is not null)
        {
            throw new UsageException(
                $"{option} needs a row for each answer; with {(query.MustBeClosed ? "--closed" : "--tallied")} a row holds the counts of many, and its period stands in the column period");
        }
    }
}
