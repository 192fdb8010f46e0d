using System.Runtime.CompilerServices;

namespace KejiDomain.PackageTests;

/// <summary>A test of the packed packages: it takes a while, and runs only where that is asked for.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PackageFactAttribute : FactAttribute
{
    public PackageFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(file, line)
    {
        if (Environment.GetEnvironmentVariable("KEJI_PACKAGE_TESTS") != "1")
        {
            Skip = "KEJI_PACKAGE_TESTS=1 packs the packages and builds their consumers.";
        }
    }
}
