using System.Collections;
using System.Text.Json;

namespace CareMetrics.Tests;

/// <summary>What the values of a family's records keep to; a class beside the samples of each family runs these.</summary>
public abstract class RecordConventions
{
    private readonly FamilyValues _family;

    private protected RecordConventions(FamilyValues family) => _family = family;

    [Fact]
    public void Every_value_is_equal_after_a_round_trip_through_JSON() => AssertNone(_family.All.Select(value => Fault(value, () =>
    {
        string json = JsonSerializer.Serialize(value, value.GetType(), Json.Web);
        object? read = JsonSerializer.Deserialize(json, value.GetType(), Json.Web);
        return value.Equals(read) && value.GetHashCode() == read.GetHashCode() ? null : $"is read back as {read} from {json}";
    })));

    [Fact]
    public void Two_values_built_alike_are_equal_and_unlike_are_not()
    {
        AssertNone(_family.Samples.SelectMany(make => Samples.Within(make()).Zip(Samples.Within(make()))).Select(pair => Fault(pair.First, () =>
            pair.First.Equals(pair.Second) && pair.First.GetHashCode() == pair.Second.GetHashCode() ? null : "is not equal to the same built again")));
        AssertNone(_family.All.Select(value => Fault(value, () =>
            value.Equals(null) || value.Equals("text") ? "is equal to something else" : null)));
    }

    [Fact]
    public void Every_value_is_written_alike_in_every_culture() => AssertNone(_family.All.Select(value => Fault(value, () =>
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
    public void No_value_holds_a_number_that_is_none() => AssertNone(
        from value in _family.All
        from property in Samples.Properties(value)
        from number in Numbers(property.GetValue(value))
        where !double.IsFinite(number)
        select $"{value.GetType()}.{property.Name} is {number}");

    [Fact]
    public void No_list_is_left_without_items_or_emptiness() => AssertNone(
        from value in _family.All
        from property in Samples.Properties(value)
        where property.PropertyType.Name == "ImmutableArray`1" && (bool)property.PropertyType.GetProperty("IsDefault")!.GetValue(property.GetValue(value))!
        select $"{value.GetType()}.{property.Name} is the default array, which throws where it is read");

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
