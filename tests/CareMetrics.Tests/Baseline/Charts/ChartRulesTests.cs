using CareMetrics.Baseline;
using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Baseline;

public class ChartRulesTests
{
    private static readonly Gen<double?[]> _series = Gen.Choose(-4, 5).Select(value => value == 5 ? (double?)null : value).ArrayOf();

    private static readonly Gen<ChartRules> _rules =
        from shift in Gen.Choose(6, 9)
        from trend in Gen.Choose(5, 7)
        from twoOfThree in Gen.Elements(Enum.GetValues<TwoOfThree>())
        from skipLine in Gen.Elements(true, false)
        from skipEqual in Gen.Elements(true, false)
        select new ChartRules { Shift = shift, Trend = trend, TwoOfThree = twoOfThree, SkipPointsOnLine = skipLine, SkipEqualNeighbours = skipEqual };

    // Long runs, ties and points on the line are rare in even draws.
    private static readonly Gen<double?[]> _sticky =
        from steps in Gen.Frequency((6, Gen.Constant(1)), (3, Gen.Constant(0)), (1, Gen.Constant(-6)), (1, Gen.Constant(9))).ArrayOf()
        from start in Gen.Choose(-4, 4)
        select steps.Aggregate(
            (Values: new List<double?>(), At: start),
            (made, step) =>
            {
                int at = step == 9 ? made.At : Math.Clamp(made.At + step, -4, 4);
                made.Values.Add(step == 9 ? null : at);
                return (made.Values, at);
            }).Values.ToArray();

    [Fact]
    public void Members_and_completions_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("baseline/rules_reference.csv"))
        {
            double[] values = row["series"].StartsWith("Nile", StringComparison.Ordinal) ? Charted.Nile : Charted.Breaches;
            ControlChart chart = ControlChart.Xmr(values, new ChartOptions
            {
                BaselinePoints = (int)row.Whole("baseline_n"),
                Constants = row["constants"] == "exact" ? ChartConstants.Exact : ChartConstants.Rounded,
                Rules = Rules(row["rule"]),
            });
            Close.Relative(row.Number("mean"), chart.Segments[0].Centre, 1e-11, row);
            Close.Relative(row.Number("mRbar"), chart.Segments[0].MovingRange, 1e-11, row);
            Close.Relative(row.Number("lpl"), chart.Points[0].Lower, 1e-11, row);
            Close.Relative(row.Number("upl"), chart.Points[0].Upper, 1e-11, row);
            Assert.Equal(row["member_idx1"], Charted.Signed(chart, Kind(row["rule"]), point => point.Members));
            Assert.Equal(row["completion_idx1"], Charted.Signed(chart, Kind(row["rule"]), point => point.Completions));
        }
    }

    [Fact]
    public void Edge_cases_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("baseline/rules_edge_cases.csv"))
        {
            string[] rule = row["rule"].Split(' ');
            bool skip = rule.Length > 1 && rule[1] == "skip";
            ControlChart chart = ControlChart.Xmr(
                [.. row["values"].Split(' ').Select(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))],
                new ChartOptions { Centre = 0, Sigma = 1, Rules = Rules(rule[0]) with { SkipPointsOnLine = skip, SkipEqualNeighbours = skip } });
            Assert.Equal(row["member_idx1"], Charted.Signed(chart, Kind(rule[0]), point => point.Members));
            Assert.Equal(row["completion_idx1"], Charted.Signed(chart, Kind(rule[0]), point => point.Completions));
        }
    }

    [Theory]
    [InlineData(TwoOfThree.WesternElectric, "+1 +3", "+3")]
    [InlineData(TwoOfThree.MakingDataCount2022, "", "")]
    [InlineData(TwoOfThree.MakingDataCount2023, "", "")]
    public void A_third_point_on_the_other_side_matters_as_published(TwoOfThree form, string members, string completions)
    {
        ControlChart chart = Known([2.5, -1, 2.5, -1], ChartRules.LimitsOnly with { TwoOfThree = form });
        Assert.Equal(members, Charted.Signed(chart, ChartSignalKinds.TwoOfThreeAbove, point => point.Members));
        Assert.Equal(completions, Charted.Signed(chart, ChartSignalKinds.TwoOfThreeAbove, point => point.Completions));
    }

    [Fact]
    public void Every_rule_agrees_with_its_definition_taken_window_by_window()
    {
        Law.Holds(Gen.OneOf(_series, _sticky), _rules, (values, rules) =>
        {
            ControlChart chart = Known(values, rules);
            (ChartSignalKinds[] members, ChartSignalKinds[] completions) = RulesByWindow.Find(values, rules);
            Assert.Equal(members, chart.Points.Select(point => point.Members));
            Assert.Equal(completions, chart.Points.Select(point => point.Completions));
        }, cases: 2000);
    }

    [Fact]
    public void Signals_are_the_stretches_of_members() => Law.Holds(_sticky, _rules, (values, rules) =>
    {
        ControlChart chart = Known(values, rules);
        foreach (ChartSignal signal in chart.Signals)
        {
            ChartPoint[] inside = [.. chart.Points.AsEnumerable().Skip(signal.First).Take(signal.Last - signal.First + 1)];
            Assert.True(inside[0].Members.HasFlag(signal.Kind) && inside[^1].Members.HasFlag(signal.Kind));
            Assert.Equal(signal.Points, inside.Count(point => point.Members.HasFlag(signal.Kind)));
            Assert.True(chart.Points[signal.KnownAt].Completions.HasFlag(signal.Kind));
            Assert.DoesNotContain(chart.Points.AsEnumerable().Skip(signal.First).Take(signal.KnownAt - signal.First), point => point.Completions.HasFlag(signal.Kind));
        }

        int members = chart.Points.Sum(point => System.Numerics.BitOperations.PopCount((uint)point.Members));
        Assert.Equal(members, chart.Signals.Sum(signal => signal.Points));
    }, cases: 1000);

    [Fact]
    public void A_direction_tells_good_signals_from_bad()
    {
        double[] values = [4, 0, -4];
        foreach ((Better better, bool? above, bool? below) in new (Better, bool?, bool?)[] { (Better.Higher, true, false), (Better.Lower, false, true), (Better.Neither, null, null) })
        {
            ControlChart chart = ControlChart.Xmr(values, new ChartOptions { Centre = 0, Sigma = 1, Better = better });
            Assert.Equal([(ChartSignalKinds.AboveLimit, above), (ChartSignalKinds.BelowLimit, below)], chart.Signals.Select(signal => (signal.Kind, signal.IsImprovement)));
        }
    }

    private static ControlChart Known(IEnumerable<double?> values, ChartRules rules) =>
        values.Any()
            ? ControlChart.Of(ChartKind.Xmr, values.Select(value => new ChartObservation(null, value)), new ChartOptions { Centre = 0, Sigma = 1, Rules = rules })
            : Known([0], rules) with { Points = [], Signals = [] };

    private static ChartRules Rules(string rule)
    {
        ChartRules none = ChartRules.LimitsOnly with { OutsideLimits = false };
        return rule switch
        {
            "outside" => ChartRules.LimitsOnly,
            "2of3_we" => none with { TwoOfThree = TwoOfThree.WesternElectric },
            "2of3_mdc2022" => none with { TwoOfThree = TwoOfThree.MakingDataCount2022 },
            "2of3_mdc2023" => none with { TwoOfThree = TwoOfThree.MakingDataCount2023 },
            _ when rule.StartsWith("shift", StringComparison.Ordinal) => none with { Shift = rule[^1] - '0' },
            _ => none with { Trend = rule[^1] - '0' },
        };
    }

    private static ChartSignalKinds Kind(string rule) => rule switch
    {
        "outside" => ChartSignalKinds.AboveLimit,
        _ when rule.StartsWith("shift", StringComparison.Ordinal) => ChartSignalKinds.ShiftAbove,
        _ when rule.StartsWith("trend", StringComparison.Ordinal) => ChartSignalKinds.TrendUp,
        _ => ChartSignalKinds.TwoOfThreeAbove,
    };
}
