using System.Collections.Concurrent;
using KejiDomain.Json;

namespace KejiDomain;

/// <summary>Five real documents as data sets (种子数据集), each read from this assembly when it is first asked for.</summary>
/// <remarks>No file is opened. A data set is read once and shared; it is immutable. Safe to use from several threads.</remarks>
public static class Seeds
{
    private static readonly ConcurrentDictionary<string, Lazy<PolicyDataset>> Read = new(StringComparer.Ordinal);

    private static readonly Lazy<PolicyCorpus> Together = new(() => PolicyCorpus.Create(All));

    /// <summary>Xinxiang (新乡市) 2018: a science and technology work conference with its prizes; lists of winners who came on stage, no policy figures.</summary>
    public static PolicyDataset Xinxiang2018 => Get("xinxiang-2018");

    /// <summary>Sanmenxia (三门峡市) 2021: a session of the innovation commission, in traditional characters with pinyin between them.</summary>
    public static PolicyDataset Sanmenxia2021 => Get("sanmenxia-2021");

    /// <summary>Hebi (鹤壁市) 2023: a science and technology work conference, with the “1472” approach and twenty-one series of figures.</summary>
    public static PolicyDataset Hebi2023 => Get("hebi-2023");

    /// <summary>A city that its text nowhere names, 2023 (匿名城市): every number, year and many names are redacted; that it is Xiangyang (襄阳市) is an inference and held as one.</summary>
    public static PolicyDataset Anonymous2023 => Get("anonymous-2023");

    /// <summary>Jilin City (吉林市) 2024: a science and technology work conference with the “126” action plan; actual figures of 2023 and targets of 2024.</summary>
    public static PolicyDataset Jilin2024 => Get("jilin-2024");

    /// <summary>All data sets (全部数据集), by year and then by name.</summary>
    public static ValueList<PolicyDataset> All => [Xinxiang2018, Sanmenxia2021, Anonymous2023, Hebi2023, Jilin2024];

    /// <summary>All data sets as a corpus (语料库) with its indexes.</summary>
    public static PolicyCorpus Corpus => Together.Value;

    private static PolicyDataset Get(string id) => Read.GetOrAdd(id, static i => new(() => Load(i))).Value;

    private static PolicyDataset Load(string id)
    {
        using var stream = typeof(Seeds).Assembly.GetManifestResourceStream(id + ".json")!;
        var utf8 = new byte[stream.Length];
        stream.ReadExactly(utf8);
        return KejiJson.Read(utf8).GetValueOrThrow();
    }
}
