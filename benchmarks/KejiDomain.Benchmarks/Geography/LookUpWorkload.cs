using System.Diagnostics.CodeAnalysis;
using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Geography;

/// <summary>Look-ups of every unit and zone once, in an order that no table has.</summary>
public abstract class LookUpWorkload : Workload
{
    public override bool CountsItems => true;

    protected Division[] Units { get; private set; } = [];

    /// <summary>Every name once, as new strings, so that no table can answer by reference.</summary>
    protected string[] Names { get; private set; } = [];

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Repeatable order.")]
    public override void Setup()
    {
        Units = [.. Gazetteer.All, .. Gazetteer.Zones];
        new Random(1).Shuffle(Units);
        Names = [.. Units.Select(u => u.Name).Distinct(StringComparer.Ordinal).Select(n => new string(n.AsSpan()))];
        Prepare();
        Require(Units.Length > 3000 && Run() == Amount, "everything is found");
    }

    protected virtual void Prepare()
    {
    }
}
