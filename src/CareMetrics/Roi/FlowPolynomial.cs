namespace CareMetrics.Roi;

/// <summary>Cash flows as a polynomial in the discount factor: amounts that are not 0 at ascending whole times.</summary>
internal sealed class FlowPolynomial
{
    private readonly int[] times;
    private readonly DoubleDouble[] amounts;

    private FlowPolynomial(int[] times, DoubleDouble[] amounts) => (this.times, this.amounts) = (times, amounts);

    /// <summary>How many times have a flow.</summary>
    internal int Terms => times.Length;

    /// <summary>The sign of the first flow: that of the value where the factor is near 0.</summary>
    internal int FirstSign => Math.Sign(amounts[0].High);

    /// <summary>The sign of the last flow: that of the value where the factor is large.</summary>
    internal int LastSign => Math.Sign(amounts[^1].High);

    /// <summary>How often the amounts change sign: the most positive roots there can be (Descartes).</summary>
    internal int SignChanges => Enumerable.Range(0, Math.Max(0, Terms - 1)).Count(ChangesAfter);

    /// <summary>The polynomial of flows; those at one time are added, those of 0 left out.</summary>
    internal static FlowPolynomial Of(IEnumerable<(int Time, double Amount)> flows)
    {
        var sums = new SortedDictionary<int, DoubleDouble>();
        foreach ((int time, double amount) in flows)
        {
            sums[time] = sums.TryGetValue(time, out DoubleDouble sum) ? sum + new DoubleDouble(amount) : new(amount);
        }

        KeyValuePair<int, DoubleDouble>[] kept = [.. sums.Where(pair => pair.Value.High != 0)];
        return new([.. kept.Select(pair => pair.Key)], [.. kept.Select(pair => pair.Value)]);
    }

    /// <summary>The same roots, with the first flow at time 0 and the largest amount between 1 and 2.</summary>
    internal FlowPolynomial Scaled() => new([.. times.Select(time => time - times[0])], Scaled(amounts));

    /// <summary>The derivative of factor^(−m) · value, m lying in the first gap where the sign changes: it has one change of sign less.</summary>
    /// <remarks>Its positive roots are the extremes between which that product, and so the sign of the value, is monotone.</remarks>
    internal FlowPolynomial Derivative()
    {
        int gap = Enumerable.Range(0, Terms - 1).First(ChangesAfter);
        double twice = (double)times[gap] + times[gap + 1];
        // Derivatives of derivatives would grow past the range of a double; a power of two changes no root.
        return new(times, Scaled([.. amounts.Select((amount, i) => amount * new DoubleDouble(twice - 2.0 * times[i]))]));
    }

    private static DoubleDouble[] Scaled(DoubleDouble[] amounts)
    {
        int exponent = -Math.ILogB(amounts.Max(amount => Math.Abs(amount.High)));
        return [.. amounts.Select(amount => new DoubleDouble(Math.ScaleB(amount.High, exponent), Math.ScaleB(amount.Low, exponent)))];
    }

    /// <summary>Σ amount · factor^time.</summary>
    internal DoubleDouble Sum(DoubleDouble factor)
    {
        DoubleDouble sum = default;
        for (int i = Terms - 1; i >= 0; i--)
        {
            sum += amounts[i];
            int gap = i == 0 ? times[0] : times[i] - times[i - 1];
            sum = gap == 0 ? sum : sum * factor.Power(gap);
        }

        return sum;
    }

    /// <summary>The sum and the sum of sizes, both in units of the largest power, so that neither overflows; the first time must be 0.</summary>
    internal (DoubleDouble Value, double Size) Balance(DoubleDouble factor)
    {
        bool falling = factor.High <= 1;
        DoubleDouble step = falling ? factor : new DoubleDouble(1) / factor;
        DoubleDouble value = default;
        double size = 0;
        for (int k = 0; k < Terms; k++)
        {
            int i = falling ? Terms - 1 - k : k;
            if (k > 0)
            {
                DoubleDouble power = step.Power(Math.Abs(times[i] - times[falling ? i + 1 : i - 1]));
                value *= power;
                size *= power.High;
            }

            value += amounts[i];
            size += Math.Abs(amounts[i].High);
        }

        return (value, size);
    }

    /// <summary>A step of Newton towards a root, relative to the factor.</summary>
    internal double NewtonStep(DoubleDouble factor)
    {
        (DoubleDouble value, _) = Balance(factor);
        // d/dln(factor) of Σ amount · factor^(time − shift) at a root: any shift serves; the one Balance divides by keeps its units.
        int shift = factor.High <= 1 ? 0 : times[^1];
        var weighted = new FlowPolynomial(times, [.. amounts.Select((amount, i) => amount * new DoubleDouble(times[i] - shift))]);
        return -value.High / weighted.Balance(factor).Value.High;
    }

    private bool ChangesAfter(int i) => Math.Sign(amounts[i].High) != Math.Sign(amounts[i + 1].High);
}
