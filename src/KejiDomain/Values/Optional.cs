namespace KejiDomain;

/// <summary>A text value that may be absent, in the room of its text alone: half of what a nullable takes.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal readonly record struct Optional<T>
    where T : struct, ITextValue<T>, IKeptText<T>
{
    // An empty value that somebody gave is not an absent one.
    private readonly string? _text;

    private Optional(T value) => _text = value.ToString() ?? string.Empty;

    private T Value => _text!.Length == 0 ? default : T.Keep(_text);

    public static implicit operator Optional<T>(T? value) => value is { } given ? new(given) : default;

    public static implicit operator T?(Optional<T> optional) => optional._text is null ? null : optional.Value;
}
