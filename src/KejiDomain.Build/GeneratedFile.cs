namespace KejiDomain.Build;

/// <summary>A committed file that this program makes.</summary>
/// <param name="Path">The path below the repository's root, with slashes.</param>
/// <param name="Text">The content, with line feeds.</param>
internal sealed record GeneratedFile(string Path, string Text);
