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
    internal int SignChanges => Changes.Length;

    // The places after which the sign changes.
    private int[] Changes => [.. Enumerable.Range(0, Terms - 1).Where(i => Math.Sign(amounts[i].High) != Math.Sign(amounts[i + 1].High))];

    /// <summary>The polynomial of flows; those at one time are added, those of 0 left out.</summary>
    internal static FlowPolynomial Of(IEnumerable<(int Time, double Amount)> flows)
    {
        var sums = new SortedDictionary<int, DoubleDouble>();
        foreach ((int time, double amount) in flows)
        {
            DoubleDouble sum = sums.TryGetValue(time, out DoubleDouble before) ? before + new DoubleDouble(amount) : new(amount);
            _ = Errors.RequireRepresentable(sum.High, "the sum of the flows of one time");
            sums[time] = sum;
        }

        return Kept(sums.Select(pair => (pair.Key, pair.Value)));
    }

    /// <summary>The same roots, with the largest amount between 1 and 2.</summary>
    internal FlowPolynomial Scaled() => Scaled(times, amounts);

    /// <summary>The derivative of factor^(−m) · value, m lying in the first gap where the sign changes: it has one change of sign less.</summary>
    /// <remarks>Its positive roots are the extremes between which that product, and so the sign of the value, is monotone.</remarks>
    internal FlowPolynomial Derivative()
    {
        int gap = Changes[0];
        double twice = (double)times[gap] + times[gap + 1];
        // Derivatives of derivatives would grow past the range of a double; a power of two changes no root.
        return Scaled(times, [.. amounts.Select((amount, i) => amount * new DoubleDouble(twice - 2.0 * times[i]))]);
    }

    private static FlowPolynomial Scaled(int[] times, DoubleDouble[] amounts)
    {
        int exponent = -Math.ILogB(amounts.Max(amount => Math.Abs(amount.High)));
        return Kept(times.Zip(amounts, (time, amount) => (time, new DoubleDouble(Math.ScaleB(amount.High, exponent), Math.ScaleB(amount.Low, exponent)))));
    }

    // An amount of 0, as one 1e-308 times the largest becomes when scaled, has no sign and would count as a change of it.
    private static FlowPolynomial Kept(IEnumerable<(int Time, DoubleDouble Amount)> flows)
    {
        (int Time, DoubleDouble Amount)[] kept = [.. flows.Where(flow => flow.Amount.High != 0)];
        return new([.. kept.Select(flow => flow.Time)], [.. kept.Select(flow => flow.Amount)]);
    }

    /// <summary>Σ amount · factor^time.</summary>
    internal DoubleDouble Sum(DoubleDouble factor)
    {
        DoubleDouble sum = default;
        for (int i = Terms - 1; i >= 0; i--)
        {
            sum = (sum + amounts[i]) * factor.Power(i == 0 ? times[0] : times[i] - times[i - 1]);
        }

        return sum;
    }

    /// <summary>The sum and the sum of sizes, both in units of the largest power, so that neither overflows.</summary>
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
        // d/dln(factor), in the same units.
        var weighted = new FlowPolynomial(times, [.. amounts.Select((amount, i) => amount * new DoubleDouble(times[i]))]);
        return -value.High / weighted.Balance(factor).Value.High;
    }
}
