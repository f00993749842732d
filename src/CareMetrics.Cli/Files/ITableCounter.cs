namespace CareMetrics.Cli;

/// <summary>Goes through the rows of files that are one table.</summary>
internal interface ITableVisitor
{
    /// <summary>A file has been opened: its columns are to be found.</summary>
    void Begin(TableFile file);

    /// <summary>A row has been read.</summary>
    void Count(TableFile file);
}

/// <summary>Counts rows of files that are one table.</summary>
internal interface ITableCounter : ITableVisitor
{
    AnswerSummary Finish();
}
