namespace KejiDomain;

/// <summary>A large value that a record seldom has, in an object of its own, so that the many records without it are small.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed record Aside<T>(T Value)
    where T : struct
{
    public static Aside<T>? Of(T? value) => value is { } there ? new(there) : null;
}
