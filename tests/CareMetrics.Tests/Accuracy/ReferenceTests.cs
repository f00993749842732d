using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace CareMetrics.Tests.Accuracy;

/// <summary>The tests that read reference tables, found by what their code calls, so that no second list of them is kept.</summary>
internal static class ReferenceTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What calls, makes or refers to a method: the opcode's last byte stands before the method's token.
    private static readonly byte[] Calls = [(byte)OpCodes.Call.Value, (byte)OpCodes.Callvirt.Value, (byte)OpCodes.Newobj.Value, unchecked((byte)OpCodes.Ldftn.Value)];

    /// <summary>Every such test of the families, with the arguments of each of its cases.</summary>
    internal static IEnumerable<(MethodInfo Test, object?[] Arguments)> All() =>
        from type in typeof(ReferenceTests).Assembly.GetTypes()
        where type.IsPublic && type.Namespace != typeof(ReferenceTable).Namespace && type.Namespace != typeof(ReferenceTests).Namespace
        orderby type.FullName
        from test in type.GetMethods(Own)
        where test.GetCustomAttribute<FactAttribute>() is not null && Reads(test, type, [])
        from arguments in Cases(test)
        select (test, arguments);

    private static IEnumerable<object?[]> Cases(MethodInfo test) => test.GetParameters().Length == 0
        ? [[]]
        : test.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(test));

    private static bool Reads(MethodBase method, Type type, HashSet<MethodBase> seen)
    {
        if (!seen.Add(method))
        {
            return false;
        }

        if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine)
        {
            return machine.StateMachineType.GetMethods(Own).Any(step => Reads(step, type, seen));
        }

        return Called(method).Any(called => called.DeclaringType == typeof(ReferenceRow)
            || called.DeclaringType == typeof(ReferenceTable)
            || (IsPartOf(called.DeclaringType, type) && Reads(called, type, seen)));
    }

    private static bool IsPartOf(Type? candidate, Type type) =>
        candidate is not null && (candidate == type || IsPartOf(candidate.DeclaringType, type));

    private static IEnumerable<MethodBase> Called(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i + sizeof(int) < code.Length; i++)
        {
            int token = BitConverter.ToInt32(code, i + 1);
            if (Calls.Contains(code[i]) && token >> 24 is 0x06 or 0x0A or 0x2B && Resolved(method, token) is { } called)
            {
                yield return called;
            }
        }
    }

    // Some bytes only look like a call.
    private static MethodBase? Resolved(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMethod(
                token, method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : []);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
