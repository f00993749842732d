using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Fire;

/// <summary>Every public constructor and method on random arguments, valid and not: a result that holds no NaN, or an error that names an argument.</summary>
public class PublicSurfaceTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    // Equality, text and hash are held by RecordConventions.
    private static readonly string[] OfRecords = ["Equals", "GetHashCode", "ToString", "op_Equality", "op_Inequality", "<Clone>$", "Deconstruct"];

    // Pseudo-observations pull the centre inward, and mid-p closes on a median instead of the value, so that a narrow one can leave it out: their docs claim no more.
    private static readonly string[] NotAroundTheValue = ["adjusted-wald", "jeffreys", "mid-p-poisson"];

    public static TheoryData<string> Names => [.. Methods.Keys];

    private static readonly Dictionary<string, MethodBase> Methods = Samples.Library.GetExportedTypes()
        .Where(type => type is { IsInterface: false, IsEnum: false })
        .SelectMany(type => Closed(type).SelectMany(closed => closed.GetConstructors(Declared).Cast<MethodBase>().Concat(closed.GetMethods(Declared))))
        .Where(method => !method.IsAbstract && !OfRecords.Contains(method.Name) && !IsProperty(method))
        .SelectMany(Closed)
        .Where(method => method.GetParameters() is { Length: > 0 } parameters && parameters.All(parameter => AnyArgument.CanMake(parameter.ParameterType)))
        .ToDictionary(method => $"{TypeText.Of(method.DeclaringType!)}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => $"{TypeText.Of(parameter.ParameterType)} {parameter.Name}"))})");

    [Theory]
    [MemberData(nameof(Names))]
    public void Valid_input_gives_a_result_without_NaN_and_intervals_around_their_values(string name) => Fire(name, wild: false);

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_input_gives_a_result_or_an_error_that_names_the_argument(string name) => Fire(name, wild: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Null_where_none_is_allowed_is_an_error_that_names_the_argument(string name)
    {
        MethodBase method = Methods[name];
        var nullability = new NullabilityInfoContext();
        foreach (ParameterInfo parameter in method.GetParameters()
            .Where(parameter => !parameter.ParameterType.IsValueType && nullability.Create(parameter).ReadState == NullabilityState.NotNull))
        {
            OnSeeds(5, seed =>
            {
                (object? target, object?[] arguments) = Call(method, new AnyArgument(new Random(seed), wild: false));
                arguments[parameter.Position] = null;
                Exception? thrown = Thrown(method, target, arguments, out _);
                Assert.True(
                    thrown is ArgumentException { ParamName: { } named } && (named == parameter.Name || thrown is not ArgumentNullException),
                    $"{Shown(arguments)}: {thrown?.ToString() ?? "no error"}");
            });
        }
    }

    private static void Fire(string name, bool wild) => OnSeeds(60, seed =>
    {
        MethodBase method = Methods[name];
        (object? target, object?[] arguments) = Call(method, new AnyArgument(new Random(seed), wild));
        Exception? thrown = Thrown(method, target, arguments, out object? result);
        if (thrown is null)
        {
            try
            {
                AssertSound(result, Shown(arguments));
            }
            catch (TargetInvocationException e) when (e.InnerException is OverflowException)
            {
                // A total of counts near the end of their range.
            }

            return;
        }

        Assert.True(IsAnAnswer(method, thrown), $"{Shown(arguments)}: {thrown}");
    });

    // The same cases every time, so that what is green stays green; CAREMETRICS_FIRE=n begins at another seed to look for more.
    private static void OnSeeds(int cases, Action<int> check)
    {
        int first = int.TryParse(Environment.GetEnvironmentVariable("CAREMETRICS_FIRE"), out int told) ? told : 0;
        for (int seed = first; seed < first + cases; seed++)
        {
            check(seed);
        }
    }

    // An error names its argument, where it is about one alone; overflow, and text that is no period or scale, are errors of their own.
    private static bool IsAnAnswer(MethodBase method, Exception thrown) => thrown switch
    {
        ArgumentException { ParamName: { } named } => IsParameter(method, named),
        ArgumentException and not ArgumentNullException => true,
        OverflowException => true,
        FormatException => method.Name == "Parse" || method.GetParameters().Any(parameter => parameter.Name is "format" or "text"),
        _ => false,
    };

    private static bool IsParameter(MethodBase method, string named) =>
        method.GetParameters().Any(parameter => named == parameter.Name || named.StartsWith($"{parameter.Name}[", StringComparison.Ordinal) || named.StartsWith($"{parameter.Name}.", StringComparison.Ordinal));

    private static void AssertSound(object? result, string arguments)
    {
        foreach (object value in Samples.Within(result).Prepend(result).OfType<object>())
        {
            foreach (PropertyInfo property in Samples.Properties(value))
            {
                Assert.False(property.GetValue(value) is double number && !double.IsFinite(number), $"{arguments}: {value.GetType().Name}.{property.Name} of {value} is not finite");
            }

            Assert.False(value is double single && !double.IsFinite(single), $"{arguments}: {value}");
            if (value is Estimate { Value: { } middle } estimate && !NotAroundTheValue.Any(name => estimate.Method.StartsWith(name, StringComparison.Ordinal)))
            {
                double digit = 1e-13 * Math.Max(1, Math.Abs(middle));
                Assert.False(estimate.Lower > middle + digit || estimate.Upper < middle - digit, $"{arguments}: {estimate.ToString("F15", null)} by {estimate.Method} is not around its value");
            }
        }
    }

    private static (object? Target, object?[] Arguments) Call(MethodBase method, AnyArgument any) =>
        (method.IsStatic || method is ConstructorInfo ? null : any.Of(method.DeclaringType!, ""), [.. method.GetParameters().Select(parameter => any.Of(parameter))]);

    private static Exception? Thrown(MethodBase method, object? target, object?[] arguments, out object? result)
    {
        try
        {
            result = method is ConstructorInfo constructor ? constructor.Invoke(arguments) : method.Invoke(target, arguments);
            if (result is IEnumerable items and not string)
            {
                _ = items.Cast<object?>().Count();
            }

            return null;
        }
        catch (TargetInvocationException e)
        {
            result = null;
            return e.InnerException!;
        }
    }

    private static string Shown(object?[] arguments) => string.Join("; ", arguments.Select(Law.Show));

    private static bool IsProperty(MethodBase method) => method.IsSpecialName && (method.Name.StartsWith("get_", StringComparison.Ordinal) || method.Name.StartsWith("set_", StringComparison.Ordinal))
        || method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static IEnumerable<Type> Closed(Type type) => type.IsGenericTypeDefinition
        ? Choices(type.GetGenericArguments()).Select(choice => type.MakeGenericType(choice))
        : [type];

    private static IEnumerable<MethodBase> Closed(MethodBase method) => method is MethodInfo { IsGenericMethodDefinition: true } open
        ? Choices(open.GetGenericArguments()).Select(choice => open.MakeGenericMethod(choice))
        : [method];

    private static IEnumerable<Type[]> Choices(Type[] parameters) => parameters.Aggregate(
        new Type[][] { [] }.AsEnumerable(),
        (choices, parameter) => choices.SelectMany(choice => AnyArgument.Stand(parameter).Select(stand => (Type[])[.. choice, stand])));
}
