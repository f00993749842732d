
namespace CareMetrics.Cli;

/// <summary>Every row read, accounted for, in one line.</summary>
internal static class LedgerText
{
    /// <exception cref="InvalidOperationException">The parts are not the whole.</exception>
    public static string Line(RowLedger ledger)
    {
        long sum = ledger.Answered + ledger.Missing + ledger.Invalid + ledger.Superseded + ledger.Excluded;
        if (sum != ledger.Read)
        {
            throw new InvalidOperationException($"{ledger.Read} rows were read and {sum} accounted for");
        }

        string line = $"{Show.Count(ledger.Read, "row", "rows")} read = {Show.Count(ledger.Answered)} answered + {Show.Count(ledger.Missing)} missing + "
            + $"{Show.Count(ledger.Invalid)} invalid + {Show.Count(ledger.Superseded)} superseded + {Show.Count(ledger.Excluded)} excluded";
        string reasons = string.Join(", ", ledger.ExcludedByReason.Where(part => part.Rows > 0).Select(part => $"{part.Reason}: {Show.Count(part.Rows)}"));
        return reasons.Length == 0 ? line : $"{line} ({reasons})";
    }
}
