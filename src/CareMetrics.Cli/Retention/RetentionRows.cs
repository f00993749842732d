using CareMetrics.Retention;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The return on keeping customers as programs read it: a row a figure, and each row says what it may be claimed as.</summary>
internal static class RetentionRows
{
    public const string Naive = "not-attributable";
    public const string Incremental = "incremental";

    /// <summary>What the measures are, as the help lists them.</summary>
    public static readonly IReadOnlyList<(string Term, string Text)> Measures =
    [
        ("return, investment, net", "the books, exact; net with its interval"),
        ("roi", "(return - investment)/investment"),
        ("conversions", "ranters who became ravers; beyond those of the control group where incremental"),
        ("break-even-conversions, break-even-rate", "what makes a return of 0"),
        ("cost-per-save, cost-of-new-customer", "to be read side by side"),
        ("contacts-per-extra-raver, attributable-fraction", "of the incremental result"),
        ("chance-of-loss, mean-roi, median-roi, mean-net, value-of-perfect-information", "how it may turn out"),
        ("rows-read, rows-answered, ...", "the rows of the file"),
    ];

    public static IReadOnlyList<RoiRow> Of(RetentionAnalysis analysis)
    {
        RowLedger ledger = analysis.Ranters.Summary.Ledger;
        string definition = RetentionWords.Definition(analysis);
        return
        [
            .. Figures(analysis),
            .. new[]
            {
                ("read", ledger.Read), ("answered", ledger.Answered), ("missing", ledger.Missing), ("invalid", ledger.Invalid), ("excluded", ledger.Excluded),
            }.Select(part => new RoiRow
            {
                Measure = "rows-" + part.Item1, Line = null, Value = new Figure((decimal)part.Item2), Unit = "rows", Method = "count", Definition = definition,
            }),
        ];
    }

    /// <summary>The same without the rows of the file.</summary>
    public static IReadOnlyList<RoiRow> Figures(RetentionAnalysis analysis)
    {
        string definition = RetentionWords.Definition(analysis);
        var rows = new List<RoiRow>();
        string money = analysis.Naive.Value.Currency ?? Units.Money;
        if (analysis.Incremental is { } roi)
        {
            Books(Incremental, roi.Return, roi.IncrementalNet, roi.IncrementalRoi);
            Add("conversions", Incremental, roi.ExtraConversions, "customers");
            Plain("break-even-conversions", Incremental, roi.BreakEvenConversions, "customers", "exact");
            Plain("break-even-rate", Incremental, roi.BreakEvenRate, Units.Fraction, "exact");
            Plain("cost-per-save", Incremental, roi.CostPerExtraSave, money, "exact");
            Plain("contacts-per-extra-raver", Incremental, roi.Extra.ContactsPerExtraRaver.Value, "ranters", "reciprocal");
            Plain("attributable-fraction", Incremental, roi.AttributableFraction, Units.Fraction, "1 - control/treated");
            Chances(Incremental, analysis.Risk);
        }

        RetentionRoi naive = analysis.Naive;
        Books(Naive, naive.Return, naive.NaiveNet, naive.NaiveRoi);
        Plain("conversions", Naive, naive.Converted.Successes, "customers", "count");
        Plain("break-even-conversions", Naive, naive.BreakEvenConversions, "customers", "exact");
        Plain("break-even-rate", Naive, naive.BreakEvenRate, Units.Fraction, "exact");
        Plain("cost-per-save", Naive, naive.CostPerSave, money, "exact");
        if (analysis.Incremental is null)
        {
            Chances(Naive, analysis.Risk);
        }

        if (naive.Cost.AcquisitionCost is { } won)
        {
            rows.Add(Row("cost-of-new-customer", null, new Figure(won), money, "given"));
        }

        return rows;

        void Books(string line, Roi.ReturnOnInvestment? books, Estimate net, Estimate ratio)
        {
            if (books is null)
            {
                rows.Add(Row("roi", line, null, Units.Fraction, "no ranters on a side"));
                return;
            }

            rows.Add(Row("return", line, new Figure(books.Returned), money, "exact"));
            rows.Add(Row("investment", line, new Figure(books.Invested), money, "exact"));
            rows.Add(Row("net", line, new Figure(books.Net), money, net.Method) with { Lower = Figure.Of(net.Lower), Upper = Figure.Of(net.Upper), Level = net.Level });
            Add("roi", line, ratio, Units.Fraction);
        }

        void Chances(string line, RetentionRisk? risk)
        {
            if (risk is null)
            {
                return;
            }

            Plain("chance-of-loss", line, risk.ChanceOfLoss, Units.Fraction, risk.Method);
            Plain("mean-roi", line, risk.MeanRoi, Units.Fraction, risk.Method);
            rows.Add(Row("median-roi", line, Figure.Of(risk.MedianRoi), Units.Fraction, risk.Method) with
            {
                Lower = Figure.Of(risk.LowerRoi),
                Upper = Figure.Of(risk.UpperRoi),
                Level = risk.Level,
            });
            Plain("mean-net", line, risk.MeanNet, money, risk.Method);
            Plain("value-of-perfect-information", line, risk.ValueOfPerfectInformation, money, risk.Method);
        }

        void Add(string measure, string line, Estimate estimate, string unit) => rows.Add(Row(measure, line, Figure.Of(estimate.Value), unit, estimate.Method) with
        {
            Lower = Figure.Of(estimate.Lower),
            Upper = Figure.Of(estimate.Upper),
            Level = estimate.Level,
        });

        void Plain(string measure, string line, double? value, string unit, string method) => rows.Add(Row(measure, line, Figure.Of(value), unit, method));

        RoiRow Row(string measure, string? line, Figure? value, string unit, string method) =>
            new() { Measure = measure, Line = line, Value = value, Unit = unit, Method = method, Definition = definition };
    }
}
