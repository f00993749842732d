using System.Text.Json;

namespace CareMetrics.Tests;

/// <summary>JSON as a web service writes and reads it: the options that every public record must survive.</summary>
internal static class Json
{
    // .NET 8 has no JsonSerializerOptions.Web; these are the same settings.
    internal static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value, Web);

    internal static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Web);
}
