
namespace CareMetrics.Cli;

/// <summary>What a look at a file finds.</summary>
internal sealed record LookFindings
{
    private LookFindings(LookQuery query, LookCounter counted)
    {
        Counted = counted;
        Roles = Cli.Roles.Of(counted);
        Answers = First(role => role.Role == Role.Score) ?? First(role => role.Role == Role.Satisfaction) ?? First(role => role.Role == Role.Effort);
        Date = First(role => role.Role == Role.Date);
        Scale = Answers is null ? null : ScaleGuess.Of(Answers.Column);
        Odds = [.. Roles.SelectMany(role => OddValues.In(role, role == Answers ? Scale : ScaleOf(role)))];
        Next = NextCommands.Of(query, this);
    }

    public LookCounter Counted { get; }

    public IReadOnlyList<ColumnRole> Roles { get; }

    /// <summary>The column of answers, the best of several; null where there is none.</summary>
    public ColumnRole? Answers { get; }

    public ColumnRole? Date { get; }

    public ScaleGuess? Scale { get; }

    public IReadOnlyList<Odd> Odds { get; }

    public IReadOnlyList<NextCommand> Next { get; }

    public static LookFindings Read(LookQuery query, ReadProgress? progress, Func<Stream> standardInput, CancellationToken cancellation)
    {
        QueryRules.Check(query.Source);
        var counter = new LookCounter();
        AnswerReader.Visit(query.Source, counter, progress, standardInput, cancellation);
        foreach (ColumnProfile column in counter.Columns)
        {
            column.Settle();
        }

        return new LookFindings(query, counter);
    }

    public ColumnRole? Of(Role role) => Roles.FirstOrDefault(known => known.Role == role);

    /// <summary>Whether a command finds it by itself: it is named so, and no other column is.</summary>
    public bool IsFoundByName(ColumnRole role) => role.IsNamed && Candidates(role.Role).Count <= 1;

    /// <summary>The columns that could all be this, by name or, where none is named so, by content.</summary>
    public IReadOnlyList<ColumnRole> Candidates(Role role) => [.. Roles.Where(known => known.Role == role)];

    // Of several candidates the one whose content fits, then the first.
    private ColumnRole? First(Func<ColumnRole, bool> condition) => Roles.Where(condition)
        .OrderBy(role => role.Role is Role.Score or Role.Satisfaction or Role.Effort && ScaleGuess.Of(role.Column) is null)
        .FirstOrDefault();

    private static ScaleGuess? ScaleOf(ColumnRole role) => role.Role is Role.Satisfaction or Role.Effort ? ScaleGuess.Of(role.Column) : null;
}
