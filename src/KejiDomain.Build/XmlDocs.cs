using System.Xml.Linq;

namespace KejiDomain.Build;

/// <summary>The summaries that the library's types and members carry.</summary>
internal sealed class XmlDocs
{
    private readonly Dictionary<string, string> _summaries;

    private XmlDocs(Dictionary<string, string> summaries) => _summaries = summaries;

    public static XmlDocs Load()
    {
        var path = Path.ChangeExtension(typeof(PolicyDataset).Assembly.Location, ".xml");
        return new(XDocument.Load(path).Descendants("member")
            .Where(m => m.Element("summary") is not null)
            .ToDictionary(m => m.Attribute("name")!.Value, m => Words(m.Element("summary")!), StringComparer.Ordinal));
    }

    public string OfType(Type type) => Find("T:" + type.FullName);

    public string OfProperty(Type type, string property) => Find($"P:{type.FullName}.{property}");

    public string OfField(Type type, string field) => Find($"F:{type.FullName}.{field}");

    private string Find(string key) => _summaries.GetValueOrDefault(key) ?? throw new InvalidDataException($"{key} has no summary.");

    private static string Words(XElement summary)
    {
        var text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XText words => words.Value,
            XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('.', ':')[^1].Split('`')[0],
            XElement element => element.Value,
            _ => string.Empty,
        }));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
