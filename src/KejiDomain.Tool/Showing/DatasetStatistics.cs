using System.Buffers;
using System.Text.Json;

namespace KejiDomain.Tool.Showing;

/// <summary>What there is in a data set, counted over the whole of its wire form so that no list is forgotten.</summary>
internal sealed class DatasetStatistics
{
    private DatasetStatistics(PolicyDataset dataset)
    {
        Dataset = dataset;
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        KejiJson.WriteCompact(dataset, buffer);
        using var document = JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = 1000 });
        Walk(document.RootElement);
    }

    public PolicyDataset Dataset { get; }

    public int Observations => Dataset.Series.Sum(s => s.Observations.Count);

    public int OutlineNodes { get; private set; }

    /// <summary>Spans cited, in evidence and in regions.</summary>
    public int Citations { get; private set; }

    public int Stated { get; private set; }

    public int Restored { get; private set; }

    public int Inferred { get; private set; }

    public int External { get; private set; }

    /// <summary>Members, figures and slogan parts that are said to be missing.</summary>
    public int Missing { get; private set; }

    public int Doubted { get; private set; }

    public static DatasetStatistics Of(PolicyDataset dataset) => new(dataset);

    private void Walk(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Walk(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                Walk(element, member);
            }
        }
    }

    private void Walk(JsonElement record, JsonProperty member)
    {
        switch (member.Name)
        {
            case "evidence":
                foreach (var item in member.Value.EnumerateArray())
                {
                    Count(item);
                }

                break;
            case "cite":
                Citations += member.Value.ValueKind == JsonValueKind.Array ? member.Value.GetArrayLength() : 1;
                break;
            case "missing":
                Missing++;
                break;
            case "outline":
                CountNodes(member.Value);
                Walk(member.Value);
                break;
            default:
                Walk(member.Value);
                break;
        }
    }

    private void CountNodes(JsonElement nodes)
    {
        foreach (var node in nodes.EnumerateArray())
        {
            OutlineNodes++;
            if (node.TryGetProperty("items", out var items))
            {
                CountNodes(items);
            }
        }
    }

    private void Count(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            Citations++;
            Stated++;
            return;
        }

        Walk(item);
        Doubted += item.TryGetProperty("doubt", out _) ? 1 : 0;
        switch (item.TryGetProperty("basis", out var basis) ? basis.GetString() : null)
        {
            case "restored":
                Restored++;
                break;
            case "inferred":
                Inferred++;
                break;
            case "external":
                External++;
                break;
            default:
                Stated += item.TryGetProperty("missing", out _) ? 0 : 1;
                break;
        }
    }
}
