namespace KejiDomain.Tool;

internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The answer is no: invalid, different, not found, not complete.</summary>
    public const int Negative = 1;

    /// <summary>The question could not be asked: usage, input or output.</summary>
    public const int Trouble = 2;
}
