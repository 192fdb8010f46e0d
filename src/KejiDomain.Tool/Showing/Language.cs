namespace KejiDomain.Tool.Showing;

/// <summary>The language of headings and labels; what a data set says stays in its own.</summary>
internal enum Language
{
    English = 0,

    Chinese = 1,
}
