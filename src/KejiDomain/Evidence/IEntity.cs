namespace KejiDomain;

/// <summary>A thing (实体) with an identifier in the one space of its data set.</summary>
public interface IEntity : IStatement
{
    /// <summary>The identifier (标识) as a reference.</summary>
    Reference Key { get; }
}
