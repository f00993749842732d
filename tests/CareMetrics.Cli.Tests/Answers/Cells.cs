using System.Globalization;

namespace CareMetrics.Cli.Tests;

/// <summary>Cells as short text: <c>2026-01 phone 1/0/2</c>, then what is not 0 of missing, invalid, superseded, excluded.</summary>
internal static class Cells
{
    internal static string[] Of(AnswerSummary summary, int breakdown = 0) => [.. summary.Breakdowns[breakdown]!.Select(Of)];

    internal static string Of(AnswerCell cell)
    {
        string[] parts =
        [
            cell.Period?.ToString() ?? "-",
            cell.Group ?? "total",
            string.Create(CultureInfo.InvariantCulture, $"{cell.Tally.Detractors}/{cell.Tally.Passives}/{cell.Tally.Promoters}"),
            Part("missing", cell.Tally.Missing),
            Part("invalid", cell.Tally.Invalid),
            Part("superseded", cell.Superseded),
            Part("excluded", cell.Excluded),
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    internal static string Ledger(AnswerSummary summary)
    {
        RowLedger ledger = summary.Ledger;
        string excluded = string.Join(", ", ledger.ExcludedByReason.Select(part => $"{part.Rows} {part.Reason}"));
        return $"{ledger.Read} = {ledger.Answered} + {ledger.Missing} + {ledger.Invalid} + {ledger.Superseded} + [{excluded}]";
    }

    private static string Part(string name, long count) => count == 0 ? "" : $"{count} {name}";
}
