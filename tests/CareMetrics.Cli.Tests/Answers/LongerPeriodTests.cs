using System.Globalization;
using System.Text;
using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli.Tests;

/// <summary>Quarters made of months, and the customers of two periods, against counting each by itself.</summary>
public sealed class LongerPeriodTests : IDisposable
{
    private static readonly Breakdown Months = new() { Every = PeriodKind.Month };
    private static readonly Breakdown Quarters = new() { Every = PeriodKind.Quarter };

    private readonly Desk _desk = new();
    private readonly (int? Score, string Customer, DateOnly? Day)[] _answers;
    private readonly string _table;

    public LongerPeriodTests()
    {
        var random = new Random(7);
        _answers = [.. Enumerable.Range(0, 3000).Select(_ => (
            random.Next(20) == 0 ? (int?)null : random.Next(11),
            random.Next(12) == 0 ? "" : $"c{random.Next(150)}",
            random.Next(40) == 0 ? (DateOnly?)null : new DateOnly(2025, 1, 1).AddDays(random.Next(400))))];
        var text = new StringBuilder("score,customer,date\n");
        foreach ((int? score, string customer, DateOnly? day) in _answers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{score},{customer},{day:yyyy-MM-dd}\n");
        }

        _table = text.ToString();
    }

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Quarters_beside_months_are_the_quarters_by_themselves(bool latest)
    {
        AnswerSummary alone = _desk.Read(_table, query => query with { Breakdowns = [Quarters], Latest = latest });
        AnswerSummary beside = _desk.Read(_table, query => query with { Breakdowns = [Months, Quarters], Latest = latest });

        Assert.Equal(alone.Breakdowns[0], beside.Breakdowns[1]);
    }

    [Theory]
    [InlineData(PeriodKind.Month, PeriodKind.Quarter)]
    [InlineData(PeriodKind.Month, PeriodKind.Month)]
    [InlineData(PeriodKind.Week, PeriodKind.Week)]
    public void A_panel_of_two_periods_is_the_sum_over_their_customers(PeriodKind counted, PeriodKind compared)
    {
        Period baseline = Period.Containing(new DateOnly(2025, 4, 15), compared);
        Period current = baseline.Next();
        AnswerSummary read = _desk.Read(_table, query => query with { Breakdowns = [new Breakdown(), new Breakdown { Every = counted }] });

        NpsPanelTally expected = NpsPanelTally.Empty;
        int nobody = 0;
        foreach (var customer in _answers.Where(answer => answer.Day is not null).GroupBy(answer => answer.Customer.Length > 0 ? answer.Customer : $"nobody {nobody++}"))
        {
            NpsTally In(Period period) => NpsTally.Of(customer.Where(answer => period.Contains(answer.Day!.Value)).Select(answer => answer.Score));
            expected += NpsPanelTally.OfCustomer(In(baseline), In(current));
        }

        Assert.Equal(expected, read.PanelOf!(baseline, current));
        Assert.True(expected.CustomersInBoth > 0);
    }

    [Fact]
    public void A_panel_of_latest_answers_holds_each_customer_once_a_period()
    {
        const string Table = "score,customer,date\n10,a,2025-01-01\n3,a,2025-01-02\n9,a,2025-02-01\n10,b,2025-02-02\n0,b,2025-02-03\n8,,2025-02-03\n";
        Period january = Period.Containing(new DateOnly(2025, 1, 1), PeriodKind.Month);

        NpsPanelTally panel = _desk.Read(Table, query => query with { Breakdowns = [Months], Latest = true }).PanelOf!(january, january.Next())!.Value;

        NpsPanelTally a = NpsPanelTally.OfCustomer(new NpsTally(1, 0, 0), new NpsTally(0, 0, 1));
        NpsPanelTally b = NpsPanelTally.OfCustomer(NpsTally.Empty, new NpsTally(1, 0, 0));
        Assert.Equal(a + b + NpsPanelTally.OfCustomer(NpsTally.Empty, new NpsTally(0, 1, 0)), panel);
    }

    [Fact]
    public void Without_customers_or_periods_there_is_no_panel()
    {
        Assert.Null(_desk.Read(_table).PanelOf);
        Assert.Null(_desk.Read("score,date\n9,2025-01-01\n", query => query with { Breakdowns = [Months] }).PanelOf);
    }

    [Fact]
    public void Groups_that_need_not_know_customers_count_the_same_answers()
    {
        static AnswerQuery With(AnswerQuery query, bool without) => query with { Breakdowns = [new Breakdown { By = ["customer"], WithoutCustomers = without }] };
        IReadOnlyList<AnswerCell> known = _desk.Read(_table, query => With(query, false)).Breakdowns[0]!;
        IReadOnlyList<AnswerCell> unknown = _desk.Read(_table, query => With(query, true)).Breakdowns[0]!;

        Assert.Equal(known.Select(cell => cell with { Customers = null }), unknown);
        Assert.All(known, cell => Assert.NotNull(cell.Customers));
    }
}
