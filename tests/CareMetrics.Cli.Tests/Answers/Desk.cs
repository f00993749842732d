using System.Text;

namespace CareMetrics.Cli.Tests;

/// <summary>A folder to put files in and read them from; messages name the files without it.</summary>
internal sealed class Desk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caremetrics-read-").FullName;

    internal static AnswerQuery Plain { get; } = new() { Files = [], Breakdowns = [new Breakdown()] };

    internal string Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

    internal string Put(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    internal string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    internal string Nothing(string name) => Path.Combine(_folder, name);

    internal AnswerSummary Read(string text, Func<AnswerQuery, AnswerQuery>? with = null) => Read([Put("answers.csv", text)], with);

    internal AnswerSummary Read(byte[] bytes, Func<AnswerQuery, AnswerQuery>? with = null) => Read([Put("answers.csv", bytes)], with);

    internal static AnswerSummary Read(string[] files, Func<AnswerQuery, AnswerQuery>? with = null)
    {
        AnswerQuery query = Plain with { Files = files };
        return AnswerReader.Read(with?.Invoke(query) ?? query, null, CancellationToken.None);
    }

    /// <summary>The message that a reading ends in.</summary>
    internal string Error(string text, Func<AnswerQuery, AnswerQuery>? with = null) => Error([Put("answers.csv", text)], with);

    internal string Error(byte[] bytes, Func<AnswerQuery, AnswerQuery>? with = null) => Error([Put("answers.csv", bytes)], with);

    internal string Error(string[] files, Func<AnswerQuery, AnswerQuery>? with = null)
    {
        string message = Assert.Throws<InputException>(() => Read(files, with)).Message;
        Assert.DoesNotContain('\n', message);
        return message.Replace(_folder + Path.DirectorySeparatorChar, "");
    }

    internal string UsageError(string text, Func<AnswerQuery, AnswerQuery> with) =>
        Assert.Throws<UsageException>(() => Read([Put("answers.csv", text)], with)).Message;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
