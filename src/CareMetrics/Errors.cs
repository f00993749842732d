using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using CareMetrics.Periods;
using CareMetrics.Roi;

namespace CareMetrics;

/// <summary>Every message the library throws: what, where, found, allowed. The wording lives here alone.</summary>
internal static class Errors
{
    /// <summary>A value as a message shows it: invariant, on one line, and not without end.</summary>
    internal static string Show(object? value) => Show((value switch
    {
        null => "null",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    }).AsSpan());

    // Found text is a stranger's: a message keeps to one line and a length whatever it holds.
    internal static string Show(ReadOnlySpan<char> text)
    {
        const int longest = 60;
        string start = text.Length > longest ? $"{text[..longest]}…" : text.ToString();
        return string.Create(start.Length, start, (shown, from) =>
        {
            for (int i = 0; i < shown.Length; i++)
            {
                shown[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
            }
        });
    }

    internal static void RequireLevel(double level, string parameter = "level")
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(
                parameter, $"{parameter} is {Show(level)}; a confidence level lies strictly between 0 and 1, such as 0.95");
        }
    }

    internal static long RequireCount(long value, string parameter) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; a count is 0 or more");

    internal static double? RequireFinite(double? value, string parameter) => value is null || double.IsFinite(value.Value)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value.Value)}; it must be a finite number, or null where there is none");

    internal static void RequireMargin(double? margin)
    {
        if (margin is { } found && !(found > 0 && double.IsFinite(found)))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), $"margin is {Show(found)}; a practical margin is a finite number above 0, in the unit of the change");
        }
    }

    internal static void RequirePValue(double? value, string parameter)
    {
        if (value is { } found && !(found >= 0 && found <= 1))
        {
            throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(found)}; a p-value lies from 0 to 1");
        }
    }

    internal static void RequirePower(double power, double level)
    {
        double least = (1 - level) / 2;
        if (!(power > least && power < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(power), $"power is {Show(power)}; at level {Show(level)} a power lies strictly between {Show(Math.Round(least, 10))} and 1, such as 0.8");
        }
    }

    internal static void RequireKnown<TEnum>(TEnum value, string parameter)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw Unknown(value, parameter);
        }
    }

    internal static ArgumentOutOfRangeException Unknown<TEnum>(TEnum value, string parameter, string place = "")
        where TEnum : struct, Enum =>
        new(parameter, $"{parameter}{place} is {Show(value)}; allowed are {string.Join(", ", Enum.GetNames<TEnum>())}");

    internal static void RequireObservation<TCustomer>(TCustomer customer, string ofCustomer, Conversion.Mood mood, string ofMood, long index = -1)
    {
        RequireCustomer(customer, ofCustomer, index);
        if (mood is < Conversion.Mood.Ranter or > Conversion.Mood.Raver)
        {
            throw Unknown(mood, ofMood, index < 0 ? "" : $"[{index}].Mood");
        }
    }

    internal static void RequireCustomer<TCustomer>(TCustomer customer, string parameter, long index = -1)
    {
        // Asked of the type first, so that a number is not boxed to be compared with null.
        if (!typeof(TCustomer).IsValueType && customer is null)
        {
            string place = index < 0 ? parameter : $"{parameter}[{index}].Customer";
            throw new ArgumentNullException(parameter, $"{place} is null; every customer has an identity, and answers without one are counted apart");
        }
    }

    internal const string PeriodForms = "allowed are 2026-W07 (ISO week), 2026-03 (month), 2026-Q1 (quarter), 2026-H1 (half-year) and 2026 (year)";

    internal const string PeriodYears = "years run from 0001 to 9999";

    internal const string PeriodLastDay = "its last day is after 9999-12-31, where the calendar ends";

    internal static string WeekNumbers(int year, int weeks) => $"{year:D4} has {Show(weeks)} ISO weeks, W01 to W{Show(weeks)}";

    internal static string PeriodNumbers(Periods.PeriodKind kind) => kind switch
    {
        Periods.PeriodKind.Month => "months run from 01 to 12",
        Periods.PeriodKind.Quarter => "quarters run from Q1 to Q4",
        _ => "half-years are H1 and H2",
    };

    internal static FormatException PeriodText(ReadOnlySpan<char> found, string allowed) => new(
        $"\"{Show(found)}\" is not a period; {allowed}");

    internal static System.Text.Json.JsonException PeriodJson(System.Text.Json.JsonTokenType found) => new(
        $"a JSON {Show(found)} is not a period; a period is text such as \"2026-03\"");

    internal static ArgumentOutOfRangeException WeekPastCalendar(DateOnly day) => new(
        nameof(day), $"day is {day:O}; its week ends after 9999-12-31, where the calendar does; the last whole week ends on 9999-12-26");

    internal static OverflowException NoNextPeriod(Periods.Period period) => new(
        $"{Show(period)} has no next period; it would end after 9999-12-31, where the calendar does");

    internal static OverflowException NoPreviousPeriod(Periods.Period period) => new(
        $"{Show(period)} has no previous period; it would start before 0001-01-01, where the calendar does");

    internal static void RequireShare(long part, string partName, long whole, string wholeName)
    {
        RequireCount(whole, wholeName);
        if (part < 0 || part > whole)
        {
            throw new ArgumentOutOfRangeException(
                partName, $"{partName} is {Show(part)} of {Show(whole)} {wholeName}; it lies from 0 to the number of {wholeName}");
        }
    }

    internal const string RangeForms =
        "allowed are a day (2026-03-01), a period (2026-W07, 2026-03, 2026-Q1, 2026-H1, 2026), and first..last of either, such as 2025-Q1..2025-Q4";

    internal const string RangeEndsDiffer = "its two ends are of different kinds; both are days, or both are weeks, months, quarters, half-years or years";

    internal const string RangeEndsBefore = "it ends before it starts";

    internal static FormatException RangeText(string found, string fault) => new($"\"{Show(found)}\" is not a range of days; {fault}");

    internal static ArgumentException RangeOutOfOrder(DateOnly first, DateOnly last) => new(
        $"last is {last:O}, before first, which is {first:O}; a range ends on or after its first day", nameof(last));

    internal static ArgumentException RangeOutOfOrder(Periods.Period first, Periods.Period last) => new(
        $"last is {Show(last)}, before first, which is {Show(first)}; a range ends on or after its first day", nameof(last));

    internal static ArgumentException RangeKindsDiffer(Periods.Period first, Periods.Period last) => new(
        $"first is {Show(first)} and last is {Show(last)}, which are of different kinds; a range has ends of one kind", nameof(last));

    internal static ArgumentOutOfRangeException RangePastCalendar(string parameter, object found) => new(
        parameter, $"{parameter} is {(found is DateOnly day ? $"{day:O}" : Show(found))}; the range would leave the calendar, which runs from 0001-01-01 to 9999-12-31");

    internal static ArgumentOutOfRangeException WashOutOutside(int days, Periods.DateRange range) => new(
        nameof(days), $"days is {Show(days)}; of {Show(range)}, which has {Show(range.Days)}, 0 to {Show(range.Days - 1)} can be left out");

    internal static int RequireAtLeast(int value, int least, string parameter) => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; it is a whole number, {Show(least)} or more");

    internal static void RequireMonth(int month, string parameter)
    {
        if (month is < 1 or > 12)
        {
            throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(month)}; months run from 1 to 12");
        }
    }

    internal static ArgumentOutOfRangeException NoFiscalWeeks(string parameter) => new(
        parameter, $"{parameter} is Week; a fiscal year of months is not made of weeks: take ISO weeks, or a retail year");

    internal static ArgumentException RetailWeeks(IEnumerable<int> found, string parameter) => new(
        $"{parameter} is {string.Join("-", found.Select(weeks => Show(weeks)))}; needed are the weeks of three months, 13 together: 4-4-5, 4-5-4, 5-4-4", parameter);

    internal static void RequireBoundaries(DateOnly[] starts, string parameter)
    {
        if (starts.Length < 2)
        {
            throw new ArgumentException($"{parameter} has {Show(starts.Length)} days; needed are the first day of each period and the day after the last, two or more", parameter);
        }

        for (int i = 1; i < starts.Length; i++)
        {
            if (starts[i] <= starts[i - 1])
            {
                throw new ArgumentException($"{parameter}[{Show(i)}] is {starts[i]:O}, not after {starts[i - 1]:O} before it; boundaries are in order, each once", parameter);
            }
        }
    }

    internal static ArgumentOutOfRangeException DayOutside(DateOnly day, string unit) => new(
        nameof(day), $"day is {day:O}, which none of the {unit} holds that the calendar from 0001-01-01 to 9999-12-31 or the list of boundaries has whole");

    internal static ArgumentOutOfRangeException RangeOutside(Periods.DateRange range, DateOnly day, string unit) => new(
        nameof(range), $"range is {Show(range)}; none of the {unit} holds {day:O} that the calendar from 0001-01-01 to 9999-12-31 or the list of boundaries has whole");

    internal static OverflowException NoNeighbour(Periods.DateRange range, string side, string unit) => new(
        $"there are no {unit} {side} {Show(range)}; the calendar, or the list of boundaries, has no more");

    internal static ArgumentException NotWholePeriods(Periods.DateRange range, string unit) => new(
        $"range is {Show(range)}, {range.First:O} to {range.Last:O}, which is not made of whole {unit}", nameof(range));

    internal static FormatException CalendarText(string found, string unit, string form) => new(
        $"\"{Show(found)}\" is none of the {unit}, nor several in a row; they are written {form}");

    internal static ArgumentException TargetWithoutDirection(string parameter) => new(
        $"{parameter} has a target and no direction; a target needs to know whether higher or lower is better", parameter);

    internal static ArgumentException ScaleOutOfOrder(int minimum, int maximum, int detractorMaximum, int promoterMinimum) => new(
        $"the scale {Show(minimum)} to {Show(maximum)} with detractors up to {Show(detractorMaximum)} and promoters from {Show(promoterMinimum)} is out of order; " +
        "needed is minimum <= detractorMaximum < promoterMinimum <= maximum");

    internal static ArgumentException ScaleTooLong(int minimum, int maximum, int allowed) => new(
        $"the scale {Show(minimum)} to {Show(maximum)} has {(long)maximum - minimum + 1} scores; at most {allowed} are allowed");

    internal static FormatException ScaleText(string? text) => new(
        $"\"{Show(text)}\" is not a scale; allowed are 0-10, 1-10 and MIN-MAX:DETRACTORMAX:PROMOTERMIN, such as 1-5:3:5");

    internal static ArgumentOutOfRangeException ScoreOutside(string parameter, long index, string found, Statistics.ScoreRange range) => new(
        parameter, $"{(index < 0 ? parameter : $"{parameter}[{Show(index)}]")} is {Show(found)}; a score on the {range.Name} scale is a whole number from {Show(range.Minimum)} to {Show(range.Maximum)}");

    internal static ArgumentException ScalesDiffer(Nps.NpsScale left, Nps.NpsScale right) => new(
        $"the scales {Show(left)} and {Show(right)} differ; only distributions on one scale can be added or subtracted");

    internal static ArgumentException CountsDoNotFitScale(Nps.NpsScale scale, int found) => new(
        $"counts has {Show(found)} entries; the {Show(scale)} scale has {Show(scale.Length)} scores", "counts");

    internal static void RequirePart(string what, long have, long taken)
    {
        if (taken > have)
        {
            throw new ArgumentOutOfRangeException("right", $"cannot take {Show(taken)} {what} from {Show(have)}; a tally never goes below 0");
        }
    }

    internal static ArgumentOutOfRangeException TargetOutside(double target) => new(
        nameof(target), $"target is {Show(target)}; a Net Promoter Score lies from -100 to 100 points");

    internal static FormatException FormatUnknown(string format) => new(
        $"\"{Show(format)}\" is not a format; allowed are G and F0 to F15 (the number of decimals)");

    internal static ArgumentException Customers(long customers, long answers) => new(
        $"customers is {Show(customers)} with {Show(answers)} answers; each gave one at least, and there are none without answers", nameof(customers));

    internal static ArgumentException CustomerSum(string parameter, long value, long customers, BigInteger least, BigInteger most, bool? isOdd) => new(
        $"{parameter} is {Show(value)}; of {(customers == 1 ? "a customer" : $"{Show(customers)} customers")} with these answers "
        + (least > most ? "no number goes with the other sums"
            : least == most ? $"it is {Show(least)}"
            : $"it is {(isOdd is { } odd ? odd ? "odd, " : "even, " : "")}from {Show(least)} to {Show(most)}"), parameter);

    internal static ArgumentException CustomersInBoth(long both, long baseline, long current) => new(
        $"customersInBoth is {Show(both)} of {Show(baseline)} and {Show(current)} customers; those in both periods are at most the fewer of the two", "customersInBoth");

    internal static ArgumentException SumOfProducts(string parameter, long value) => new(
        $"{parameter} is {Show(value)}, which does not go with the other sums: no customers of these two periods have them", parameter);

    internal static void RequireDistinct(IEnumerable<string> names, string parameter, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int index = 0;
        foreach (string name in names)
        {
            if (name is null)
            {
                throw new ArgumentException($"{parameter}[{Show(index)}] has no name; each {what} needs one", parameter);
            }

            if (!seen.Add(name))
            {
                throw new ArgumentException($"{parameter}[{Show(index)}] is \"{Show(name)}\" again; each {what} appears once", parameter);
            }

            index++;
        }
    }

    // Squares of weights and their sums stay far from the ends of a double.
    internal static bool IsWeight(double value) => value is 0 or (>= 1e-100 and <= 1e100);

    internal static double RequireWeightOfAnswer(double value, string parameter) => IsWeight(value) ? value : throw WeightOutside(parameter, parameter, value);

    internal static double RequireWeight(double value, string parameter) => value >= 0 && double.IsFinite(value)
        ? value
        : throw WeightOutside(parameter, parameter, value);

    internal static ArgumentOutOfRangeException WeightOutside(string place, string parameter, double value) => new(
        parameter, $"{place} is {Show(value)}; a weight is 0, or a number from 1E-100 to 1E+100");

    internal static ArgumentException NoStrata(string parameter) => new($"{parameter} is empty; at least one stratum is needed", parameter);

    internal static ArgumentException StratumEmpty(string stratum, string parameter) => new(
        $"stratum \"{Show(stratum)}\" has no answers; its part of the population cannot be scored, so merge it with another", parameter);

    internal static ArgumentOutOfRangeException StratumSize(string stratum, double found, string parameter) => new(
        parameter, $"the population of stratum \"{Show(stratum)}\" is {Show(found)}; it must be a finite number above 0");

    internal static ArgumentOutOfRangeException FewerThanAnswered(string parameter, long found, long answered) => new(
        parameter, $"{parameter} is {Show(found)} with {Show(answered)} answers; it is at least as many as answered");

    internal static double RequireShare(double value, string parameter) => value >= 0 && value <= 1
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; a share is a fraction from 0 to 1");

    internal static ArgumentException SharesAboveOne(double promoters, double detractors, string parameter) => new(
        $"promoters {Show(promoters)} and detractors {Show(detractors)} together pass 1", parameter);

    internal static double RequireDesignEffect(double value, string parameter) => value >= 1 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; a design effect is a finite number, 1 or more");

    internal static long? RequirePopulation(long? value, string parameter) => value is null or >= 1
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; a population is 1 or more, or null where it is large");

    internal static double? RequireResponseRate(double? value, string parameter) => value is null || (value > 0 && value <= 1)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value.Value)}; a response rate is a fraction above 0 and at most 1");

    internal static void RequirePoints(double value, string parameter, double most)
    {
        if (!(value > 0 && value <= most))
        {
            throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; it is in points, above 0 and at most {Show(most)}");
        }
    }

    internal static void RequireAnswers(long answers, long? population, string parameter)
    {
        if (answers < 1 || answers > population)
        {
            throw new ArgumentOutOfRangeException(
                parameter, $"{parameter} is {Show(answers)}; allowed are 1 {(population is { } most ? $"to the population of {Show(most)}" : "or more")}");
        }
    }

    internal static ArgumentException NoPrimary(string primary, IEnumerable<string> metrics) => new(
        $"primary is \"{Show(primary)}\"; the metrics are {string.Join(", ", metrics.Select(metric => $"\"{Show(metric)}\""))}", nameof(primary));

    internal static ArgumentException NoExactRanks(int baseline, int current, bool tied) => new(
        tied
            ? "method is Exact and values are tied; the exact distribution is that of values without ties: take Automatic or Normal"
            : $"method is Exact with {Show(baseline)} and {Show(current)} values; it takes fewer than 50 a side: take Automatic or Normal",
        "method");

    // Rates, their squares and sums stay far from the ends of a double.
    internal static bool IsExposure(double value) => value is >= 1e-50 and <= 1e50;

    internal static double RequireExposure(double value, string parameter) => IsExposure(value)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; an exposure is a number from 1E-50 to 1E+50");

    internal static ArgumentOutOfRangeException PeriodOutside(string parameter, long index, long count, double exposure) => new(
        parameter, $"{parameter}[{Show(index)}] is {Show(count)} in an exposure of {Show(exposure)}; a count is 0 or more, an exposure a number from 1E-50 to 1E+50");

    internal static ArgumentOutOfRangeException EventsWithoutPeriod(long count) => new(
        nameof(count), $"count is {Show(count)} without a period; events happen in 1 period or more");

    internal static double RequireSquares(double value, string parameter) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; a sum of squares is a finite number, 0 or more");

    internal static double RequireMean(long count, double? mean, string parameter) => (count, mean) switch
    {
        (0, null) => 0,
        (0, { } found) => throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(found)}; without observations there is none"),
        (_, null) => throw new ArgumentNullException(parameter, $"{parameter} is null; the mean of {Show(count)} observations is a finite number"),
        (_, { } found) => RequireMoment(found, parameter),
    };

    internal static double RequireZero(double value, string parameter) => value == 0
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; with so few observations it is 0");

    internal static ArgumentOutOfRangeException NotFinite(string parameter, long index, double found) => new(
        parameter, $"{parameter}[{Show(index)}] is {Show(found)}; an observation is a finite number");

    internal static ArgumentException FunnelOutOfOrder(string more, long moreCount, string fewer, long fewerCount) => new(
        $"{fewer} is {Show(fewerCount)} of {Show(moreCount)} {more}; a step of the survey never holds more than the one before it", fewer);

    internal static ArgumentException FunnelDisagrees(string kind, long answered, long scored, string parameter) => new(
        $"kind \"{Show(kind)}\" has {Show(answered)} answered in its funnel and {Show(scored)} scores; they must be the same answers", parameter);

    internal static ArgumentException RatingScaleOutOfOrder(int minimum, int maximum, int good) => new(
        $"the scale {Show(minimum)} to {Show(maximum)} with its good answers cut at {Show(good)} is out of order; needed is minimum < maximum with the cut between them");

    internal static ArgumentException BetterNeeded(string parameter) => new($"{parameter} is Neither; a rating is better higher or lower", parameter);

    internal static ArgumentException RatingSums(FormattableString detail) => new($"{FormattableString.Invariant(detail)}; sums of one set of ratings cannot be so");

    internal static ArgumentException KindsDiffer(Periods.Period one, Periods.Period other, string parameter) => new(
        $"{Show(one)} and {Show(other)} are of different kinds; a series has periods of one kind", parameter);

    internal static void RequireWindow(int periods, string parameter)
    {
        if (periods < 1)
        {
            throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(periods)}; a window holds 1 period or more");
        }
    }

    internal static ArgumentException LengthsDiffer(string one, int oneLength, string other, int otherLength) => new(
        $"{Show(one)} has {Show(oneLength)} entries and {Show(other)} {Show(otherLength)}; they must be as many", one);

    internal static ArgumentOutOfRangeException GroupOutside(string parameter, int index, int found, int groupCount) => new(
        parameter, $"{parameter}[{Show(index)}] is {Show(found)}; a group is a number from 0 to {groupCount - 1}");

    internal static ArgumentException TableNotSquare(int rows, int columns) => new(
        $"table has {Show(rows)} rows and {Show(columns)} columns; needed are as many rows as columns, at least 2", "table");

    internal static double RequireMoment(double value, string parameter) => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; it must be a finite number");

    internal static void RequireNotLater(DateRange? baseline, DateRange current, string parameter)
    {
        if (baseline is not null && baseline.First > current.First && baseline.Last > current.Last)
        {
            throw new ArgumentException($"{parameter} is {Show(baseline)}, later than the current period {Show(current)}; a baseline is what came before", parameter);
        }
    }

    internal static void RequireSameLevel(double asked, double made, string parameter)
    {
        if (asked != made)
        {
            throw new ArgumentException($"{parameter} asks at level {Show(asked)} of a comparison made at {Show(made)}; give both the same", parameter);
        }
    }

    internal static ArgumentException Moments(long count, double sumOfSquaredDeviationsFirst, double sumOfSquaredDeviationsSecond, double products) => new(
        $"{Show(count)} pairs cannot have squares {Show(sumOfSquaredDeviationsFirst)} and {Show(sumOfSquaredDeviationsSecond)} with products {Show(products)}");

    internal static ArgumentException MoodCutsOutOfOrder(double minimum, double maximum, double ranterMaximum, double raverMinimum) => new(
        $"the scale {Show(minimum)} to {Show(maximum)} with ranters up to {Show(ranterMaximum)} and ravers from {Show(raverMinimum)} is out of order; " +
        "needed are finite numbers with minimum <= ranterMaximum < raverMinimum <= maximum, whole ones where scores are whole");

    internal static ArgumentOutOfRangeException MoodOutside(string parameter, string place, string found, Conversion.MoodScale scale) => new(
        parameter, $"{place} is {Show(found)}; a score on the {Show(scale)} scale is a {(scale.WholeNumbers ? "whole number" : "number")} from {Show(scale.Minimum)} to {Show(scale.Maximum)}");

    internal static TimeSpan RequireWindow(TimeSpan window, string parameter) => window > TimeSpan.Zero
        ? window
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {window.ToString("c", CultureInfo.InvariantCulture)}; a window is longer than 0, TimeSpan.MaxValue for no bound");

    internal static ArgumentException SecondContact(string parameter, long index) => new(
        $"{parameter}[{Show(index)}] is a second contact of one customer at another instant; give one each, or make each case its own key", parameter);

    internal static ArgumentException TimeBetween(long paired, Int128 total, TimeSpan? shortest, TimeSpan? longest) => new(
        $"{Show(paired)} pairs cannot be {Show(total)} ticks apart in all, with {shortest?.ToString("c", CultureInfo.InvariantCulture) ?? "no"} shortest and {longest?.ToString("c", CultureInfo.InvariantCulture) ?? "no"} longest time between");

    internal static double RequireSpread(double value, string parameter) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; a standard deviation is a finite number above 0");

    internal static double RequireReliability(double value, string parameter) => value >= 0 && value <= 1
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; a reliability lies from 0 (chance alone) to 1 (no chance at all)");

    internal static ArgumentException CutsCross(double ranterBelow, double raverAbove) => new(
        $"ranterBelow is {Show(ranterBelow)} and raverAbove {Show(raverAbove)}; needed is ranterBelow <= raverAbove", nameof(raverAbove));

    internal static ArgumentException PanelTooSmall(Statistics.CorrelationTally panel) => new(
        $"panel is {Show(panel)}; needed are at least 2 pairs whose numbers vary on both sides", nameof(panel));

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

    internal static bool IsDuration(double value) => value >= 0 && double.IsFinite(value);

    internal static double RequireDuration(double value, string parameter) => IsDuration(value)
        ? value + 0.0
        : throw DurationOutside(parameter, parameter, value);

    internal static ArgumentOutOfRangeException DurationOutside(string place, string parameter, double value) => new(
        parameter, $"{place} is {Show(value)}; a duration is a finite number, 0 or more");

    internal static void RequireHorizon(double value, string parameter)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; a horizon is a finite number above 0, in the unit of the durations");
        }
    }

    internal static void RequireQuantile(double value, string parameter)
    {
        if (!(value > 0 && value < 1))
        {
            throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; a share that has ended lies strictly between 0 and 1, such as 0.5");
        }
    }

    internal static ArgumentException TooFewGroups(string parameter, int found) => new(
        $"{parameter} holds {Show(found)}; a test needs at least 2 groups", parameter);

    internal static ArgumentException NoRatio(string parameter) => new(
        $"{parameter} is 0 without error; a ratio divides by what is other than 0, or uncertain", parameter);

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
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; allowed are {Show(least)} to 10000");

    internal static string RequireText(string value, string parameter) => !string.IsNullOrWhiteSpace(value)
        ? value
        : throw new ArgumentException($"{parameter} is empty; it needs a text", parameter);

    internal static T Require<T>(T? value, string parameter)
        where T : class => value ?? throw new ArgumentNullException(parameter, $"{parameter} is null; it needs a value");

    internal static ImmutableArray<T> RequireLines<T>(ImmutableArray<T> lines, string parameter)
        where T : class
    {
        int missing = lines.IndexOf(null!);
        return missing < 0 ? lines : throw new ArgumentException($"{parameter}[{Show(missing)}] is null; it needs a line", parameter);
    }

    internal static void RequireShapePart(AssumptionShape shape, decimal? value, bool needed, string parameter)
    {
        if (needed != value.HasValue)
        {
            throw new ArgumentException(
                needed ? $"{parameter} is missing; an assumption of shape {Show(shape)} needs it" : $"{parameter} is {Show(value!.Value)}; an assumption of shape {Show(shape)} has none",
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
        $"the currencies {Show(first)} and {Show(other)} are both in one case; a case has one currency");

    internal static ArgumentException NoLines() => new("the case has no line; it needs at least one benefit or cost");

    internal static ArgumentException NoFlows() => new("flows is empty; it needs at least one flow", "flows");

    internal static ArgumentOutOfRangeException FlowNotFinite(int index, double found) => new(
        "flows", $"flows[{Show(index)}] is {Show(found)}; a cash flow is a finite number");

    internal static ArgumentException DatesOutOfOrder(int index, DateOnly found, DateOnly before) => new(
        string.Create(CultureInfo.InvariantCulture, $"flows[{Show(index)}] is dated {found:yyyy-MM-dd}, before flows[{index - 1}] of {before:yyyy-MM-dd}; flows stand in order of date"), "flows");

    internal static void RequireRate(double rate, string parameter = "rate")
    {
        if (!(rate > -1 && double.IsFinite(rate)))
        {
            throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(rate)}; a rate is a finite fraction above -1, such as 0.08");
        }
    }

    internal static void RequireDraws(int draws, int most)
    {
        if (draws < 1 || draws > most)
        {
            throw new ArgumentOutOfRangeException(nameof(draws), $"draws is {Show(draws)}; allowed are 1 to {Show(most)}");
        }
    }

    internal static void RequireBins(int bins)
    {
        if (bins is < 1 or > 10_000)
        {
            throw new ArgumentOutOfRangeException(nameof(bins), $"bins is {Show(bins)}; allowed are 1 to 10000");
        }
    }

    internal static void RequireThreads(int threads)
    {
        if (threads < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(threads), $"threads is {Show(threads)}; it is 1 or more");
        }
    }

    internal static ImmutableArray<double> RequireProbabilities(IReadOnlyList<double> probabilities)
    {
        for (int i = 0; i < probabilities.Count; i++)
        {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(probabilities), $"probabilities[{Show(i)}] is {Show(probabilities[i])}; a probability lies from 0 to 1");
            }

            if (i > 0 && probabilities[i] <= probabilities[i - 1])
            {
                throw new ArgumentException(
                    $"probabilities[{Show(i)}] is {Show(probabilities[i])} after {Show(probabilities[i - 1])}; they stand in ascending order", nameof(probabilities));
            }
        }

        return [.. probabilities];
    }

    internal static ArgumentOutOfRangeException QuantileNotKept(double probability, ImmutableArray<double> kept) => new(
        nameof(probability), $"probability is {Show(probability)}; the quantiles kept are {string.Join(", ", kept.Select(value => Show(value)))}");

    internal static void RequireTarget(double target)
    {
        if (!(target > -1 && double.IsFinite(target)))
        {
            throw new ArgumentOutOfRangeException(nameof(target), $"target is {Show(target)}; a return on investment to aim at is a finite fraction above -1");
        }
    }

    internal static ArgumentException LineUnknown(string line, bool both, IReadOnlyList<string> names) => new(
        both ? $"line \"{Show(line)}\" names both a benefit and a cost; it must name one side" : $"line \"{Show(line)}\" is none of the case's; it has {string.Join(", ", names.Distinct())}",
        nameof(line));

    internal static ArgumentException ValueOfNobody(decimal total) => new($"total is {Show(total)} with nobody converted; it is 0 then", nameof(total));

    internal static ArgumentException ValueOfEach(Retention.KeptValue value, bool own, string parameter) => new(
        own ? $"{parameter} is {Show(value)}; where each customer has a value of their own it has no amount, as KeptValue.OfEach makes it" : $"{parameter} is {Show(value)}; counts need one amount for every customer kept", parameter);

    internal static ArgumentException SpreadOfNothing(Retention.KeptValue value, string parameter) => new(
        $"{parameter} is {Show(value)}; a value with a standard deviation is above 0", parameter);

    internal static ArgumentException WonAboveEnd(long won, long end) => new($"won is {Show(won)} of {Show(end)} customers at the end; it lies from 0 to that number", nameof(won));

    internal static ArgumentException KeptAboveStart(long kept, long start) => new(
        $"{Show(kept)} customers at the end were not won since, of {Show(start)} at the start; name every new customer in won", nameof(start));

    internal static double RequirePeriodsPerYear(double value, string parameter) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; it is a finite number above 0: 12 of months, 1 of years");

    internal static ArgumentException LostAboveStart(decimal churned, decimal contraction, decimal start) => new(
        $"churned {Show(churned)} and contraction {Show(contraction)} together pass the {Show(start)} there was at the start", nameof(churned));

    internal static ArgumentException WeightSums(string category, long count, double weight, double squared) => new(
        $"{category} are {Show(count)} with a sum of weights of {Show(weight)} and of squared weights of {Show(squared)}; sums of one set of answers cannot be so");

    internal static Retention.PeriodRate RequireRetention(Retention.PeriodRate value, string parameter) => value.Value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value.Value)}; a retention rate is a fraction from 0 to 1");

    internal static ArgumentException NoRetention(double value) => new($"the rate is {Show(value)}; a retention rate is a fraction from 0 to 1");

    internal static ArgumentException RateLength(Retention.PeriodRate rate, Periods.PeriodKind? period) => new(period is null
        ? $"the rate is {Show(rate)} and the length of a period is not named; name it, such as PeriodKind.Month, or give the rate per period"
        : $"the rate is {Show(rate)} and a period is a {Retention.PeriodRate.Name(period)}, which is no whole number of weeks; give the rate per period");

    internal static ArgumentException LifetimeDiverges(double left, string parameter) => new(
        $"each period leaves {Show(left)} times the value of the one before; over all time the lifetime value is finite only below 1: name a Horizon, or lower retention or growth", parameter);

    internal static ArgumentException SaveTermsDiffer(string parameter) => new(
        "ranter and raver differ in discount, timing, horizon or period; one save is valued on one footing, so only margin, retention and growth may differ", parameter);

    internal static void RequireCustomers(double value, string parameter, int index)
    {
        if (!(value >= 0 && value <= 1L << 53))
        {
            throw new ArgumentOutOfRangeException(parameter, $"{parameter}[{Show(index)}] is {Show(value)}; a number of customers lies from 0 to {Show(1L << 53)}");
        }
    }

    internal static ArgumentException NoSurvivors(string parameter) => new(
        $"{parameter} is empty; a cohort needs the number of its customers at the start, and after each period", parameter);

    internal static ArgumentException CohortGrows(int index, double found, double before) => new(
        $"survivors[{Show(index)}] is {Show(found)} after {Show(before)}; a cohort never grows: who came later is of a later cohort", "survivors");

    internal static ArgumentOutOfRangeException LostAboveAtRisk(int index, double lost, double atRisk) => new(
        nameof(lost), $"lost[{Show(index)}] is {Show(lost)} of {Show(atRisk)} at risk; it lies from 0 to as many");

    internal static double RequireShape(double value, string parameter) => value > 0 && value <= 1e300
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; a parameter of a beta distribution is a finite number above 0");

    internal static ArgumentException LifetimeInfinite(double rate, double alpha) => new(rate < 0
        ? $"discount is {Show(rate)} a period; a lifetime over all time is finite only at a discount above 0, or of 0 with alpha above 1: name a number of periods"
        : $"discount is 0 with alpha {Show(alpha)}; the lifetime over all time is then infinite, for alpha is not above 1: give a discount above 0, or a number of periods", "discount");

    internal static ArgumentException AssumptionsDiffer(string parameter) => new(
        $"{parameter} differs from the baseline in design effect, population or response rate; the plan is one for both groups, so only the expected shares may differ", parameter);

    internal static ArgumentException NotOnScale(string scale, long ratings, long sum) => new(
        $"tally has {Show(ratings)} ratings that sum to {Show(sum)}, which ratings on the scale {Show(scale)} cannot; it was counted on another scale", "tally");

    internal static int? RequireRun(int? value, int least, int most, string parameter) => value is null || (value >= least && value <= most)
        ? value
        : throw new ArgumentOutOfRangeException(parameter, $"{parameter} is {Show(value)}; allowed are {Show(least)} to {Show(most)} points, or null for no such rule");

    internal static int? RequireBaseline(int? value, string parameter) => value is null or >= Baseline.ChartLayout.Fewest
        ? value
        : throw new ArgumentOutOfRangeException(
            parameter, $"{parameter} is {Show(value)}; a baseline has {Show(Baseline.ChartLayout.Fewest)} points or more, or is null for all of the segment");

    internal static void RequireSigmas(double sigmas)
    {
        if (!(sigmas > 0 && double.IsFinite(sigmas)))
        {
            throw new ArgumentOutOfRangeException(nameof(sigmas), $"sigmas is {Show(sigmas)}; it is a finite number above 0, such as 1 or 2");
        }
    }

    internal static void RequireIndex(int index, int count)
    {
        if (index < 0 || index >= count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), $"index is {Show(index)}; the chart has {Show(count)} points, from 0 on");
        }
    }

    internal static ArgumentException NoPoints(string parameter) => new($"{parameter} is empty; a chart needs at least one", parameter);

    internal static ArgumentException DenominatorOnXmr(int index, double found) => new(
        $"observations[{Show(index)}] has a denominator of {Show(found)}; an XmR chart takes values alone, p and u charts take denominators", "observations");

    internal static ArgumentOutOfRangeException CountBelowZero(int index, double found) => new(
        "observations", $"observations[{Show(index)}] has a count of {Show(found)}; a count is 0 or more");

    internal static ArgumentOutOfRangeException CountAboveWhole(int index, double count, double whole, bool isProportion) => new(
        "observations",
        $"observations[{Show(index)}] has a count of {Show(count)} of {Show(whole)}; "
        + (isProportion ? "on a p chart it lies from 0 to the denominator" : "where there is no exposure there is no count"));

    internal static ArgumentException PointTwice(string parameter, string name, int first, int second) => new(
        $"{parameter} names \"{Show(name)}\", which is the label of points {Show(first + 1)} and {Show(second + 1)}; it must be that of one", parameter);

    internal static ArgumentException PointUnknown(string parameter, string name, string first, string last) => new(
        $"{parameter} names \"{Show(name)}\", which is not in the data; its points are {Show(first)} to {Show(last)}", parameter);

    internal static ArgumentException BaselineHalf(bool isFromMissing)
    {
        (string missing, string given) = isFromMissing ? ("options.BaselineFrom", "options.BaselineTo") : ("options.BaselineTo", "options.BaselineFrom");
        return new($"{missing} is missing with {given}; they go together", missing);
    }

    internal static ArgumentException BaselineBackwards(string from, string to) => new(
        $"the baseline from \"{Show(from)}\" to \"{Show(to)}\" runs backwards; needed is the earlier point first", "options.BaselineFrom");

    internal static ArgumentException BaselineAcross(string from, string to, string rebase) => new(
        $"the baseline from \"{Show(from)}\" to \"{Show(to)}\" runs across the rebase at \"{Show(rebase)}\"; it lies in one segment", "options.BaselineTo");

    internal static ArgumentException BaselineTooShort(string parameter, string from, string to, int found, int fewest) => new(
        $"the baseline from \"{Show(from)}\" to \"{Show(to)}\" has {Show(found)} points with a value; limits need at least {Show(fewest)}", parameter);

    internal static ArgumentException TargetWithoutDirection() => new(
        "options.Target is given without a direction; set options.Better to Higher or Lower", "options.Better");

    internal static ArgumentException SigmaOfCounts() => new(
        "options.Sigma is given; only an XmR chart takes one, on the others each point has its own", "options.Sigma");

    internal static OverflowException LimitsTooLarge(string point) => new(
        $"the limits at \"{Show(point)}\" are beyond what a number can hold");
}
