using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>Finds the signals of a segment: each rule walks its points once.</summary>
internal sealed class RunRules(double[] values, ChartSegment segment, ChartLines lines, ChartOptions options, List<ChartSignal> signals)
{
    private const double WarningSigmas = 2;

    private ChartRules Rules => options.Rules;

    internal void Apply()
    {
        if (Rules.OutsideLimits)
        {
            FindOutside();
        }

        if (Rules.Shift is { } shift)
        {
            FindShifts(shift);
        }

        if (Rules.Trend is { } trend)
        {
            FindTrends(trend);
        }

        if (Rules.TwoOfThree != TwoOfThree.Off)
        {
            FindTwoOfThree();
        }
    }

    // Neighbours outside on one side are one signal.
    private void FindOutside()
    {
        (int start, int side) = (segment.First, 0);
        for (int i = segment.First; i <= segment.Last + 1; i++)
        {
            int here = i > segment.Last ? 0 : OutsideOf(i);
            if (here != side && side != 0)
            {
                Add(Kind(side, ChartSignalKinds.AboveLimit), start, i - 1, start, i - start);
            }

            start = here == side ? start : i;
            side = here;
            if (here != 0)
            {
                Mark(i, Kind(here, ChartSignalKinds.AboveLimit), isMember: true, isCompletion: true);
            }
        }
    }

    private void FindShifts(int length)
    {
        var run = default(Run);
        for (int i = segment.First; i <= segment.Last; i++)
        {
            int side = SideOf(i);
            if (side == 0 && Rules.SkipPointsOnLine && !double.IsNaN(values[i]))
            {
                continue;
            }

            if (side != run.Side || side == 0)
            {
                Close(run, length, ChartSignalKinds.ShiftAbove);
                run = new Run { First = i, Side = side };
            }

            run.Points++;
            run.Last = i;
            if (side != 0 && run.Points >= length)
            {
                run.KnownAt = run.Points == length ? i : run.KnownAt;
                Complete(run, i, length, ChartSignalKinds.ShiftAbove);
            }
        }

        Close(run, length, ChartSignalKinds.ShiftAbove);
    }

    private void FindTrends(int length)
    {
        var run = default(Run);
        for (int i = segment.First; i <= segment.Last; i++)
        {
            double before = run.Points > 0 ? values[run.Last] : double.NaN;
            int step = values[i] > before ? 1 : values[i] < before ? -1 : 0;
            if (step == 0 && Rules.SkipEqualNeighbours && values[i] == before)
            {
                continue;
            }

            // A turning point ends one run and begins the next; a gap or a break begins with itself.
            if (step == 0 || step != run.Side)
            {
                Close(run, length, ChartSignalKinds.TrendUp);
                int first = step == 0 ? i : run.Last;
                run = new Run { First = first, Last = first, Side = step, Points = 1 };
            }

            if (step != 0)
            {
                run.Points++;
                run.Last = i;
            }

            if (step != 0 && run.Points >= length)
            {
                run.KnownAt = run.Points == length ? i : run.KnownAt;
                Complete(run, i, length, ChartSignalKinds.TrendUp);
            }
        }

        Close(run, length, ChartSignalKinds.TrendUp);
    }

    private void FindTwoOfThree()
    {
        bool anywhere = Rules.TwoOfThree == TwoOfThree.WesternElectric;
        var signal = default(Run);
        (int two, int one) = (-1, -1);
        for (int i = segment.First; i <= segment.Last; i++)
        {
            if (double.IsNaN(values[i]))
            {
                (two, one) = (-1, -1);
                continue;
            }

            if (Rules.SkipPointsOnLine && SideOf(i) == 0)
            {
                continue;
            }

            int side = SideOf(i);
            int beyond = (Beyond(i, side) ? 1 : 0) + (Beyond(one, side) ? 1 : 0) + (Beyond(two, side) ? 1 : 0);
            bool isKnown = anywhere ? Beyond(i, side) : two >= 0 && SideOf(one) == side && SideOf(two) == side;
            if (side != 0 && beyond >= 2 && isKnown)
            {
                ChartSignalKinds kind = Kind(side, ChartSignalKinds.TwoOfThreeAbove);
                int first = Beyond(two, side) ? two : one;
                if (signal.Side != side || first > signal.Last)
                {
                    CloseTwoOfThree(signal);
                    signal = new Run { First = first, Last = first - 1, Side = side, KnownAt = i };
                }

                foreach (int at in (ReadOnlySpan<int>)[two, one, i])
                {
                    if (Beyond(at, side))
                    {
                        signal.Points += at > signal.Last ? 1 : 0;
                        signal.Last = Math.Max(signal.Last, at);
                        Mark(at, kind, isMember: true, isCompletion: false);
                    }
                }

                Mark(i, kind, isMember: false, isCompletion: true);
            }

            (two, one) = (one, i);
        }

        CloseTwoOfThree(signal);
    }

    // When a run is known, its points so far become members; later ones one by one.
    private void Complete(in Run run, int at, int length, ChartSignalKinds kind)
    {
        ChartSignalKinds signal = Kind(run.Side, kind);
        if (run.Points == length)
        {
            int earlier = run.First;
            Mark(earlier, signal, isMember: true, isCompletion: false);
            for (int i = run.First + 1; i < at; i++)
            {
                if (kind == ChartSignalKinds.TrendUp ? values[i] != values[earlier] : SideOf(i) != 0)
                {
                    Mark(i, signal, isMember: true, isCompletion: false);
                    earlier = i;
                }
            }
        }

        Mark(at, signal, isMember: true, isCompletion: true);
    }

    private void Close(in Run run, int length, ChartSignalKinds kind)
    {
        if (run.Side != 0 && run.Points >= length)
        {
            Add(Kind(run.Side, kind), run.First, run.Last, run.KnownAt, run.Points);
        }
    }

    private void CloseTwoOfThree(in Run signal)
    {
        if (signal.Side != 0)
        {
            Add(Kind(signal.Side, ChartSignalKinds.TwoOfThreeAbove), signal.First, signal.Last, signal.KnownAt, signal.Points);
        }
    }

    private void Add(ChartSignalKinds kind, int first, int last, int knownAt, int points) => signals.Add(new ChartSignal
    {
        Kind = kind,
        First = first,
        Last = last,
        KnownAt = knownAt,
        Points = points,
        IsImprovement = options.Better == Better.Neither ? null : IsUp(kind) == (options.Better == Better.Higher),
    });

    private void Mark(int at, ChartSignalKinds kind, bool isMember, bool isCompletion)
    {
        lines.Members[at] |= isMember ? (byte)kind : (byte)0;
        lines.Completions[at] |= isCompletion ? (byte)kind : (byte)0;
    }

    private int OutsideOf(int at) => values[at] > lines.Upper[at] ? 1 : values[at] < lines.Lower[at] ? -1 : 0;

    private int SideOf(int at) => values[at] > segment.Centre ? 1 : values[at] < segment.Centre ? -1 : 0;

    private bool Beyond(int at, int side) => at >= 0
        && side * (values[at] - segment.Centre) > WarningSigmas * lines.Sigma[at]
        && (Rules.TwoOfThree != TwoOfThree.MakingDataCount2022 || OutsideOf(at) == 0);

    // Each kind that goes down is the bit above the one that goes up.
    private static ChartSignalKinds Kind(int side, ChartSignalKinds up) => side > 0 ? up : (ChartSignalKinds)((int)up << 1);

    private static bool IsUp(ChartSignalKinds kind) =>
        kind is ChartSignalKinds.AboveLimit or ChartSignalKinds.ShiftAbove or ChartSignalKinds.TrendUp or ChartSignalKinds.TwoOfThreeAbove;

    private struct Run
    {
        internal int First;
        internal int Last;
        internal int Side;
        internal int Points;
        internal int KnownAt;
    }
}
