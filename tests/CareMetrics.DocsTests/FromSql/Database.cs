using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CareMetrics.Tests.Docs.FromSql;

/// <summary>The tables of the page, in memory.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    internal Database(IEnumerable<Answer> answers)
    {
        _connection.Open();
        Run("""
            CREATE TABLE answers (id INTEGER, answered_at TEXT, customer_id TEXT, channel TEXT, resolved TEXT, value DOUBLE PRECISION, score INTEGER);
            CREATE TABLE periods (name TEXT, starts TEXT, ends TEXT);
            CREATE TABLE ratings (channel TEXT, score INTEGER, n INTEGER);
            CREATE TABLE surveys (answer_id INTEGER, quarantined INTEGER, sampled INTEGER, invited INTEGER, delivered INTEGER, answered INTEGER);
            INSERT INTO periods VALUES ('2025-Q1', '2025-01-01', '2025-04-01'), ('2025-Q2', '2025-04-01', '2025-07-01'),
                ('2025-Q3', '2025-07-01', '2025-10-01'), ('2025-Q4', '2025-10-01', '2026-01-01'), ('2026-Q1', '2026-01-01', '2026-04-01');
            """);
        using SqliteTransaction all = _connection.BeginTransaction();
        int id = 0;
        foreach (Answer answer in answers)
        {
            Run(
                "INSERT INTO answers VALUES ($0, $1, $2, $3, $4, $5, $6)",
                ++id, answer.AnsweredAt, answer.Customer, answer.Channel, answer.Resolved, answer.Value, answer.Score);
        }

        foreach (string[] cells in File.ReadLines(Repository.PathOf("docs", "samples", "ratings.csv")).Skip(1).Select(line => line.Split(',')))
        {
            Run("INSERT INTO ratings VALUES ($0, $1, $2)", cells);
        }

        // Every tenth is quarantined; of the rest all are invited, all but every seventh are reached.
        Run("""
            INSERT INTO surveys
            SELECT id, id % 10 = 0, id % 10 <> 0, id % 10 <> 0, id % 10 <> 0 AND id % 7 <> 0, id % 10 <> 0 AND id % 7 <> 0 AND score IS NOT NULL
            FROM answers
            """);
        all.Commit();
    }

    /// <summary>What a query returns.</summary>
    internal QueryResult Query(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. columns.Select((_, i) => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }

        return new QueryResult(columns, rows);
    }

    public void Dispose() => _connection.Dispose();

    private void Run(string sql, params object?[] values)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i}"), values[i] ?? DBNull.Value);
        }

        command.ExecuteNonQuery();
    }
}

/// <summary>The columns and rows of a result.</summary>
internal sealed record QueryResult(string[] Columns, IReadOnlyList<object?[]> Rows)
{
    /// <summary>A whole number of the only row.</summary>
    internal long Whole(string column) => (long)Rows.Single()[Array.IndexOf(Columns, column)]!;

    /// <summary>A number of the only row.</summary>
    internal double Number(string column) => Convert.ToDouble(Rows.Single()[Array.IndexOf(Columns, column)], CultureInfo.InvariantCulture);

    /// <summary>As the page shows it: a line of names, and a line a row.</summary>
    public override string ToString() => string.Join('\n', Rows.Select(row => string.Join(" | ", row.Select(Text))).Prepend(string.Join(" | ", Columns)));

    private static string Text(object? value) => value switch
    {
        null => "NULL",
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
