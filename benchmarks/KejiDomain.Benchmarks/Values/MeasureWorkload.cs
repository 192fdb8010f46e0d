using System.Diagnostics.CodeAnalysis;
using KejiDomain.Benchmarks.Running;

namespace KejiDomain.Benchmarks.Values;

/// <summary>Printed figures read one by one: those of the seeds' kind, short, in every style that the regular expression knows too.</summary>
public abstract class MeasureWorkload : Workload
{
    private static readonly string[] Forms =
    [
        "7.44亿", "3128.4万元", "1.7亿元", "5亿元", "86.50亿元", "104974.4万", "1.5万亿元", "31284000元", "29笔", "327家", "108户", "121", "16",
        "34.4%", "185.3%", "5个百分点", "0.3个百分点", "2.3倍", "百支", "两个", "十五", "二十四", "一百零五", "三万亿元", "一万五千亿", "百分之三十四点四", "千分之三",
        "10余项", "400余人", "20多万元", "1.5万余人", "三十多家", "约200人", "500家左右", "50人以上", "10次以上", "不低于30%", "突破100人", "近3年", "达121家",
        "20%以内", "3个月", "1-2名", "*万元", "*%",
    ];

    public override long Amount => Printed.Length;

    public override bool CountsItems => true;

    /// <summary>The forms in an order that is not learnt by heart.</summary>
    protected static string[] Printed { get; } = Shuffled();

    public override void Setup()
    {
        foreach (var text in Forms)
        {
            Require(Measure.TryParse(text, out var ours) && MeasureRegex.TryParse(text, out var theirs) && ours == theirs, $"both read {text} alike");
        }

        Require(Run() == Printed.Length, "every figure is read");
    }

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Repeatable order.")]
    private static string[] Shuffled() => new Random(1).GetItems(Forms, 4500);
}
