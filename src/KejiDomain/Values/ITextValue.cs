namespace KejiDomain;

/// <summary>A value that is one text on the wire: an identifier (标识), a code (代码), a citation, a date.</summary>
/// <typeparam name="TSelf">The value itself.</typeparam>
/// <remarks>Every such value is a struct whose <c>default</c> is empty: validation reports it and the writer throws. Immutable, and safe to use from several threads.</remarks>
public interface ITextValue<TSelf> : ISpanParsable<TSelf>, IEquatable<TSelf>, IComparable<TSelf>
    where TSelf : struct, ITextValue<TSelf>
{
    /// <summary>What texts of this kind look like: pattern, length, example and the issue that a wrong one gives.</summary>
    static abstract TextFormat Format { get; }

    /// <summary>Whether this is <c>default</c>, a value without a text.</summary>
    bool IsEmpty { get; }

    /// <summary>Reads a value from its canonical text.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="value">The value, or <c>default</c> when the text is not one.</param>
    /// <returns>Whether the text is a value of this kind.</returns>
    static abstract bool TryParse(ReadOnlySpan<char> text, out TSelf value);
}
