using System.Runtime.InteropServices;

namespace CareMetrics.Benchmarks.Peers;

/// <summary>The data of all cases, in memory for this process and as plain binary files for the others.</summary>
internal sealed class PeerData
{
    public const int Rows = 10_000_000;
    public const int Bytes = 64_000_000;
    public const int Groups = 1_000;
    public const int Subjects = 1_000_000;
    public const int Few = 2_000;

    public PeerData(string folder)
    {
        var random = new Random(1);
        Scores = Many(Rows, _ => random.Next(11));
        ScoreBytes = Many(Bytes, _ => (byte)random.Next(11));
        GroupOf = Many(Rows, _ => random.Next(Groups));
        ScoreOf = Many(Rows, row => (byte)Scores[row]);
        Durations = Many(Subjects, _ => Math.Ceiling(-20_000 * Math.Log(1 - random.NextDouble())));
        Ended = Many(Subjects, _ => random.NextDouble() < 0.7);
        Before = Many(Subjects, _ => random.NextDouble() + random.NextDouble());
        After = Many(Subjects, _ => 0.01 + random.NextDouble() + random.NextDouble());
        Write(folder, "scores", Scores);
        Write(folder, "bytes", ScoreBytes);
        Write(folder, "groups", GroupOf);
        Write(folder, "durations", Durations);
        Write(folder, "ended", Many(Subjects, i => Ended[i] ? (byte)1 : (byte)0));
        Write(folder, "before", Before);
        Write(folder, "after", After);
    }

    public int[] Scores { get; }

    public byte[] ScoreBytes { get; }

    public int[] GroupOf { get; }

    public byte[] ScoreOf { get; }

    public double[] Durations { get; }

    public bool[] Ended { get; }

    public double[] Before { get; }

    public double[] After { get; }

    private static T[] Many<T>(int count, Func<int, T> next)
    {
        var all = new T[count];
        for (int i = 0; i < count; i++)
        {
            all[i] = next(i);
        }

        return all;
    }

    private static void Write<T>(string folder, string name, T[] all)
        where T : unmanaged
    {
        using FileStream file = File.Create(Path.Combine(folder, name));
        file.Write(MemoryMarshal.AsBytes(all.AsSpan()));
    }
}
