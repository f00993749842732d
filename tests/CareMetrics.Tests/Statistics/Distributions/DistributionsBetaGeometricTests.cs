using static CareMetrics.Statistics.Distributions;

namespace CareMetrics.Tests.Statistics;

public class DistributionsBetaGeometricTests
{
    // The series itself at 45 digits.
    [Theory]
    [InlineData(0.5, 2, 0.1, 5.607749491762155382623056)]
    [InlineData(3.8, 0.7, 0.01, 1.245276431582417299703872)]
    [InlineData(0.06, 0.7, 0.001, 641.4641007348938429381795)]
    [InlineData(60, 40, 0.05, 1.624682982201014954107657)]
    [InlineData(1000, 200, 0.02, 1.195502669617135662323865)]
    [InlineData(2, 300, 0.001, 190.7268453361120444025215)]
    [InlineData(0.3, 500, 0.001, 769.9292434063872194815889)]
    [InlineData(5, 5, 1, 1.347160088497437851399568)]
    [InlineData(5, 5, 3.5, 1.126603803629096636420900)]
    [InlineData(100000, 3, 0.1, 1.000027272900826649118427)]
    [InlineData(0.668, 3.806, 0.1, 5.922596407612764158701485)]
    [InlineData(0.001, 70, 0.5, 2.999916579426125480115912)]
    [InlineData(25, 25, 0.1, 1.859346173866766085666862)]
    [InlineData(1.5, 60, 0.999, 1.954002385820623885804391)]
    public void A_discounted_lifetime_is_the_sum_of_its_series(double alpha, double beta, double discount, double sum) =>
        Close.Relative(sum, BetaGeometricSum(alpha, beta, discount), 2e-14, $"{alpha}, {beta}, {discount}");

    [Fact]
    public void Where_the_series_hardly_converges_the_closed_forms_are_met()
    {
        // ₂F₁(1, 1; 2; z) = −ln(1 − z)/z and ₂F₁(1, 1; 3; z) = 2(z + (1 − z)·ln(1 − z))/z², z = 1/(1 + d), at 45 digits.
        Close.Relative(27.6310211159571517922933, BetaGeometricSum(1, 1, 1e-12), 2e-14);
        Close.Relative(1.99997436894925304933587, BetaGeometricSum(2, 1, 1e-6), 2e-14);
        Close.Relative(5.0 / 3, BetaGeometricSum(4, 2, 0), 1e-15);
    }
}
