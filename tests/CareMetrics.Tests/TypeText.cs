using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CareMetrics.Tests;

/// <summary>Writes types and parameters as C# does: aliases, nullability, tuple names, defaults.</summary>
internal static class TypeText
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Aliases = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(short)] = "short",
        [typeof(string)] = "string",
        [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong",
    };

    internal static string Of(Type type) => Name(type, null, new Queue<string?>());

    internal static string Of(PropertyInfo property) => Name(property.PropertyType, Nullability.Create(property), TupleNames(property));

    internal static string Of(FieldInfo field) => Name(field.FieldType, Nullability.Create(field), TupleNames(field));

    internal static string Parameters(IEnumerable<ParameterInfo> parameters, bool extension = false) =>
        (extension ? "this " : "") + string.Join(", ", parameters.Select(WithNameAndDefault));

    internal static string Of(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        return type.IsByRef
            ? (parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ") + Name(type.GetElementType()!, Nullability.Create(parameter), TupleNames(parameter))
            : Name(type, Nullability.Create(parameter), TupleNames(parameter));
    }

    internal static string Value(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ when type.IsEnum => $"{type.Name}.{Enum.ToObject(type, value)}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };

    /// <summary><c>&lt;T, U&gt;</c>, or nothing.</summary>
    internal static string Generics(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Of))}>";

    /// <summary><c> where T : struct, INumber&lt;T&gt;</c> for each that is constrained.</summary>
    internal static string Constraints(Type[] parameters) => string.Concat(parameters.Select(parameter =>
    {
        GenericParameterAttributes attributes = parameter.GenericParameterAttributes;
        bool isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        bool isClass = attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint);
        Type[] types = [.. parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType))];
        List<string> constraints = [.. types.Select(Of).Order(StringComparer.Ordinal)];
        string? first = isStruct ? "struct" : isClass ? "class" : types.Length == 0 && IsNotNull(parameter) ? "notnull" : null;
        if (first is not null)
        {
            constraints.Insert(0, first);
        }

        return constraints.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", constraints)}";
    }));

    private static string WithNameAndDefault(ParameterInfo parameter)
    {
        string list = parameter.CustomAttributes.Any(mark => mark.AttributeType.Name is "ParamArrayAttribute" or "ParamCollectionAttribute") ? "params " : "";
        string optional = parameter.HasDefaultValue ? $" = {Value(parameter.DefaultValue, parameter.ParameterType)}" : "";
        return $"{list}{Of(parameter)} {parameter.Name}{optional}";
    }

    private static string Name(Type type, NullabilityInfo? nullability, Queue<string?> tupleNames)
    {
        string mark = !type.IsValueType && (nullability?.ReadState == NullabilityState.Nullable || nullability?.WriteState == NullabilityState.Nullable)
            ? "?"
            : "";
        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!, nullability?.ElementType, tupleNames)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        }

        if (type.IsGenericParameter || Aliases.ContainsKey(type))
        {
            return Aliases.GetValueOrDefault(type, type.Name) + mark;
        }

        NullabilityInfo? Argument(int i) => nullability?.GenericTypeArguments.ElementAtOrDefault(i);
        Type[] arguments = type.GetGenericArguments();
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying, Argument(0), tupleNames) + "?";
        }

        if (type.Namespace == "System" && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal))
        {
            string?[] names = [.. arguments.Select(_ => tupleNames.TryDequeue(out string? name) ? name : null)];
            return $"({string.Join(", ", arguments.Select((argument, i) => $"{Name(argument, Argument(i), tupleNames)} {names[i]}".TrimEnd()))})";
        }

        string simple = (type.IsNested ? Of(type.DeclaringType!) + "." : "") + type.Name.Split('`')[0];
        return arguments.Length == 0
            ? simple + mark
            : $"{simple}<{string.Join(", ", arguments.Select((argument, i) => Name(argument, Argument(i), tupleNames)))}>{mark}";
    }

    private static Queue<string?> TupleNames(ICustomAttributeProvider member) =>
        new(member.GetCustomAttributes(typeof(TupleElementNamesAttribute), false).Cast<TupleElementNamesAttribute>().SelectMany(names => names.TransformNames));

    // The compiler leaves the mark on the parameter out where it is the same as its method's or its type's.
    private static bool IsNotNull(Type parameter)
    {
        object? mark = Mark(parameter.CustomAttributes, "NullableAttribute");
        for (MemberInfo? owner = (MemberInfo?)parameter.DeclaringMethod ?? parameter.DeclaringType; mark is null && owner is not null; owner = owner.DeclaringType)
        {
            mark = Mark(owner.CustomAttributes, "NullableContextAttribute");
        }

        return mark is (byte)1;
    }

    private static object? Mark(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeType.Name == name)?.ConstructorArguments[0].Value;
}
