namespace KejiDomain;

/// <summary>A record that can be true or false by itself (陈述): it has evidence, or a record around it has.</summary>
/// <remarks>Records of the model are immutable and equal by what is in them, so that they are safe to use from several threads.</remarks>
public interface IStatement
{
    /// <summary>The words that say it (依据).</summary>
    ValueList<Evidence> Evidence { get; }
}
