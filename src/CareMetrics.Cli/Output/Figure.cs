using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareMetrics.Cli;

/// <summary>A number of a row: booked money, exact in decimal, or a number calculated in binary.</summary>
[JsonConverter(typeof(FigureJson))]
internal readonly record struct Figure
{
    private readonly decimal? exact;
    private readonly double calculated;

    public Figure(decimal value) => exact = value / 1.000000000000000000000000000000000m;

    public Figure(double value) => calculated = value + 0.0;

    public override string ToString() =>
        exact is { } money ? money.ToString(CultureInfo.InvariantCulture) : calculated.ToString(CultureInfo.InvariantCulture);

    internal static Figure? Of(double? value) => value is { } found ? new Figure(found) : null;

    internal sealed class FigureJson : JsonConverter<Figure>
    {
        public override Figure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Figure value, JsonSerializerOptions options)
        {
            if (value.exact is { } money)
            {
                writer.WriteNumberValue(money);
            }
            else
            {
                writer.WriteNumberValue(value.calculated);
            }
        }
    }
}
