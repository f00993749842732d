using static CareMetrics.Statistics.Distributions;

namespace CareMetrics.Tests.Statistics;

public class DistributionsTests
{
    private static readonly ReferenceTable Table = ReferenceTable.Read("statistics/distributions.csv");

    /// <summary>The relative error allowed where the probability is above 1e-12, and where it goes down to 1e-300.</summary>
    /// <remarks>Both hold for parameters from one half to 1e9. In a far tail, rounding the exponent alone costs 1e-13.</remarks>
    public static TheoryData<string, double, double> Tolerances => new()
    {
        { "NormalLower", 1e-15, 1e-15 },
        { "NormalUpper", 1e-15, 1e-15 },
        { "NormalDensity", 1e-15, 1e-15 },
        { "NormalQuantile", 1e-15, 1e-15 },
        { "NormalUpperQuantile", 1e-15, 1e-15 },
        { "TwoSidedZ", 1e-15, 1e-15 },
        { "TwoSidedP", 1e-15, 1e-15 },
        { "StudentUpper", 5e-15, 2e-13 },
        { "StudentUpperQuantile", 5e-15, 5e-14 },
        { "TwoSidedT", 1e-15, 1e-15 },
        { "LogGamma", 1e-15, 1e-15 },
        { "BetaLower", 5e-15, 2e-13 },
        { "BetaUpper", 5e-15, 2e-13 },
        { "BetaQuantile", 5e-15, 1e-13 },
        { "BetaUpperQuantile", 5e-15, 1e-14 },
        { "GammaLower", 5e-15, 1e-13 },
        { "GammaUpper", 5e-15, 1e-13 },
        { "GammaQuantile", 2e-14, 1e-13 },
        { "GammaUpperQuantile", 1e-14, 1e-14 },
        { "ChiSquaredUpper", 5e-15, 5e-14 },
        { "BinomialProbability", 5e-15, 1e-13 },
        { "BinomialLower", 1e-15, 1e-13 },
    };

    [Theory]
    [MemberData(nameof(Tolerances))]
    public void Agrees_with_60_digit_arithmetic_in_relative_terms(string function, double near, double far)
    {
        foreach (ReferenceRow row in Rows(function))
        {
            double probability = row.Number(function.EndsWith("Quantile", StringComparison.Ordinal) ? "x" : "value");
            Close.Relative(row.Number("value"), Evaluate(row), probability > 1e-12 ? near : far, row);
        }
    }

    [Theory]
    [InlineData("LogBeta", 1e-15)]
    [InlineData("BivariateNormalLower", 1e-15)]
    public void Agrees_with_60_digit_arithmetic_and_in_absolute_terms_near_zero(string function, double tolerance)
    {
        foreach (ReferenceRow row in Rows(function))
        {
            Close.Near(row.Number("value"), Evaluate(row), tolerance, row);
        }
    }

    [Fact]
    public void Every_function_of_the_table_has_a_tolerance()
    {
        IEnumerable<string> stated = Tolerances.Select(row => (string)row[0]).Concat(["LogBeta", "BivariateNormalLower"]);

        Assert.Equal(stated.Order(), Table.Select(row => row["function"]).Distinct().Order());
    }

    private static ReferenceRow[] Rows(string function)
    {
        ReferenceRow[] rows = [.. Table.Where(row => row["function"] == function)];
        Assert.NotEmpty(rows);
        return rows;
    }

    private static double Evaluate(ReferenceRow row)
    {
        double a = row.NumberOrNull("a") ?? double.NaN;
        double b = row.NumberOrNull("b") ?? double.NaN;
        double x = row.NumberOrNull("x") ?? double.NaN;
        return row["function"] switch
        {
            "NormalLower" => NormalLower(x),
            "NormalUpper" => NormalUpper(x),
            "NormalDensity" => NormalDensity(x),
            "NormalQuantile" => NormalQuantile(x),
            "NormalUpperQuantile" => NormalUpperQuantile(x),
            "TwoSidedZ" => TwoSidedZ(x),
            "TwoSidedP" => TwoSidedP(x),
            "StudentUpper" => StudentUpper(x, a),
            "StudentUpperQuantile" => StudentUpperQuantile(x, a),
            "TwoSidedT" => TwoSidedT(x, a),
            "LogGamma" => LogGamma(x),
            "LogBeta" => LogBeta(a, b),
            "BetaLower" => BetaLower(a, b, x),
            "BetaUpper" => BetaUpper(a, b, x),
            "BetaQuantile" => BetaQuantile(a, b, x),
            "BetaUpperQuantile" => BetaUpperQuantile(a, b, x),
            "GammaLower" => GammaLower(a, x),
            "GammaUpper" => GammaUpper(a, x),
            "GammaQuantile" => GammaQuantile(a, x),
            "GammaUpperQuantile" => GammaUpperQuantile(a, x),
            "ChiSquaredUpper" => ChiSquaredUpper(x, a),
            "BinomialProbability" => BinomialProbability(a, b, x),
            "BinomialLower" => BinomialLower(a, b, x),
            "BivariateNormalLower" => BivariateNormalLower(a, b, x),
            _ => throw new InvalidDataException($"{row} names no function"),
        };
    }
}
