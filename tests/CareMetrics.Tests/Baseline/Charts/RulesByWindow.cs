using CareMetrics.Baseline;

namespace CareMetrics.Tests.Baseline;

/// <summary>The rules as their definitions read, every window looked at on its own, on a centre line at 0 with σ = 1.</summary>
internal static class RulesByWindow
{
    internal static (ChartSignalKinds[] Members, ChartSignalKinds[] Completions) Find(double?[] values, ChartRules rules)
    {
        var members = new ChartSignalKinds[values.Length];
        var completions = new ChartSignalKinds[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            Mark([i], values[i] > 3, ChartSignalKinds.AboveLimit);
            Mark([i], values[i] < -3, ChartSignalKinds.BelowLimit);
        }

        foreach (int[] stretch in Stretches(values))
        {
            int[] off = rules.SkipPointsOnLine ? [.. stretch.Where(i => values[i] != 0)] : stretch;
            int[] moving = rules.SkipEqualNeighbours ? [.. stretch.Where(i => i == stretch[0] || values[i] != values[i - 1])] : stretch;
            foreach (int[] window in Windows(off, rules.Shift!.Value))
            {
                Mark(window, window.All(i => values[i] > 0), ChartSignalKinds.ShiftAbove);
                Mark(window, window.All(i => values[i] < 0), ChartSignalKinds.ShiftBelow);
            }

            foreach (int[] window in Windows(moving, rules.Trend!.Value))
            {
                (int, int)[] steps = [.. window.Zip(window[1..])];
                Mark(window, steps.All(step => values[step.Item2] > values[step.Item1]), ChartSignalKinds.TrendUp);
                Mark(window, steps.All(step => values[step.Item2] < values[step.Item1]), ChartSignalKinds.TrendDown);
            }

            TwoOfThreeOf(off, 1, ChartSignalKinds.TwoOfThreeAbove);
            TwoOfThreeOf(off, -1, ChartSignalKinds.TwoOfThreeBelow);
        }

        return (members, completions);

        void TwoOfThreeOf(int[] points, int side, ChartSignalKinds kind)
        {
            bool anywhere = rules.TwoOfThree == TwoOfThree.WesternElectric;
            for (int end = anywhere ? 1 : 2; end < points.Length && rules.TwoOfThree != TwoOfThree.Off; end++)
            {
                int[] window = points[Math.Max(0, end - 2)..(end + 1)];
                int[] beyond = [.. window.Where(i => side * values[i] > 2 && (rules.TwoOfThree != TwoOfThree.MakingDataCount2022 || side * values[i] <= 3))];
                if (beyond.Length >= 2 && (anywhere ? beyond.Contains(points[end]) : window.All(i => side * values[i] > 0)))
                {
                    Array.ForEach(beyond, i => members[i] |= kind);
                    completions[points[end]] |= kind;
                }
            }
        }

        void Mark(int[] window, bool holds, ChartSignalKinds kind)
        {
            if (holds)
            {
                Array.ForEach(window, i => members[i] |= kind);
                completions[window[^1]] |= kind;
            }
        }
    }

    private static IEnumerable<int[]> Stretches(double?[] values)
    {
        int start = 0;
        for (int i = 0; i <= values.Length; i++)
        {
            if (i == values.Length || values[i] is null)
            {
                if (i > start)
                {
                    yield return [.. Enumerable.Range(start, i - start)];
                }

                start = i + 1;
            }
        }
    }

    private static IEnumerable<int[]> Windows(int[] points, int length) =>
        Enumerable.Range(0, Math.Max(0, points.Length - length + 1)).Select(at => points[at..(at + length)]);
}
