using BenchmarkDotNet.Running;
using CareMetrics.Benchmarks.Peers;

if (args is ["peers"])
{
    PeerRun.Run(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
