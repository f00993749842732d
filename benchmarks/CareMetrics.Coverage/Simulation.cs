namespace CareMetrics.Coverage;

/// <summary>How often intervals hold the truth in data drawn again and again.</summary>
/// <param name="part">The part of the page's draws that is made: 1 for the page, less for a quick look.</param>
internal sealed class Simulation(double part)
{
    /// <summary>Draws of one row: the standard error of a share is .002 at .95 and .005 at most.</summary>
    internal const int Draws = 10_000;

    // Any number; every row begins at it, so that a row does not move with those before it.
    private const int Seed = 20260331;

    /// <summary>One row.</summary>
    /// <param name="methods">How many intervals are looked at.</param>
    /// <param name="survey">Draws data and says of each interval whether it holds the truth; what it leaves <c>null</c> has no answer and is not counted.</param>
    internal Share[] Row(int methods, Action<Draws, bool?[]> survey)
    {
        var draws = new Draws(Seed);
        int[] held = new int[methods];
        int[] answered = new int[methods];
        for (int i = 0; i < Draws * part; i++)
        {
            bool?[] found = new bool?[methods];
            survey(draws, found);
            for (int k = 0; k < methods; k++)
            {
                held[k] += found[k] == true ? 1 : 0;
                answered[k] += found[k] is null ? 0 : 1;
            }
        }

        return [.. held.Select((count, k) => new Share((double)count / answered[k]))];
    }
}
