using System.Security.Cryptography;

namespace CareMetrics.Cli;

/// <summary>A file that was read, with what it held: the same hash means the same bytes.</summary>
/// <param name="Name">As messages name it.</param>
/// <param name="Sha256">64 hexadecimal digits.</param>
internal sealed record InputFile(string Name, string Sha256)
{
    /// <summary>A small file beside the answers.</summary>
    public static InputFile Of(string path)
    {
        using Stream stream = AnswerReader.Open(path, () => Stream.Null);
        return new InputFile(AnswerReader.Name(path), Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
