namespace KejiDomain.Tool;

/// <summary>Ends a command with one line and an exit code.</summary>
internal sealed class CliException(string message, int exitCode = ExitCodes.Trouble) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
