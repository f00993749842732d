using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CareMetrics.Benchmarks.Peers;

/// <summary>Runs every case here and by numpy and R where they are installed, and writes how many times as long each took.</summary>
/// <remarks>Ratios of medians within one run: machines differ, and so do their days. Each tool's clock runs inside it, without its start and without reading the data.</remarks>
internal static class PeerRun
{
    private const int Runs = 5;

    private const string PythonHarness = """
        import sys, time
        import numpy as np
        def data(name, kind):
            return np.fromfile(sys.argv[1] + "/" + name, dtype=kind)
        {setup}
        def run():
        {body}
        value = run()
        taken = []
        for _ in range({times}):
            start = time.perf_counter()
            run()
            taken.append(time.perf_counter() - start)
        print(sorted(taken)[len(taken) // 2], float(value))
        """;

    private const string RHarness = """
        folder <- commandArgs(TRUE)[1]
        data <- function(name, what, size) {
          path <- file.path(folder, name)
          readBin(path, what, file.size(path) / size, size = size, signed = size != 1)
        }
        {setup}
        run <- function() {
        {body}
        }
        value <- run()
        taken <- replicate({times}, { start <- Sys.time(); run(); as.numeric(Sys.time() - start, units = "secs") })
        cat(sprintf("%.9g %.17g\n", median(taken), value))
        """;

    public static void Run(TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("caremetrics-peers-").FullName;
        try
        {
            string? python = First(["python3", "python"], "-c", "import numpy");
            string? r = First(["Rscript"], "-e", "0");
            output.WriteLine($"Medians of {Runs} on {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; {Processor()}");
            output.WriteLine($"numpy: {(python is null ? "not installed" : Said(python, "-c", "import numpy; print(numpy.__version__)"))}; R: {(r is null ? "not installed" : Said(r, "-e", "cat(as.character(getRversion()))"))}");
            output.WriteLine();
            output.WriteLine("The others: how many times as long as ours, for the same number.");
            output.WriteLine();
            output.WriteLine("| what | ours, ms | LINQ | numpy | R |");
            output.WriteLine("|---|---:|---:|---:|---:|");
            foreach (PeerCase one in PeerCases.All(new PeerData(folder)))
            {
                (double seconds, double value) = Timed(one.Ours);
                string Beside((double Seconds, double Value)? peer) => peer is not { } found ? "–"
                    : Math.Abs(found.Value - value) > one.Tolerance * Math.Max(1, Math.Abs(value)) ? $"another number, {found.Value:G6} for {value:G6}"
                    : Times(found.Seconds / seconds);
                string linq = Beside(one.Linq is null ? null : Timed(one.Linq));
                string numpy = Beside(one.Python is null || python is null ? null : OfTool(python, folder, ".py", Filled(PythonHarness, one.PythonSetup, Returning(one.Python))));
                string ofR = Beside(one.R is null || r is null ? null : OfTool(r, folder, ".R", Filled(RHarness, one.RSetup, one.R)));
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {one.Name} | {seconds * 1000:G3} | {linq} | {numpy} | {ofR} |"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Times(double ratio) => ratio.ToString(ratio < 0.1 ? "0.00x" : ratio < 10 ? "0.0x" : "0x", CultureInfo.InvariantCulture);

    private static (double Seconds, double Value) Timed(Func<double> calculate)
    {
        double value = calculate();
        double[] taken = new double[Runs];
        for (int i = 0; i < Runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            calculate();
            taken[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(taken);
        return (taken[Runs / 2], value);
    }

    private static string Filled(string harness, string setup, string body) => harness
        .Replace("{setup}", setup, StringComparison.Ordinal)
        .Replace("{body}", body, StringComparison.Ordinal)
        .Replace("{times}", Runs.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Returning(string python)
    {
        string[] lines = python.Split('\n');
        return string.Join('\n', lines.Select((line, at) => at == lines.Length - 1 ? $"    return {line}" : $"    {line}"));
    }

    // Null where the tool lacks what the case needs, such as R's package survival.
    private static (double Seconds, double Value)? OfTool(string tool, string folder, string extension, string script)
    {
        string path = Path.Combine(folder, "case" + extension);
        File.WriteAllText(path, script);
        (int exitCode, string said) = Execute(tool, path, folder);
        string[] numbers = said.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return exitCode == 0 && numbers.Length == 2
            ? (double.Parse(numbers[0], CultureInfo.InvariantCulture), double.Parse(numbers[1], CultureInfo.InvariantCulture))
            : null;
    }

    private static string? First(string[] tools, params string[] arguments) => tools.FirstOrDefault(tool => Execute(tool, arguments).ExitCode == 0);

    private static string Said(string tool, params string[] arguments) => Execute(tool, arguments).Said.Trim();

    private static (int ExitCode, string Said) Execute(string tool, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, said);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "");
        }
    }

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        string? line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? "processor unknown" : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
