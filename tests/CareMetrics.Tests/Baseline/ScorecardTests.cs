using CareMetrics.Baseline;
using CareMetrics.Periods;
using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Baseline;

public class ScorecardTests
{
    private static readonly DateRange Before = DateRange.Parse("2025-Q4");
    private static readonly DateRange Now = DateRange.Parse("2026-Q1");

    private static readonly Gen<ProportionTally> Shares = Gen.Choose(1, 400).SelectMany(n => Gen.Choose(0, n).Select(x => new ProportionTally(x, n)));

    [Fact]
    public void The_published_p_values_are_adjusted_as_R_does()
    {
        ReferenceRow[] rows = [.. ReferenceTable.Read("statistics/p_adjust.csv").Where(row => row["set"] == "scorecard7")];
        PeriodComparison[] metrics = [.. rows.Select(row => Metric(row["name"]) is var one ? one with { Comparison = one.Comparison with { PValue = row.Number("p") } } : one)];
        foreach ((Adjustment adjustment, string column) in new[] { (Adjustment.Holm, "holm"), (Adjustment.BenjaminiHochberg, "bh"), (Adjustment.None, "p") })
        {
            Scorecard card = Scorecard.Of(metrics, adjustment);
            for (int i = 0; i < rows.Length; i++)
            {
                Close.Relative(rows[i].Number(column), card.Metrics[i].AdjustedPValue, 1e-14, $"{rows[i]} {column}");
                Assert.Equal(rows[i].Number(column) < 0.05, card.Metrics[i].Judgement.Verdict is Verdict.Improved or Verdict.Worsened);
            }
        }
    }

    [Fact]
    public void The_primary_is_judged_by_its_own_and_the_others_among_themselves()
    {
        PeriodComparison[] metrics = [P("a", 0.03), P("b", 0.02), P("c", 0.04)];
        Scorecard card = Scorecard.Of(metrics, primary: "a");
        Assert.Null(card.Metrics[0].AdjustedPValue);
        Assert.Equal((Verdict.Improved, false), (card.Metrics[0].Judgement.Verdict, card.Metrics[0].Judgement.IsAdjusted));
        Assert.Equal((0.04, 0.04), (card.Metrics[1].AdjustedPValue, card.Metrics[2].AdjustedPValue));
        Assert.Equal(2, card.AdjustedCount);
        Assert.Equal("3 metrics: 3 improved", card.ToString());
        Assert.Equal("verdicts go by p-values adjusted for 2 metrics (Holm); a is primary and judged by its own; intervals are those of each metric by itself", card.Meaning);
        Assert.Equal("a", card.Primary);
        Scorecard plain = Scorecard.Of(metrics);
        Assert.Equal([0.06, 0.06, 0.06], plain.Metrics.Select(metric => metric.AdjustedPValue!.Value).ToArray());
        Assert.Equal("3 metrics: 3 inconclusive", plain.ToString());
        Assert.Equal("verdicts go by the p-value of each metric by itself; intervals are those of each metric by itself", Scorecard.Of(metrics, Adjustment.None).Meaning);
        Assert.Equal(
            "verdicts go by p-values adjusted for 3 metrics (Benjamini–Hochberg); intervals are those of each metric by itself", Scorecard.Of(metrics, Adjustment.BenjaminiHochberg).Meaning);
        Scorecard one = Scorecard.Of([P("a", 0.03)]);
        Assert.Equal("1 metric: 1 improved", one.ToString());
        Assert.Equal("verdicts go by the p-value of each metric by itself; intervals are those of each metric by itself", one.Meaning);
    }

    [Fact]
    public void What_has_no_verdict_does_not_count_among_the_others()
    {
        PeriodComparison missing = PeriodComparison.Of(
            [(new DateOnly(2026, 1, 1), new ProportionTally(3, 9))], Before, Now, Question("missing"));
        PeriodComparison provisional = P("provisional", 0.001) is var one ? one with { Comparison = one.Comparison with { Provisional = "the quarter is not over" } } : one;
        Scorecard card = Scorecard.Of([missing, P("a", 0.03), provisional]);
        Assert.Equal(Verdict.NotComparable, card.Metrics[0].Judgement.Verdict);
        Assert.Equal([null, 0.03, null], card.Metrics.Select(metric => metric.AdjustedPValue).ToArray());
        Assert.Equal("3 metrics: 1 not comparable, 1 provisional, 1 improved", card.ToString());
        Assert.Equal((1, 0), (card.Count(Verdict.Provisional), card.Count(Verdict.Changed)));
    }

    [Fact]
    public void Holm_never_finds_more_than_BH_nor_either_more_than_none_and_intervals_stay() =>
        Law.Holds(Shares.Zip(Shares).ListOf(), all =>
        {
            PeriodComparison[] metrics = [.. all.Select((pair, i) => Metric($"m{i}", pair.Item1, pair.Item2))];
            Scorecard holm = Scorecard.Of(metrics);
            Scorecard bh = Scorecard.Of(metrics, Adjustment.BenjaminiHochberg);
            Scorecard none = Scorecard.Of(metrics, Adjustment.None);
            static HashSet<string> Found(Scorecard card) => [.. card.Metrics.Where(metric => metric.Judgement.Verdict is Verdict.Improved or Verdict.Worsened).Select(metric => metric.Definition.Metric)];
            Assert.Subset(Found(bh), Found(holm));
            Assert.Subset(Found(none), Found(bh));
            Assert.Equal(metrics.Select(one => one.Comparison.Change), holm.Metrics.Select(metric => metric.Comparison.Change));
        });

    [Fact]
    public void Turning_the_direction_turns_the_verdict() => Law.Holds(Shares, Shares, (baseline, current) =>
    {
        PeriodComparison higher = Metric("m", baseline, current);
        Verdict up = Scorecard.Of([higher]).Metrics[0].Judgement.Verdict;
        Verdict down = Scorecard.Of([higher with { Better = Better.Lower }]).Metrics[0].Judgement.Verdict;
        Assert.Equal(up switch { Verdict.Improved => Verdict.Worsened, Verdict.Worsened => Verdict.Improved, _ => up }, down);
        Assert.DoesNotContain(Scorecard.Of([Metric("same", baseline, baseline)]).Metrics[0].Judgement.Verdict, new[] { Verdict.Improved, Verdict.Worsened });
    });

    [Fact]
    public void Names_must_tell_metrics_apart()
    {
        Assert.Equal("comparisons[1] is \"a\" again; each metric appears once (Parameter 'comparisons')",
            Assert.Throws<ArgumentException>(() => Scorecard.Of([P("a", 0.1), P("a", 0.2)])).Message);
        Assert.Equal("primary is \"c\"; the metrics are \"a\", \"b\" (Parameter 'primary')",
            Assert.Throws<ArgumentException>(() => Scorecard.Of([P("a", 0.1), P("b", 0.2)], primary: "c")).Message);
        Assert.Throws<ArgumentOutOfRangeException>("adjustment", () => Scorecard.Of([], (Adjustment)9));
        Assert.Throws<ArgumentOutOfRangeException>("Adjustment", () => Scorecard.Of([]) with { Adjustment = (Adjustment)9 });
        Assert.Throws<ArgumentOutOfRangeException>("verdict", () => Scorecard.Of([]).Count((Verdict)9));
        Assert.Equal("AdjustedPValue is 2; a p-value lies from 0 to 1 (Parameter 'AdjustedPValue')",
            Assert.Throws<ArgumentOutOfRangeException>(() => P("a", 0.1) with { AdjustedPValue = 2 }).Message);
        Assert.Equal("0 metrics", Scorecard.Of([]).ToString());
    }

    internal static PeriodComparison Metric(string name) => Metric(name, new(400, 1000), new(460, 1000));

    private static PeriodComparison Metric(string name, ProportionTally baseline, ProportionTally current) =>
        PeriodComparison.Of(Comparison.Between(baseline, current), Before, Now, Question(name));

    private static PeriodComparison P(string name, double p) => Metric(name) is var one ? one with { Comparison = one.Comparison with { PValue = p } } : one;

    private static PeriodQuestion Question(string name) => new()
    {
        Definition = new MetricDefinition { Metric = name },
        AsOf = new DateOnly(2026, 5, 1),
        Better = Better.Higher,
    };
}
