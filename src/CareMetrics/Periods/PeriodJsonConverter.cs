using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareMetrics.Periods;

/// <summary>Writes a <see cref="Period"/> as JSON text such as <c>"2026-03"</c>, as a value and as a dictionary's key.</summary>
/// <remarks>A <see cref="Period"/> names it itself; it is public so that source-generated serialisers can reach it.</remarks>
public sealed class PeriodJsonConverter : JsonConverter<Period>
{
    /// <inheritdoc/>
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Period(reader.GetString()) : throw Errors.PeriodJson(reader.TokenType);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc/>
    public override Period ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Period(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Period value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString());
    }

    private static Period Period(string? text)
    {
        try
        {
            return Periods.Period.Parse(text ?? "");
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }
}
