using System.Globalization;

namespace CareMetrics.Cli;

/// <summary>How large each group of customers is, from a file of groups and sizes.</summary>
internal static class PopulationFile
{
    private const double Most = 1e15;

    /// <summary>Reads the sizes. The groups stand in columns named as those of the breakdown, or in one column "group", joined by " / ".</summary>
    /// <exception cref="InputException">The file is bad; the message is one line.</exception>
    internal static IReadOnlyList<(string Group, double Size)> Read(string path, IReadOnlyList<string> by, AnswerQuery query, CancellationToken cancellation)
    {
        using var file = new TableFile(AnswerReader.Name(path), AnswerReader.Open(path, Console.OpenStandardInput), query with { Delimiter = null, RowIs = "group" }, null, cancellation);
        var finder = new ColumnFinder(file.Name, file.Columns);
        int?[] own = [.. by.Select(name => finder.Find(name))];
        int[] groups = own.All(column => column is not null)
            ? [.. own.Select(column => column!.Value)]
            : [finder.Require(null, UsualNames.Group, "group", null, "--population")];
        int size = finder.Require(null, UsualNames.Population, "population", null, "--population");
        var sizes = new List<(string Group, double Size)>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (file.Read())
        {
            foreach (int column in groups)
            {
                if (file.Field(column).IsEmpty)
                {
                    throw InputErrors.BlankGroup(file.Name, file.Line, file.Columns[column]);
                }
            }

            string group = string.Join(" / ", groups.Select(file.Text));
            if (!known.Add(group))
            {
                throw InputErrors.GroupTwice(file.Name, file.Line, group);
            }

            sizes.Add((group, Size(file, size)));
        }

        return sizes.Count > 0 ? sizes : throw InputErrors.NoSizes(file.Name);
    }

    private static double Size(TableFile file, int column)
    {
        return double.TryParse(file.Field(column), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double size) && size > 0 && size <= Most
            ? size
            : throw InputErrors.Size(file.Name, file.Line, file.Columns[column], file.Text(column));
    }
}
