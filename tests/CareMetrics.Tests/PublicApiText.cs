using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CareMetrics.Tests;

/// <summary>Writes the public API of an assembly: its types by full name, under each its members by name, a line each.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_UnaryNegation"] = "-",
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThan"] = ">",
        ["op_GreaterThanOrEqual"] = ">=",
    };

    internal static string Of(Assembly assembly)
    {
        IEnumerable<IGrouping<string, Type>> rooms = assembly.GetExportedTypes()
            .Where(type => !type.Name.Contains('<'))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .GroupBy(type => type.Namespace!)
            .OrderBy(room => room.Key, StringComparer.Ordinal);
        return string.Concat(rooms.Select(room => $"namespace {room.Key}\n\n{string.Concat(room.Select(type => $"{Type(type)}\n"))}"));
    }

    internal static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", Declared)?.IsDefined(typeof(CompilerGeneratedAttribute)) == true);

    internal static bool IsInit(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;

    private static string Type(Type type)
    {
        IEnumerable<string> members = type.IsEnum
            ? type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(field => Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)).Select(field => $"{field.Name} = {Number(field)}")
            : type.GetMembers(Declared)
                .Where(IsVisible)
                .OrderBy(member => member is not ConstructorInfo)
                .ThenBy(member => member.Name, StringComparer.Ordinal)
                .ThenBy(Member, StringComparer.Ordinal)
                .Select(Member);
        return $"{Kind(type)} {TypeText.Of(type)}{Bases(type)}{TypeText.Constraints(type.GetGenericArguments())}\n{string.Concat(members.Select(member => $"    {member}\n"))}";
    }

    private static string Number(FieldInfo field) => TypeText.Value(field.GetRawConstantValue(), typeof(long));

    private static string Kind(Type type)
    {
        if (type.IsEnum || type.IsInterface)
        {
            return type.IsEnum ? (type.IsDefined(typeof(FlagsAttribute)) ? "flags enum" : "enum") : "interface";
        }

        string record = IsRecord(type) ? "record " : "";
        if (type.IsValueType)
        {
            return $"{(type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}{record}struct";
        }

        string reach = type switch { { IsAbstract: true, IsSealed: true } => "static ", { IsAbstract: true } => "abstract ", { IsSealed: true } => "sealed ", _ => "" };
        return $"{reach}{record}class";
    }

    // Only what the source names: an interface that another one brings along may differ between frameworks.
    private static string Bases(Type type)
    {
        Type[] all = type.GetInterfaces();
        IEnumerable<Type> named = all.Where(face => !all.Any(other => other != face && other.GetInterfaces().Contains(face)));
        IEnumerable<string> bases = named.Where(face => face.IsPublic && !type.IsEnum).Select(TypeText.Of).Order(StringComparer.Ordinal);
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
        {
            bases = bases.Prepend(TypeText.Of(parent));
        }

        return bases.Any() ? $" : {string.Join(", ", bases)}" : "";
    }

    private static bool IsVisible(MemberInfo member) => !member.IsDefined(typeof(CompilerGeneratedAttribute)) && !member.Name.Contains('<') && member switch
    {
        MethodInfo method => IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        ConstructorInfo constructor => IsVisible(constructor) && !constructor.IsStatic,
        PropertyInfo property => property.GetAccessors(true).Any(IsVisible),
        FieldInfo field => field.IsPublic || field.IsFamily,
        _ => false,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Member(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{constructor.DeclaringType!.Name.Split('`')[0]}({TypeText.Parameters(constructor.GetParameters())})",
        MethodInfo method => Method(method),
        PropertyInfo property => Property(property),
        FieldInfo { IsLiteral: true } field => $"const {TypeText.Of(field)} {field.Name} = {TypeText.Value(field.GetRawConstantValue(), field.FieldType)}",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeText.Of(field)} {field.Name}",
        _ => throw new NotSupportedException($"{member.DeclaringType}.{member.Name} is a {member.MemberType}, which this text does not know"),
    };

    private static string Method(MethodInfo method)
    {
        string parameters = $"({TypeText.Parameters(method.GetParameters(), method.IsDefined(typeof(ExtensionAttribute)))})";
        string returns = TypeText.Of(method.ReturnParameter);
        string name = Operators.TryGetValue(method.Name, out string? sign) ? $"{returns} operator {sign}"
            : method.Name is "op_Implicit" or "op_Explicit" ? $"{method.Name[3..].ToLowerInvariant()} operator {returns}"
            : $"{returns} {method.Name}{TypeText.Generics(method.GetGenericArguments())}";
        return $"{Modifiers(method)}{name}{parameters}{TypeText.Constraints(method.GetGenericArguments())}";
    }

    private static string Property(PropertyInfo property)
    {
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        ParameterInfo[] index = property.GetIndexParameters();
        string name = index.Length == 0 ? property.Name : $"this[{TypeText.Parameters(index)}]";
        string get = property.GetMethod is { } getter && IsVisible(getter) ? "get; " : "";
        string set = property.SetMethod is { } setter && IsVisible(setter) ? IsInit(property) ? "init; " : "set; " : "";
        return $"{Modifiers(property.GetAccessors(true)[0])}{required}{TypeText.Of(property)} {name} {{ {get}{set}}}";
    }

    private static string Modifiers(MethodInfo method)
    {
        string access = method.IsPublic ? "" : "protected ";
        string scope = method.IsStatic ? "static " : "";
        string reach = method.IsAbstract ? "abstract "
            : method.GetBaseDefinition() != method ? "override "
            : method.IsVirtual && !method.IsFinal ? "virtual " : "";
        bool plain = method.DeclaringType!.IsInterface && !method.IsStatic;
        return plain ? access : access + scope + reach;
    }
}
