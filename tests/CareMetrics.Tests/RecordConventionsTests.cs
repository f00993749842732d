using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CareMetrics.Tests;

/// <summary>What every public type of the library keeps to; see docs/contributing.md.</summary>
public class RecordConventionsTests
{
    private static readonly Type[] PublicTypes = [.. Samples.Library.GetExportedTypes()];
    private static readonly Type[] Records = [.. PublicTypes.Where(PublicApiText.IsRecord)];

    [Fact]
    public void Every_public_record_has_a_sample()
    {
        HashSet<Type> sampled = [.. Samples.All.SelectMany(make => Samples.Within(make()))
            .Where(value => !value.Equals(Default(value.GetType()))).Select(value => Definition(value.GetType()))];
        AssertNone(Records.Where(record => !sampled.Contains(record))
            .Select(record => $"{record} has no sample: add one beside {record.Namespace!.Split('.')[^1]}Samples.All"));
    }

    [Fact]
    public void Every_record_says_how_it_is_written() => AssertNone(
        from type in Records
        let written = type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, Type.EmptyTypes)
        where written is null || written.IsDefined(typeof(CompilerGeneratedAttribute))
        select $"{type} has the compiler's ToString, which follows the current culture: override it");

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

    private static void AssertNone(IEnumerable<string?> faults)
    {
        string[] found = [.. faults.OfType<string>().Distinct()];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
