using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Fire;

/// <summary>Random arguments for any public method, made from the type and the name of the parameter: mostly valid, or wild.</summary>
internal sealed class AnyArgument(Random random, bool wild)
{
    private const int Deepest = 5;
    private const int Tries = 40;

    private static readonly double[] WildNumbers = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1, 0, 1, 2, -0.0, 1e-300, 1e300, double.MaxValue];
    private static readonly long[] WildCounts = [-1, 0, 1, 2, long.MinValue, long.MaxValue, long.MaxValue / 2, int.MaxValue];
    private static readonly decimal[] WildAmounts = [-1, 0, 1, decimal.MaxValue, decimal.MinValue, 1e-28m];

    // Values that no constructor makes, such as the results that other methods take.
    private static readonly ILookup<Type, Func<object>> Made = Samples.All
        .SelectMany(make => Samples.Within(make()).Select((value, at) => (Type: value.GetType(), Make: (Func<object>)(() => Samples.Within(make()).ElementAt(at)))))
        .ToLookup(pair => pair.Type, pair => pair.Make);

    /// <summary>The types that stand for a type parameter.</summary>
    internal static Type[] Stand(Type parameter)
    {
        Type[] constraints = parameter.GetGenericParameterConstraints();
        bool Is(Type open) => constraints.Any(constraint => constraint.IsGenericType && constraint.GetGenericTypeDefinition() == open);
        return Is(typeof(INumber<>)) ? [typeof(int), typeof(double)]
            : Is(typeof(IMetric<>)) ? [.. Samples.Library.GetExportedTypes().Where(type => type.IsValueType && Implements(type, typeof(IMetric<>))
                && (!Is(typeof(IAdditionOperators<,,>)) || Implements(type, typeof(IAdditionOperators<,,>))))]
            : Is(typeof(IAdditionOperators<,,>)) ? [typeof(ProportionTally)]
            : [parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? typeof(ProportionTally) : typeof(string)];
    }

    /// <summary>Whether arguments of a type can be made and handed over at all.</summary>
    internal static bool CanMake(Type type) => !type.IsByRefLike && !type.IsByRef && !type.IsPointer && type.Namespace?.StartsWith("System.Text.Json", StringComparison.Ordinal) != true;

    internal object? Of(ParameterInfo parameter, int depth = 0) =>
        parameter.HasDefaultValue && random.Next(2) == 0 ? Default(parameter) : Of(parameter.ParameterType, parameter.Name ?? "", depth);

    internal object? Of(Type type, string name, int depth = 0)
    {
        bool isWild = wild && random.Next(3) == 0;
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return random.Next(3) == 0 ? null : Of(inner, name, depth);
        }

        return type switch
        {
            _ when type == typeof(double) => isWild ? Pick(WildNumbers) : Number(name),
            _ when type == typeof(long) => isWild ? Pick(WildCounts) : (long)random.Next(random.Next(2) == 0 ? 12 : 5000),
            _ when type == typeof(int) => isWild ? (int)Pick([-1, 0, 1, 3, 12, 400]) : random.Next(11),
            _ when type == typeof(Int128) => (Int128)(isWild ? Pick(WildCounts) : random.Next(100)),
            _ when type == typeof(decimal) => isWild ? Pick(WildAmounts) : random.Next(4) == 0 ? random.Next(2) : random.Next(1, 100_000) / 100m,
            _ when type == typeof(byte) => (byte)random.Next(12),
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(string) => isWild && depth > 0 && random.Next(8) == 0 ? null : Pick(["a", "b", "c", "0-10", "2026-03", isWild ? "" : "d", isWild ? "\n" : "e"]),
            _ when type == typeof(object) => "text",
            _ when type == typeof(DateOnly) => isWild ? Pick([DateOnly.MinValue, DateOnly.MaxValue]) : new DateOnly(2026, 1, 1).AddDays(random.Next(800)),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(random.Next(9000)),
            _ when type == typeof(TimeSpan) => isWild ? Pick([TimeSpan.MinValue, TimeSpan.Zero, TimeSpan.MaxValue]) : TimeSpan.FromHours(random.Next(1, 5000)),
            _ when type == typeof(CancellationToken) => CancellationToken.None,
            _ when type.IsEnum => isWild && random.Next(2) == 0 ? Enum.ToObject(type, 99) : Pick([.. Enum.GetValues(type).Cast<object>()]),
            _ when type.IsArray && type.GetArrayRank() == 2 => Table(),
            _ when Items(type) is { } item => List(type, item, name, depth),
            _ when Implements(type, typeof(System.Runtime.CompilerServices.ITuple)) => Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(part => Of(part, name, depth + 1))]),
            _ => Make(type, depth),
        };
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter.DefaultValue ?? (parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? Activator.CreateInstance(parameter.ParameterType) : null);

    private static bool Implements(Type type, Type face) =>
        face.IsAssignableFrom(type) || type.GetInterfaces().Any(own => own.IsGenericType && own.GetGenericTypeDefinition() == face);

    private static Type? Items(Type type) => type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() is { } open
            && (open == typeof(IEnumerable<>) || open == typeof(IReadOnlyList<>) || open == typeof(IReadOnlyCollection<>) || open == typeof(ImmutableArray<>))
            ? type.GetGenericArguments()[0] : null;

    // Small and round numbers meet edges more often than others; a level is seldom anything but a level.
    private double Number(string name) => name switch
    {
        "level" or "power" => Pick([0.8, 0.9, 0.95, 0.99]),
        _ => random.Next(3) switch { 0 => random.Next(5), 1 => random.NextDouble(), _ => random.Next(-2000, 2000) / 16.0 },
    };

    private long[,] Table()
    {
        var table = new long[random.Next(1, 4), random.Next(1, 4)];
        for (int i = 0; i < table.Length; i++)
        {
            table[i / table.GetLength(1), i % table.GetLength(1)] = (long)Of(typeof(long), "")!;
        }

        return table;
    }

    private object List(Type type, Type item, string name, int depth)
    {
        var items = Array.CreateInstance(item, depth >= Deepest ? 0 : random.Next(random.Next(4) == 0 ? 40 : 5));
        for (int i = 0; i < items.Length; i++)
        {
            items.SetValue(Of(item, name, depth + 1), i);
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(ImmutableArray).GetMethods().Single(method => method.Name == nameof(ImmutableArray.ToImmutableArray) && method.GetParameters()[0].ParameterType.Name == "IEnumerable`1")
                .MakeGenericMethod(item).Invoke(null, [items])!
            : items;
    }

    private object? Make(Type type, int depth)
    {
        MethodBase[] ways =
        [
            .. type.GetConstructors().Where(way => way.GetParameters().Length > 0),
            .. type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(way => way.ReturnType == type && !way.IsGenericMethod && !way.IsSpecialName),
        ];
        MethodBase[] open = [.. ways.Where(way => way.GetParameters().All(part => CanMake(part.ParameterType) && part.ParameterType != type))];
        Func<object>[] made = [.. Made[type]];
        for (int i = 0; i < Tries && depth < Deepest && open.Length > 0 && (made.Length == 0 || random.Next(3) > 0); i++)
        {
            MethodBase way = Pick(open);
            object?[] arguments = [.. way.GetParameters().Select(part => Of(part, depth + 1))];
            try
            {
                return way is ConstructorInfo constructor ? constructor.Invoke(arguments) : way.Invoke(null, arguments);
            }
            catch (TargetInvocationException)
            {
                // What these arguments do to this method is checked where it is the one under fire.
            }
        }

        return made.Length > 0 ? Pick(made)() : type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    private T Pick<T>(T[] all) => all[random.Next(all.Length)];
}
