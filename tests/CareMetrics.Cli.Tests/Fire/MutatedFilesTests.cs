using System.Globalization;
using System.Text;
using CareMetrics.Statistics;

namespace CareMetrics.Cli.Tests;

/// <summary>Damaged files: each is read to the count that a plain reader of the same text comes to, or refused in one line.</summary>
public sealed class MutatedFilesTests : IDisposable
{
    private const int Files = 10_000;
    private const int Parts = 8;

    private static readonly string[] Damage =
        [",", "\"", "\n", "\r\n", "\r", ";", "\t", "\0", " ", "-", "7", "10", "11", "x", "\"\"", "\uFEFF", "é", "N/A", "2026-01-01", "1e1", "7.0", "\n\n", "score"];

    private static readonly string[][] Commands =
    [
        ["nps"], ["nps", "--by", "channel", "--every", "month"], ["csat"], ["ranters"], ["report"], ["report", "--format", "json"],
    ];

    private readonly Desk _desk = new();

    public static TheoryData<int> EveryPart => [.. Enumerable.Range(0, Parts)];

    [Theory]
    [MemberData(nameof(EveryPart))]
    public void A_damaged_file_is_counted_as_it_stands_or_refused_in_one_line(int part)
    {
        for (int seed = part; seed < Files; seed += Parts)
        {
            byte[] bytes = Damaged(new Random(seed));
            AnswerSummary read;
            try
            {
                read = _desk.Read(bytes, query => query with { ScoreColumn = "score", Invalid = InvalidAnswers.Count });
            }
            catch (Exception refused) when (refused is InputException or UsageException)
            {
                Assert.DoesNotContain('\n', refused.Message);
                continue;
            }
            catch (Exception unhandled)
            {
                throw new InvalidOperationException($"seed {seed}: {Shown(bytes)}", unhandled);
            }

            AssertCounted(seed, bytes, read);
        }
    }

    [Fact]
    public void Every_command_answers_a_damaged_file_with_a_result_or_one_line()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            byte[] bytes = Damaged(new Random(seed));
            string[] command = Commands[seed % Commands.Length];
            ToolRun run = ToolRun.Of([command[0], _desk.Put("answers.csv", bytes), .. command[1..]]);
            string where = $"seed {seed}, {string.Join(' ', command)}: {run.Error}\n{Shown(bytes)}";
            Assert.True(run.ExitCode is 0 or 1 or 2, where);
            Assert.False(run.Error.Contains("unexpected", StringComparison.Ordinal), where);
            Assert.True(run.ExitCode == 0 || (run.Output.Length == 0 && run.Error.Count(letter => letter == '\n') == 1), where);
        }
    }

    public void Dispose() => _desk.Dispose();

    private static void AssertCounted(int seed, byte[] bytes, AnswerSummary read)
    {
        string where = $"seed {seed}: {Shown(bytes)}";
        RowLedger ledger = read.Ledger;
        Assert.True(ledger.Read == ledger.Answered + ledger.Missing + ledger.Invalid + ledger.Superseded + ledger.Excluded, where);
        List<string[]> table = Plain(new UTF8Encoding(false).GetString(bytes).TrimStart('\uFEFF'));
        int column = Array.FindIndex(table[0], name => name.Trim() == "score");
        if (column < 0)
        {
            return;
        }

        string[] scores = [.. table.Skip(1).Where(row => row is not [""]).Select(row => row.Length > column ? row[column].Trim(' ', '\t') : "")];
        Assert.True(scores.Length == ledger.Read, $"{scores.Length} rows, {ledger.Read} read; {where}");
        if (scores.All(score => score.Length <= 2 && score.All(char.IsAsciiDigit)))
        {
            int[] numbers = [.. scores.Where(score => score.Length > 0).Select(score => int.Parse(score, CultureInfo.InvariantCulture))];
            Assert.True(numbers.Count(number => number <= 6) == read.Breakdowns[0]![^1].Tally.Detractors, where);
            Assert.True(numbers.Count(number => number is 9 or 10) == read.Breakdowns[0]![^1].Tally.Promoters, where);
            Assert.True(scores.Count(score => score.Length == 0) == ledger.Missing, where);
        }
    }

    private static byte[] Damaged(Random random)
    {
        var text = new StringBuilder("answered_at,customer_id,channel,score\n");
        for (int i = random.Next(1, 20); i > 0; i--)
        {
            string channel = random.Next(6) switch { 0 => "\"phone, mobile\"", 1 => "\"said \"\"hi\"\"\"", 2 => "\"two\nlines\"", _ => "chat" };
            text.Append(CultureInfo.InvariantCulture, $"2026-0{random.Next(1, 4)}-1{random.Next(10)},C{random.Next(9)},{channel},{(random.Next(9) == 0 ? "" : random.Next(11))}\n");
        }

        for (int i = random.Next(4); i > 0 && text.Length > 0; i--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at));
                    break;
                case 1:
                    text[at] = Damage[random.Next(Damage.Length)][0];
                    break;
                default:
                    text.Insert(at, Damage[random.Next(Damage.Length)]);
                    break;
            }
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (random.Next(12) == 0 && bytes.Length > 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    // RFC 4180 with commas and nothing else, written to be obviously right.
    private static List<string[]> Plain(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        void EndRow()
        {
            row.Add(cell.ToString());
            cell.Clear();
            rows.Add([.. row]);
            row.Clear();
        }

        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            switch (letter)
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append('"');
                    i++;
                    break;
                case '"' when quoted || cell.Length == 0:
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !quoted && i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\n' or '\r' when !quoted:
                    EndRow();
                    break;
                default:
                    cell.Append(letter);
                    break;
            }
        }

        if (cell.Length > 0 || row.Count > 0)
        {
            EndRow();
        }

        return rows;
    }

    private static string Shown(byte[] bytes) => Encoding.UTF8.GetString(bytes).Replace("\n", "⏎\n", StringComparison.Ordinal);
}
