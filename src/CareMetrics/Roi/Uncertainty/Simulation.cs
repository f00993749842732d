namespace CareMetrics.Roi;

/// <summary>Draws of all lines of a case, a block at a time.</summary>
internal sealed class Simulation
{
    internal const int MaximumDraws = 100_000_000;

    // Fixed, since it decides which random numbers a draw gets: 32 KB a row stay in the nearest cache.
    private const int Block = 4096;

    private readonly Line[] benefits;
    private readonly Line[] costs;
    private readonly long seed;

    internal Simulation(BusinessCase business, double rate, long seed)
    {
        // Benefits take the even and costs the odd pairs of streams: a further line leaves the draws of the others as they are.
        benefits = [.. business.Benefits.Select((line, i) => new Line(
            new Sampler(line.Quantity),
            new Sampler(line.UnitValue),
            (double)line.Attribution * (double)line.Confidence * CashFlows.Annuity(line.Period, line.Periods, rate),
            4 * i))];
        costs = [.. business.Costs.Select((line, i) => new Line(
            new Sampler(line.Quantity),
            new Sampler(line.UnitCost),
            (double)line.Attribution * CashFlows.Annuity(line.Period, line.Periods, rate),
            4 * i + 2))];
        this.seed = seed;
    }

    /// <summary>What every draw invests where no cost is uncertain; otherwise <c>null</c>.</summary>
    internal double? CertainCost => costs.Aggregate(
        (double?)0, (sum, line) => sum + line.Quantity.Constant * line.UnitValue.Constant * line.Factor);

    /// <summary>Fills the net of every draw and, where there is a place for it, its ratio: NaN where nothing is invested.</summary>
    internal void Run(double[] net, double[]? ratios, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        int blocks = (net.Length + Block - 1) / Block;
        var report = new Progress(progress, blocks);
        if (threads == 1)
        {
            var scratch = new Scratch();
            for (int block = 0; block < blocks; block++)
            {
                cancellation.ThrowIfCancellationRequested();
                Fill(block, net, ratios, scratch);
                report.Done();
            }

            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, blocks, options, () => new Scratch(), (block, _, scratch) =>
        {
            Fill(block, net, ratios, scratch);
            report.Done();
            return scratch;
        }, _ => { });
    }

    private void Fill(int block, double[] net, double[]? ratios, Scratch scratch)
    {
        int start = block * Block;
        Span<double> earned = net.AsSpan(start, Math.Min(Block, net.Length - start));
        Span<double> spent = scratch.Spent.AsSpan(0, earned.Length);
        Add(costs, block, spent, scratch);
        Add(benefits, block, earned, scratch);
        for (int i = 0; i < earned.Length; i++)
        {
            earned[i] = Rounding.Difference(earned[i] - spent[i], Math.Abs(earned[i]) + spent[i]);
        }

        if (ratios is null)
        {
            return;
        }

        Span<double> places = ratios.AsSpan(start, earned.Length);
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = spent[i] == 0 ? double.NaN : earned[i] / spent[i];
        }
    }

    private void Add(Line[] lines, int block, Span<double> sums, Scratch scratch)
    {
        sums.Clear();
        foreach (Line line in lines)
        {
            Span<double> quantities = scratch.Quantities.AsSpan(0, sums.Length);
            Span<double> values = scratch.Values.AsSpan(0, sums.Length);
            Draw(line.Quantity, block, line.Stream, quantities);
            Draw(line.UnitValue, block, line.Stream + 1, values);
            double factor = line.Factor;
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += quantities[i] * values[i] * factor;
            }
        }
    }

    private void Draw(Sampler sampler, int block, int stream, Span<double> draws)
    {
        // A certain value needs no generator.
        if (sampler.Constant is { } value)
        {
            draws.Fill(value);
            return;
        }

        var random = new BlockRandom(seed, block, stream);
        sampler.Fill(ref random, draws);
    }

    private sealed record Line(Sampler Quantity, Sampler UnitValue, double Factor, int Stream);

    private sealed class Scratch
    {
        internal double[] Quantities { get; } = new double[Block];

        internal double[] Values { get; } = new double[Block];

        internal double[] Spent { get; } = new double[Block];
    }

    /// <summary>Reports the share done, in rising order whoever finishes a block.</summary>
    private sealed class Progress(IProgress<double>? progress, int blocks)
    {
        private readonly object order = new();
        private int done;

        internal void Done()
        {
            if (progress is null)
            {
                return;
            }

            lock (order)
            {
                done++;
                progress.Report((double)done / blocks);
            }
        }
    }
}
