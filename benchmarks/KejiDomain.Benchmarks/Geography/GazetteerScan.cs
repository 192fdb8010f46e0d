using System.Text;
using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Geography;

/// <summary>Place names found in running text; the rate is in bytes of UTF-16.</summary>
public class GazetteerScan : Workload
{
    private string _text = string.Empty;

    public override long Amount => _text.Length * sizeof(char);

    public override IReadOnlyList<Target> Targets => [Target.Rate(50e6)];

    public override void Setup()
    {
        var text = new StringBuilder();
        foreach (var unit in Gazetteer.All)
        {
            text.Append("会议要求全市科技管理部门加强创新平台建设,").Append(unit.Name).Append("、高新区和有关单位负责同志约200人参加会议。\n");
        }

        _text = text.ToString();
        Require(Run() > Gazetteer.All.Count / 2, "most names are found");
    }

    public override int Run() => Gazetteer.FindAll(_text).Count;
}
