namespace KejiDomain;

/// <summary>A code (代码) of an open list: the literal is the truth, what the list says of it is looked up.</summary>
/// <typeparam name="TSelf">The code itself.</typeparam>
public interface ICode<TSelf> : ITextValue<TSelf>
    where TSelf : struct, ICode<TSelf>
{
    /// <summary>The list that the code is of.</summary>
    static abstract CodeList CodeList { get; }

    /// <summary>Whether this version of the list has the code; an unknown one is kept and gives a warning.</summary>
    bool IsKnown { get; }

    /// <summary>Labels, validity and issuer of the code, or null for one that is not known.</summary>
    CodeDefinition? Definition { get; }
}
