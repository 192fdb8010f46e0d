namespace KejiDomain;

/// <summary>A large value that a record seldom has, in an object of its own, so that the many records without it are small.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed record Aside<T>
    where T : struct
{
    private readonly T _value;

    private Aside(T value) => _value = value;

    public ref readonly T Value => ref _value;

    public static Aside<T>? Of(T? value) => value is { } there ? new(there) : null;
}
