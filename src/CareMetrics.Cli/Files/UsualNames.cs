namespace CareMetrics.Cli;

/// <summary>The names by which columns are found where none is given. Case, spaces, "_" and "-" make no difference.</summary>
internal static class UsualNames
{
    public static IReadOnlyList<string> Score { get; } =
    [
        "score", "nps", "nps_score", "nps_rating", "rating", "likelihood", "likelihood_to_recommend", "ltr",
        "recommend", "would_recommend", "recommendation", "answer",
    ];

    /// <summary>Columns of ratings of satisfaction.</summary>
    public static IReadOnlyList<string> Satisfaction { get; } =
    [
        "csat", "csat_score", "csat_rating", "satisfaction", "satisfaction_score", "rating", "score", "answer",
    ];

    /// <summary>Columns of ratings of effort or ease.</summary>
    public static IReadOnlyList<string> Effort { get; } =
    [
        "ces", "ces_score", "ces_rating", "effort", "effort_score", "ease", "ease_score", "rating", "score", "answer",
    ];

    /// <summary>Columns of a file of group sizes.</summary>
    public static IReadOnlyList<string> Population { get; } = ["population", "size", "customers", "people", "share"];

    public static IReadOnlyList<string> Customer { get; } =
    [
        "customer", "customer_id", "customer_number", "client", "client_id", "respondent", "respondent_id",
        "user", "user_id", "contact_id", "member_id", "person_id",
    ];

    public static IReadOnlyList<string> Date { get; } =
    [
        "date", "answered_at", "answered_on", "answer_date", "answered", "timestamp", "created_at", "created",
        "submitted_at", "submitted", "submission_date", "responded_at", "response_date", "completed_at",
        "survey_date", "date_time", "time",
    ];

    /// <summary>Columns of a file of counts.</summary>
    public static IReadOnlyList<string> Detractors { get; } = ["detractors", "detractor"];

    public static IReadOnlyList<string> Passives { get; } = ["passives", "passive", "neutrals"];

    public static IReadOnlyList<string> Promoters { get; } = ["promoters", "promoter"];

    public static IReadOnlyList<string> Count { get; } = ["n", "count", "answers"];

    /// <summary>Columns of a file of moods before and after.</summary>
    public static IReadOnlyList<string> Before { get; } = ["before", "score_before", "nps_before", "mood_before"];

    public static IReadOnlyList<string> After { get; } = ["after", "score_after", "nps_after", "mood_after"];

    /// <summary>Columns that say who was cared for and who was left alone.</summary>
    public static IReadOnlyList<string> Programme { get; } = ["programme", "program", "group", "arm", "treatment"];

    public static IReadOnlyList<string> Missing { get; } = ["missing", "blank"];

    public static IReadOnlyList<string> Group { get; } = ["group", "segment"];

    public static IReadOnlyList<string> Period { get; } = ["period"];

    /// <summary>Whether two names are the same but for case, spaces, "_" and "-".</summary>
    internal static bool Same(string left, string right) =>
        string.Equals(Key(left), Key(right), StringComparison.OrdinalIgnoreCase);

    private static string Key(string name) => string.Concat(name.Where(letter => letter is not (' ' or '_' or '-')));
}
