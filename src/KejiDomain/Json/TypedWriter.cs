using System.Text.Json;

namespace KejiDomain.Json;

/// <summary>Writes records in the order of the contract, what is absent left out; one method a record is generated from the contract.</summary>
internal static partial class TypedWriter
{
    public static void Write(ref CanonicalWriter writer, PolicyDataset dataset) => WritePolicyDataset(ref writer, dataset);

    private static void WriteValue<T>(ref CanonicalWriter writer, T value)
        where T : struct, ITextValue<T> =>
        writer.Text(value.IsEmpty ? throw new JsonException($"An empty {T.Format.Name} cannot be written.") : value.ToString()!);

    private static void WriteEvidenceList(ref CanonicalWriter writer, ValueList<Evidence> evidence)
    {
        writer.OpenList();
        foreach (var item in evidence)
        {
            writer.Item();
            if (item.IsBareCitation)
            {
                writer.Citation(item.Only);
            }
            else
            {
                WriteEvidence(ref writer, item);
            }
        }

        writer.CloseList();
    }

    private static void WriteParty(ref CanonicalWriter writer, Party party)
    {
        switch (party)
        {
            case ReferredParty referred:
                WriteValue(ref writer, referred.To);
                break;
            case PostParty post:
                WritePostParty(ref writer, post);
                break;
            case GroupParty group:
                WriteGroupParty(ref writer, group);
                break;
            default:
                throw new JsonException("An unknown form of party cannot be written.");
        }
    }

    private static void WriteSeriesDimensions(ref CanonicalWriter writer, SeriesDimensions dimensions)
    {
        writer.OpenObject();
        foreach (var dimension in dimensions)
        {
            writer.Name(dimension.Dimension.IsEmpty ? throw new JsonException("An empty code cannot be written.") : dimension.Dimension.ToString());
            if (dimension.Codes.Count == 1)
            {
                WriteValue(ref writer, dimension.Codes[0]);
            }
            else
            {
                writer.OpenList();
                foreach (var code in dimension.Codes)
                {
                    writer.Item();
                    WriteValue(ref writer, code);
                }

                writer.CloseList();
            }
        }

        writer.CloseObject();
    }
}
