namespace CareMetrics.Cli;

/// <summary>The data is bad: one line for standard error, exit code 1.</summary>
internal sealed class InputException(string message) : Exception(message);

/// <summary>The arguments are bad: one line for standard error, exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
