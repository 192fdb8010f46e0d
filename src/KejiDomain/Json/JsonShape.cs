namespace KejiDomain.Json;

/// <summary>What a converter reads and writes, for the diagnosing reader and the schema: the part of the contract that generated metadata cannot tell.</summary>
internal abstract record JsonShape
{
    /// <summary>A text that its format checks, or any text that is not empty.</summary>
    internal sealed record Text(TextFormat? Format, TextCheck? Check, CodeList? Codes = null) : JsonShape;

    /// <summary>One of a closed set of texts.</summary>
    internal sealed record Literal(string Name, IReadOnlyList<string> Literals) : JsonShape;

    /// <summary>A decimal number.</summary>
    internal sealed record Number : JsonShape;

    /// <summary>A whole number in a range.</summary>
    internal sealed record Integer(int Minimum, int Maximum) : JsonShape;

    /// <summary>True or false.</summary>
    internal sealed record Flag : JsonShape;

    /// <summary>A list of one or more items of a type.</summary>
    internal sealed record List(JsonShape Item, int Minimum = 1) : JsonShape;

    /// <summary>A record, whose members the generated metadata of the type tells.</summary>
    internal sealed record Record(Type Type) : JsonShape;

    /// <summary>A map from texts of a format to values.</summary>
    internal sealed record Map(Text Key, JsonShape Value) : JsonShape;

    /// <summary>
    /// One of several forms that their JSON types tell apart; among records the one whose <see cref="Choice.Marker"/> member is there.
    /// </summary>
    internal sealed record OneOf(IReadOnlyList<Choice> Choices) : JsonShape;

    /// <summary>A form and the member that marks it, where records are to be told apart.</summary>
    internal sealed record Choice(JsonShape Shape, string? Marker = null);
}

/// <summary>Whether a text is a value of a kind.</summary>
internal delegate bool TextCheck(ReadOnlySpan<char> text);

/// <summary>A converter that tells what it reads and writes.</summary>
internal interface IShapedConverter
{
    JsonShape Shape { get; }
}
