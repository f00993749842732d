using System.Globalization;

namespace CareMetrics.Tests.Docs.FromSql;

/// <summary>A row of the table <c>answers</c>, as the library sees it.</summary>
internal sealed record Answer(
    string AnsweredAt, string Customer, string Channel, string Resolved, double Value, int? Score)
{
    internal DateTimeOffset At => DateTimeOffset.Parse(AnsweredAt, CultureInfo.InvariantCulture);

    internal bool IsOnScale => Score is >= 0 and <= 10;

    internal bool Is(string period) => (period == "2025-Q4" ? ("2025-10-01", "2026-01-01") : ("2026-01-01", "2026-04-01")) is var (from, to)
        && string.CompareOrdinal(AnsweredAt, from) >= 0 && string.CompareOrdinal(AnsweredAt, to) < 0;

    /// <summary>The made sample.</summary>
    internal static IEnumerable<Answer> Sample() =>
        from line in File.ReadLines(Repository.PathOf("docs", "samples", "answers.csv")).Skip(1)
        let cells = line.Split(',')
        select new Answer(
            cells[0], cells[1], cells[2], cells[4], double.Parse(cells[7], CultureInfo.InvariantCulture),
            cells[8].Length == 0 ? null : int.Parse(cells[8], CultureInfo.InvariantCulture));

    /// <summary>What the sample does not hold: scores off the scale, customers who never answered, ties of one mood and of two, the first and last instants of a period.</summary>
    internal static IEnumerable<Answer> Awkward() =>
    [
        new("2026-01-01T00:00:00Z", "A", "chat", "yes", 10, 10),
        new("2026-03-31T23:59:59Z", "A", "chat", "no", 20, 11),
        new("2026-04-01T00:00:00Z", "A", "chat", "no", 20, 3),
        new("2025-12-31T23:59:59Z", "A", "phone", "yes", 5, 8),
        new("2026-02-01T10:00:00Z", "B", "phone", "no", 1e9, null),
        new("2026-02-01T10:00:00Z", "B", "phone", "no", 1e9 + 1, -1),
        new("2025-11-01T10:00:00Z", "C", "store", "yes", 3, 2),
        new("2026-02-02T10:00:00Z", "C", "store", "no", 3, 9),
        new("2026-02-02T10:00:00Z", "C", "store", "no", 3, 10),
        new("2025-11-01T10:00:00Z", "D", "email", "no", 7.5, 9),
        new("2026-02-02T10:00:00Z", "D", "email", "no", 7.5, 9),
        new("2026-02-02T10:00:00Z", "D", "email", "yes", 7.5, 7),
        new("2026-03-03T10:00:00Z", "E", "email", "yes", 0.5, 0),
        new("2025-10-01T00:00:00Z", "F", "chat", "no", 4, 6),
        new("2026-01-05T00:00:00Z", "F", "chat", "no", 4, 7),
    ];
}
