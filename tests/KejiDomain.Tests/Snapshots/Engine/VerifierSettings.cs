using System.Text;

namespace VerifyTests;

/// <summary>The settings of Verify that this repository uses.</summary>
internal static class VerifierSettings
{
    public static Encoding Encoding { get; private set; } = new UTF8Encoding(true, throwOnInvalidBytes: true);

    public static void UseUtf8NoBom() => Encoding = new UTF8Encoding(false, throwOnInvalidBytes: true);
}
