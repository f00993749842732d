namespace CareMetrics.Cli;

/// <summary>How many customers have how many rows.</summary>
/// <param name="Customers">With a row.</param>
/// <param name="Again">With more than one.</param>
/// <param name="Most">The most rows of one.</param>
internal sealed record Repeats(long Customers, long Again, long Most)
{
    /// <returns>Null where customers are not known by name.</returns>
    public static Repeats? Of(LookCounter counted)
    {
        (long again, int most) = (0, 0);
        foreach (int rows in counted.RowsOfCustomers)
        {
            again += rows > 1 ? 1 : 0;
            most = Math.Max(most, rows);
        }

        return most == 0 ? null : new Repeats(counted.RowsOfCustomers.Length, again, most);
    }
}
