using System.Text.Json;
using CareMetrics.Roi;

namespace CareMetrics.Tests.Roi;

public class CashFlowsTests
{
    [Fact]
    public void Present_values_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("roi/periodic_cashflows.csv"))
        {
            double[] flows = Flows(row);
            double rate = row.Number("rate");
            // Of the reference itself: its inputs are the doubles printed there.
            double size = flows.Sum(Math.Abs);
            double now = CashFlows.PresentValue(flows, rate, FirstFlow.Now);
            double later = CashFlows.PresentValue(flows, rate, FirstFlow.AfterOnePeriod);
            Close.Sized(row.Number("npv_first_at_t0"), now, 1e-14, size, row);
            Close.Sized(row.Number("npv_excel_first_at_t1"), later, 1e-14, size, row);
        }
    }

    [Fact]
    public void Dated_present_values_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("roi/dated_cashflows.csv"))
        {
            DatedFlow[] flows = Dated(row);
            double size = flows.Sum(flow => Math.Abs(flow.Amount));
            double value = CashFlows.PresentValue(flows, row.Number("rate"));
            Close.Sized(row.Number("xnpv_act365"), value, 1e-14, size, row);
        }
    }

    [Fact]
    public void Modified_rates_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("roi/periodic_cashflows.csv"))
        {
            double? rate = CashFlows.ModifiedInternalRate(Flows(row), 0.10, 0.12);
            if (row.NumberOrNull("mirr_fin10_reinv12") is { } expected)
            {
                Close.Near(expected, rate, 1e-13, row);
            }
            else
            {
                Assert.Null(rate);
            }
        }
    }

    [Fact]
    public void Payback_agrees_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("roi/periodic_cashflows.csv"))
        {
            Same(row, "payback_undiscounted", CashFlows.Payback(Flows(row)).First);
            Same(row, "payback_discounted", CashFlows.Payback(Flows(row), row.Number("rate")).First);
        }
    }

    [Fact]
    public void Payback_tells_the_first_time_from_the_last()
    {
        Payback passing = CashFlows.Payback([-100, 150, -200, 300]);
        Assert.Equal(2.0 / 3, passing.First!.Value, 15);
        Assert.Equal(2.5, passing.Lasting);
        Assert.Equal("paid back after 0.7, for good after 2.5", passing.ToString());

        Payback lost = CashFlows.Payback([-100, 150, -200]);
        Assert.NotNull(lost.First);
        Assert.Null(lost.Lasting);
        Assert.Equal("paid back after 0.7, not for good", lost.ToString());

        Assert.Equal(new Payback { HasOutlay = false }, CashFlows.Payback([100, -50]));
        Assert.Equal(new Payback { HasOutlay = true }, CashFlows.Payback([-100, 50]));
        Assert.Equal("not paid back", CashFlows.Payback([-100, 50]).ToString());
        Assert.Equal("no outlay to pay back", CashFlows.Payback([5]).ToString());
    }

    [Fact]
    public void Dated_payback_counts_years_of_365_days()
    {
        DatedFlow[] flows = [new(new(2023, 1, 1), -100), new(new(2024, 1, 1), 50), new(new(2024, 12, 31), 100)];
        Assert.Equal(1.5, CashFlows.Payback(flows).First);
        // 100 = 50/1.1 + share · 100/1.21.
        Close.Relative(1 + (100 - 50 / 1.1) * 1.21 / 100, CashFlows.Payback(flows, 0.1).First, 1e-14);
    }

    [Fact]
    public void Discounting_at_zero_adds_up_and_timing_differs_by_one_period()
    {
        double[] flows = [-100, 30, 40, 50];
        Assert.Equal(20, CashFlows.PresentValue(flows, 0, FirstFlow.Now));
        Close.Relative(
            CashFlows.PresentValue(flows, 0.07, FirstFlow.Now) / 1.07, CashFlows.PresentValue(flows, 0.07, FirstFlow.AfterOnePeriod), 1e-14);
    }

    [Fact]
    public void A_present_value_near_zero_keeps_its_digits()
    {
        // 1e16 − 1.1e16/1.1 is 0 but for the flow of 1 after it.
        double value = CashFlows.PresentValue([1e16, -1.5e16, 0, 3.375], 0.5, FirstFlow.Now);
        Assert.Equal(1.0, value);
    }

    [Fact]
    public void An_annuity_is_the_sum_of_its_factors()
    {
        Assert.Equal(3, CashFlows.Annuity(2, 3, 0));
        Close.Relative(1 / 1.21 + 1 / 1.331, CashFlows.Annuity(2, 2, 0.1), 1e-15 * 4);
    }

    internal static double[] Flows(ReferenceRow row) => JsonSerializer.Deserialize<double[]>(row["cashflows"])!;

    internal static DatedFlow[] Dated(ReferenceRow row) =>
        [.. JsonSerializer.Deserialize<DateOnly[]>(row["dates"])!.Zip(Flows(row), (date, amount) => new DatedFlow(date, amount))];

    private static void Same(ReferenceRow row, string column, double? actual)
    {
        if (row.NumberOrNull(column) is { } expected)
        {
            Close.Relative(expected, actual, 1e-12, $"{row} {column}");
        }
        else
        {
            Assert.Null(actual);
        }
    }
}
