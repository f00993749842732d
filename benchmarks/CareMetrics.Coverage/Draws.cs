namespace CareMetrics.Coverage;

/// <summary>Random numbers of the shapes that the simulations need, the same every time.</summary>
internal sealed class Draws(int seed)
{
    private readonly Random _random = new(seed);

    internal double Uniform() => _random.NextDouble();

    internal int Below(int limit) => _random.Next(limit);

    /// <summary>Exponential with a mean of 1.</summary>
    internal double Exponential() => -Math.Log(1 - _random.NextDouble());

    internal double Normal() => Math.Sqrt(2 * Exponential()) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>Skewed, with a mean of 1.</summary>
    internal double LogNormal(double sigma) => Math.Exp(sigma * Normal() - sigma * sigma / 2);

    internal int Poisson(double mean)
    {
        // Waiting times are added up until the mean is passed.
        (int count, double passed) = (0, Exponential());
        while (passed < mean)
        {
            count++;
            passed += Exponential();
        }

        return count;
    }

    /// <summary>A count whose variance is so many times its mean: Poisson of a gamma-distributed mean, or of the mean itself.</summary>
    internal int Count(double mean, double dispersion) =>
        Poisson(dispersion == 1 ? mean : Gamma(mean / (dispersion - 1)) * (dispersion - 1));

    internal int Binomial(int n, double p)
    {
        int successes = 0;
        for (int i = 0; i < n; i++)
        {
            successes += Uniform() < p ? 1 : 0;
        }

        return successes;
    }

    // Marsaglia and Tsang (2000); below 1 by way of one more.
    internal double Gamma(double shape)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1) * Math.Pow(1 - Uniform(), 1 / shape);
        }

        double d = shape - 1 / 3.0;
        while (true)
        {
            double x = Normal();
            double root = 1 + x / Math.Sqrt(9 * d);
            double v = root * root * root;
            if (v > 0 && Math.Log(1 - Uniform()) < x * x / 2 + d - d * v + d * Math.Log(v))
            {
                return d * v;
            }
        }
    }

    internal double Beta(double alpha, double beta)
    {
        double first = Gamma(alpha);
        return first / (first + Gamma(beta));
    }
}
