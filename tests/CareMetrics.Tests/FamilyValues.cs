namespace CareMetrics.Tests;

/// <summary>The samples of a family, all that they hold, and the default of every struct of the family.</summary>
internal sealed class FamilyValues(string family, IEnumerable<Func<object>> samples)
{
    internal Func<object>[] Samples { get; } = [.. samples];

    internal object[] All { get; } =
    [
        .. samples.SelectMany(make => Tests.Samples.Within(make())),
        .. Tests.Samples.Library.GetExportedTypes()
            .Where(type => type.Namespace == $"CareMetrics.{family}" && type.IsValueType && !type.ContainsGenericParameters)
            .Select(type => Activator.CreateInstance(type)!),
    ];
}
