using CareMetrics.Cli;

using var interruption = Interruption.OfSignals();
using var host = Host.OfProcess(interruption);
return CommandLine.Run(args, host);
