using System.Collections.Immutable;
using System.Globalization;
using CareMetrics.Roi;

namespace CareMetrics;

// Ratios, money, cash flows and business cases.
internal static partial class Errors
{
    internal static double RequireNumber(double value, string parameter) => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; it must be a finite number");

    internal static double RequireStandardError(double value, string parameter) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; a standard error is a finite number, 0 or more");

    internal static void RequireCorrelation(double value, string parameter)
    {
        if (!(value >= -1 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; a correlation lies from -1 to 1");
        }
    }

    internal static ArgumentException NoRatio(string parameter) => new(
        $"{parameter} is 0 without error; a ratio needs a {parameter} other than 0, or one that is uncertain", parameter);

    internal static OverflowException RatioTooLarge() => new("the ratio or a limit of it is beyond what a number can hold");

    internal static double RequireRepresentable(double value, string what) => double.IsFinite(value)
        ? value
        : throw new OverflowException($"{what} is beyond what a number can hold");

    internal static OverflowException MoneyTooLarge(string what) => new(
        $"{what}: the amount is too large to be booked to the cent; allowed are amounts up to {Show(Money.Largest)}");

    internal static decimal RequireNotNegative(decimal value, string parameter) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; it is 0 or more");

    internal static double RequireNotNegative(double value, string parameter) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; it is 0 or more");

    internal static void RequireAboveZero(decimal? value, string parameter)
    {
        if (value <= 0)
        {
            throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value.Value)}; it is above 0");
        }
    }

    internal static decimal RequireShare(decimal value, string parameter) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; a share is a fraction from 0 to 1");

    internal static int RequirePeriod(int value, int least, string parameter) => value >= least && value <= 10_000
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {value}; allowed are {least} to 10000");

    internal static string RequireText(string value, string parameter) => !string.IsNullOrWhiteSpace(value)
        ? value
        : throw new ArgumentException($"{parameter} is empty; it needs a text", parameter);

    internal static T Require<T>(T? value, string parameter)
        where T : class => value ?? throw new ArgumentNullException(parameter, $"{parameter} is null; it needs a value");

    internal static ImmutableArray<T> RequireLines<T>(ImmutableArray<T> lines, string parameter)
        where T : class
    {
        int missing = lines.IndexOf(null!);
        return missing < 0 ? lines : throw new ArgumentException($"{parameter}[{missing}] is null; it needs a line", parameter);
    }

    internal static void RequireShapePart(AssumptionShape shape, decimal? value, bool needed, string parameter)
    {
        if (needed != value.HasValue)
        {
            throw new ArgumentException(
                needed ? $"{parameter} is missing; an assumption of shape {shape} needs it" : $"{parameter} is {Show(value!.Value)}; an assumption of shape {shape} has none",
                parameter);
        }
    }

    internal static ArgumentException AssumptionOutOfOrder(decimal low, decimal likely, decimal high) => new(
        $"low {Show(low)}, likely {Show(likely)} and high {Show(high)} are out of order; needed is low <= likely <= high");

    internal static ArgumentException EndsOutOfOrder(decimal low, decimal high) => new(
        $"low {Show(low)} and high {Show(high)} are out of order; needed is low <= high");

    internal static Assumption RequireCost(Assumption value, string parameter)
    {
        decimal least = Require(value, parameter).Low ?? value.Likely;
        if (least < 0)
        {
            throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(least)}; a cost is 0 or more");
        }

        return value.Shape != AssumptionShape.Normal || value.StandardDeviation == 0
            ? value
            : throw new ArgumentOutOfRangeException(
                parameter, $"{parameter} is normal and may fall below 0; a cost is 0 or more: take a log-normal, PERT or triangular assumption");
    }

    internal static ArgumentException TwoCurrencies(string first, string other) => new(
        $"the currencies {first} and {other} are both in one case; a case has one currency");

    internal static ArgumentException NoLines() => new("the case has no line; it needs at least one benefit or cost");

    internal static ArgumentException NoFlows() => new("flows is empty; it needs at least one flow", "flows");

    internal static ArgumentOutOfRangeException FlowNotFinite(int index, double found) => new(
        "flows", $"flows[{index}] is {Show(found)}; a cash flow is a finite number");

    internal static ArgumentException DatesOutOfOrder(int index, DateOnly found, DateOnly before) => new(
        string.Create(CultureInfo.InvariantCulture, $"flows[{index}] is dated {found:yyyy-MM-dd}, before flows[{index - 1}] of {before:yyyy-MM-dd}; flows stand in order of date"), "flows");

    internal static void RequireRate(double rate, string parameter = "rate")
    {
        if (!(rate > -1 && double.IsFinite(rate)))
        {
            throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(rate)}; a rate is a finite fraction above -1, such as 0.08");
        }
    }

    private static string Show(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    internal static void RequireDraws(int draws, int most)
    {
        if (draws < 1 || draws > most)
        {
            throw new ArgumentOutOfRangeException(nameof(draws), $"draws is {draws}; allowed are 1 to {most}");
        }
    }

    internal static void RequireBins(int bins)
    {
        if (bins is < 1 or > 10_000)
        {
            throw new ArgumentOutOfRangeException(nameof(bins), $"bins is {bins}; allowed are 1 to 10000");
        }
    }

    internal static void RequireThreads(int threads)
    {
        if (threads < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(threads), $"threads is {threads}; it is 1 or more");
        }
    }

    internal static ImmutableArray<double> RequireProbabilities(IReadOnlyList<double> probabilities)
    {
        for (int i = 0; i < probabilities.Count; i++)
        {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(probabilities), $"probabilities[{i}] is {Show(probabilities[i])}; a probability lies from 0 to 1");
            }

            if (i > 0 && probabilities[i] <= probabilities[i - 1])
            {
                throw new ArgumentException(
                    $"probabilities[{i}] is {Show(probabilities[i])} after {Show(probabilities[i - 1])}; they stand in ascending order", nameof(probabilities));
            }
        }

        return [.. probabilities];
    }

    internal static ArgumentOutOfRangeException QuantileNotKept(double probability, ImmutableArray<double> kept) => new(
        nameof(probability), $"probability is {Show(probability)}; the quantiles kept are {string.Join(", ", kept.Select(Show))}");

    internal static void RequireTarget(double target)
    {
        if (!(target > -1 && double.IsFinite(target)))
        {
            throw new ArgumentOutOfRangeException(nameof(target), $"target is {Show(target)}; a return on investment to aim at is a finite fraction above -1");
        }
    }

    internal static ArgumentException LineUnknown(string line, bool both, IReadOnlyList<string> names) => new(
        both ? $"line \"{line}\" names both a benefit and a cost; it must name one side" : $"line \"{line}\" is none of the case's; it has {string.Join(", ", names.Distinct())}",
        nameof(line));
}
