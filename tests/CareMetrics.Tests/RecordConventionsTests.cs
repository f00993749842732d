using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareMetrics.Tests;

/// <summary>What every public type of the library keeps to; see docs/contributing.md.</summary>
public class RecordConventionsTests
{
    private static readonly Type[] PublicTypes = [.. Samples.Library.GetExportedTypes()];
    private static readonly Type[] Records = [.. PublicTypes.Where(PublicApiText.IsRecord)];

    // Samples, all that they hold, and the default of every struct.
    private static readonly object[] Values =
    [
        .. Samples.All.SelectMany(make => Samples.Within(make())),
        .. PublicTypes.Where(type => type.IsValueType && !type.ContainsGenericParameters).Select(type => Activator.CreateInstance(type)!),
    ];

    [Fact]
    public void Every_public_record_has_a_sample()
    {
        HashSet<Type> sampled = [.. Values.Where(value => !value.Equals(Default(value.GetType()))).Select(value => Definition(value.GetType()))];
        AssertNone(Records.Where(record => !sampled.Contains(record))
            .Select(record => $"{record} has no sample: add one beside {record.Namespace!.Split('.')[^1]}Samples.All"));
    }

    [Fact]
    public void Every_value_is_equal_after_a_round_trip_through_JSON() => AssertNone(Values.Select(value => Fault(value, () =>
    {
        string json = JsonSerializer.Serialize(value, value.GetType(), Json.Web);
        object? read = JsonSerializer.Deserialize(json, value.GetType(), Json.Web);
        return value.Equals(read) && value.GetHashCode() == read.GetHashCode() ? null : $"is read back as {read} from {json}";
    })));

    [Fact]
    public void Two_values_built_alike_are_equal_and_unlike_are_not()
    {
        AssertNone(Samples.All.SelectMany(make => Samples.Within(make()).Zip(Samples.Within(make()))).Select(pair => Fault(pair.First, () =>
            pair.First.Equals(pair.Second) && pair.First.GetHashCode() == pair.Second.GetHashCode() ? null : "is not equal to the same built again")));
        AssertNone(Values.Select(value => Fault(value, () =>
            value.Equals(null) || value.Equals("text") ? "is equal to something else" : null)));
    }

    [Fact]
    public void Every_value_is_written_alike_in_every_culture() => AssertNone(Values.Select(value => Fault(value, () =>
    {
        Func<string?> write = value is IFormattable formattable
            ? () => $"{value}{formattable.ToString(null, null)}"
            : value.ToString;
        string? plain = Cultures.Under("", write);
        return Cultures.Hostile.Where(culture => Cultures.Under(culture, write) != plain)
            .Select(culture => $"is written {Cultures.Under(culture, write)} under {culture}")
            .FirstOrDefault();
    })));

    [Fact]
    public void Every_record_says_how_it_is_written() => AssertNone(
        from type in Records
        let written = type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, Type.EmptyTypes)
        where written is null || written.IsDefined(typeof(CompilerGeneratedAttribute))
        select $"{type} has the compiler's ToString, which follows the current culture: override it");

    [Fact]
    public void No_value_holds_a_number_that_is_none() => AssertNone(
        from value in Values
        from property in Samples.Properties(value)
        from number in Numbers(property.GetValue(value))
        where !double.IsFinite(number)
        select $"{value.GetType()}.{property.Name} is {number}");

    [Fact]
    public void No_list_is_left_without_items_or_emptiness() => AssertNone(
        from value in Values
        from property in Samples.Properties(value)
        where property.PropertyType.Name == "ImmutableArray`1" && (bool)property.PropertyType.GetProperty("IsDefault")!.GetValue(property.GetValue(value))!
        select $"{value.GetType()}.{property.Name} is the default array, which throws where it is read");

    [Fact]
    public void Every_enum_is_text_in_JSON() => AssertNone(
        from type in PublicTypes
        where type.IsEnum
        where type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType != typeof(JsonStringEnumConverter<>).MakeGenericType(type)
        select $"{type} needs [JsonConverter(typeof(JsonStringEnumConverter<{type.Name}>))]");

    [Fact]
    public void No_record_is_positional_or_open_to_derivation() => AssertNone(
        from type in Records
        where !type.IsSealed || type.GetMember("Deconstruct").Length > 0
        select $"{type} is {(type.IsSealed ? "positional: a new parameter would break its callers" : "not sealed: a derived record would lose members in JSON")}");

    [Fact]
    public void No_public_member_can_be_set_after_construction() => AssertNone(
        PublicTypes.SelectMany(type => type.GetProperties())
            .Where(property => property.SetMethod?.IsPublic == true && !PublicApiText.IsInit(property))
            .Select(property => $"{property.DeclaringType}.{property.Name} can be set")
            .Concat(PublicTypes.SelectMany(type => type.GetFields()).Where(field => !field.IsLiteral && !field.IsInitOnly && !field.DeclaringType!.IsEnum)
                .Select(field => $"{field.DeclaringType}.{field.Name} can be set")));

    [Fact]
    public void No_public_property_hands_out_a_collection_that_can_change() => AssertNone(
        from property in PublicTypes.SelectMany(type => type.GetProperties())
        let type = property.PropertyType
        where type.IsArray || (typeof(IList).IsAssignableFrom(type) && !type.Name.StartsWith("Immutable", StringComparison.Ordinal))
        select $"{property.DeclaringType}.{property.Name} is a {TypeText.Of(type)}");

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static IEnumerable<double> Numbers(object? value) => value switch
    {
        double number => [number],
        float number => [number],
        IEnumerable items and not string => items.Cast<object?>().SelectMany(Numbers),
        _ => [],
    };

    private static string? Fault(object value, Func<string?> check)
    {
        try
        {
            return check() is { } fault ? $"{value.GetType()} {value} {fault}" : null;
        }
        catch (Exception e)
        {
            return $"{value.GetType()} throws {e.GetType().Name}: {e.Message}";
        }
    }

    private static void AssertNone(IEnumerable<string?> faults)
    {
        string[] found = [.. faults.OfType<string>().Distinct()];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
