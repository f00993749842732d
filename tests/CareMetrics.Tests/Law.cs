using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;
using Xunit.Sdk;

namespace CareMetrics.Tests;

/// <summary>
/// States a property as a sentence of a <c>[Fact]</c>: <c>Law.Holds(Gen.Choose(0, 10), score => …)</c>. The law
/// is a condition, or assertions. Each run draws fresh cases; a broken law prints the case, a simpler one where one is
/// found, and the value of <c>CAREMETRICS_REPLAY</c> that draws the same case again; without its last number, a whole run.
/// </summary>
internal static class Law
{
    private const int SimplerCasesTried = 1000;

    /// <summary>Checks a condition on <paramref name="cases"/> random values.</summary>
    internal static void Holds<T>(
        Gen<T> any, Func<T, bool> law, int cases = 300, Func<T, IEnumerable<T>>? shrink = null, [CallerMemberName] string test = "") =>
        Holds(any, value => Assert.True(law(value), "the condition is false"), cases, shrink, test);

    /// <summary>Checks assertions on <paramref name="cases"/> random values.</summary>
    internal static void Holds<T>(
        Gen<T> any, Action<T> law, int cases = 300, Func<T, IEnumerable<T>>? shrink = null, [CallerMemberName] string test = "")
    {
        Arbitrary<T> values = shrink is null ? Arb.From(any) : Arb.From(any, shrink);
        Config config = Config.Quick.WithMaxTest(cases).WithRunner(new Judge<T>(any, law, test));
        Check.One(Replayed(config), Prop.ForAll(values, law));
    }

    /// <summary>Checks a condition on pairs of independent values.</summary>
    internal static void Holds<T, U>(
        Gen<T> first, Gen<U> second, Func<T, U, bool> law, int cases = 300, [CallerMemberName] string test = "") =>
        Holds(first.Zip(second), pair => law(pair.Item1, pair.Item2), cases, null, test);

    /// <summary>Checks assertions on pairs of independent values.</summary>
    internal static void Holds<T, U>(
        Gen<T> first, Gen<U> second, Action<T, U> law, int cases = 300, [CallerMemberName] string test = "") =>
        Holds(first.Zip(second), pair => law(pair.Item1, pair.Item2), cases, null, test);

    /// <summary>Checks a condition on triples of independent values.</summary>
    internal static void Holds<T, U, V>(
        Gen<T> first, Gen<U> second, Gen<V> third, Func<T, U, V, bool> law, int cases = 300, [CallerMemberName] string test = "") =>
        Holds(first.Zip(second).Zip(third), all => law(all.Item1.Item1, all.Item1.Item2, all.Item2), cases, null, test);

    /// <summary>Checks assertions on triples of independent values.</summary>
    internal static void Holds<T, U, V>(
        Gen<T> first, Gen<U> second, Gen<V> third, Action<T, U, V> law, int cases = 300, [CallerMemberName] string test = "") =>
        Holds(first.Zip(second).Zip(third), all => law(all.Item1.Item1, all.Item1.Item2, all.Item2), cases, null, test);

    /// <summary>How a case is printed: collections with their items, numbers in full and invariant.</summary>
    internal static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Show(tuple[i])))})",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Show))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // Mutation draws the same cases for each change, and asks only whether the law holds.
    private static bool IsWholeRunAgain => Environment.GetEnvironmentVariable("CAREMETRICS_REPLAY")?.Count(letter => letter == ',') == 1;

    private static Config Replayed(Config config)
    {
        if (Environment.GetEnvironmentVariable("CAREMETRICS_REPLAY") is not { Length: > 0 } replay)
        {
            return config;
        }

        string[] parts = replay.Split(',');
        var rnd = new Rnd(ulong.Parse(parts[0], CultureInfo.InvariantCulture), ulong.Parse(parts[1], CultureInfo.InvariantCulture));
        FSharpOption<int> size = parts.Length < 3 ? FSharpOption<int>.None : FSharpOption<int>.Some(int.Parse(parts[2], CultureInfo.InvariantCulture));
        return config.WithReplay(FSharpOption<Replay>.Some(new Replay(rnd, size)));
    }

    private sealed class Judge<T>(Gen<T> any, Action<T> law, string test) : IRunner
    {
        public void OnStartFixture(Type t)
        {
        }

        public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
        {
        }

        public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
        {
        }

        public void OnFinished(string name, TestResult result)
        {
            if (result is TestResult.Failed failed)
            {
                Rnd seed = failed.Item6;
                int size = failed.Item7;
                (string simplest, string why) = (Show(failed.Item3[0]), Reason((T)failed.Item3[0]));
                (simplest, why) = IsWholeRunAgain ? (simplest, why) : Simplest(simplest, why, seed, size);
                throw new XunitException(
                    $"Law broken at case {failed.Item1.NumberOfTests}.\n  case:     {Show(failed.Item2[0])}\n  simplest: {simplest}\n  because:  {why}\n"
                    + string.Create(CultureInfo.InvariantCulture, $"  replay:   CAREMETRICS_REPLAY={seed.Seed},{seed.Gamma},{size} dotnet test --filter {test}"));
            }

            Assert.False(result.IsExhausted, "The generator rejected too many values: the law was not checked.");
        }

        // A shrinker does not know which values a generator may draw. More draws stay inside what the law claims,
        // and the shortest that breaks it is nearly always the plainest.
        private (string Case, string Why) Simplest(string shown, string why, Rnd seed, int size)
        {
            int[] sizes = [.. Enumerable.Range(0, 21).Select(step => size * step / 20).Distinct()];
            foreach (T other in sizes.SelectMany(smaller => any.Sample(SimplerCasesTried / sizes.Length, seed, smaller)))
            {
                string text = Show(other);
                if (text.Length < shown.Length && Reason(other) is { Length: > 0 } reason)
                {
                    (shown, why) = (text, reason);
                }
            }

            return (shown, why);
        }

        private string Reason(T value)
        {
            try
            {
                law(value);
                return "";
            }
            catch (Exception e)
            {
                return e is XunitException ? e.Message : $"{e.GetType().Name}: {e.Message}";
            }
        }
    }
}
