namespace CareMetrics.Statistics;

/// <summary>A function of one number, as a value: calling it allocates nothing.</summary>
internal interface IFunction
{
    double At(double x);
}

/// <summary>The zero of a falling or rising function between two ends (Chandrupatla 1997).</summary>
internal static class Root
{
    private const int MostSteps = 200;

    /// <summary>Where a monotone function crosses 0.</summary>
    /// <param name="function">Monotone, of opposite signs at the ends; ±∞ is a sign as good as any.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <returns>The zero, to the last digits.</returns>
    internal static double Between(Func<double, double> function, double low, double high) => Between(new Called(function), low, high);

    /// <inheritdoc cref="Between(Func{double, double}, double, double)"/>
    internal static double Between<TFunction>(TFunction function, double low, double high)
        where TFunction : struct, IFunction
    {
        // The zero lies between the newest point and the one opposite; the third is the newest before.
        (double newest, double opposite, double third) = (high, low, low);
        (double atNewest, double atOpposite) = (function.At(high), function.At(low));
        double atThird = atOpposite;
        double step = 0.5;
        for (int i = 0; i < MostSteps; i++)
        {
            (double best, double atBest) = Math.Abs(atNewest) < Math.Abs(atOpposite) ? (newest, atNewest) : (opposite, atOpposite);
            double reach = Math.Abs(opposite - newest);
            double least = (2.3e-16 * Math.Abs(best) + double.Epsilon) / reach;
            if (atBest == 0 || !(least <= 0.5))
            {
                return best;
            }

            double trial = newest + Math.Clamp(step, least, 1 - least) * (opposite - newest);
            double value = function.At(trial);
            if (value > 0 == atNewest > 0)
            {
                (third, atThird) = (newest, atNewest);
            }
            else
            {
                (third, atThird) = (opposite, atOpposite);
                (opposite, atOpposite) = (newest, atNewest);
            }

            (newest, atNewest) = (trial, value);
            double place = (newest - opposite) / (third - opposite);
            double share = (atNewest - atOpposite) / (atThird - atOpposite);
            // Where the inverse parabola through the three points rises throughout, it is the next step; otherwise half way.
            step = share * share < place && (1 - share) * (1 - share) < 1 - place
                ? atNewest / (atOpposite - atNewest) * (atThird / (atOpposite - atThird))
                    + (third - newest) / (opposite - newest) * (atNewest / (atThird - atNewest)) * (atOpposite / (atThird - atOpposite))
                : 0.5;
        }

        return newest;
    }

    private readonly struct Called(Func<double, double> function) : IFunction
    {
        public double At(double x) => function(x);
    }
}
