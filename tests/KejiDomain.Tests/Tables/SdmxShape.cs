using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KejiDomain.Tests.Tables;

/// <summary>
/// Holds a structure message against what the schema of SDMX-JSON 2.0.0 asks of the objects that the export writes: which members there are, which must be,
/// and what they hold.
/// </summary>
internal static class SdmxShape
{
    private const string Agency = "[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z][A-Za-z0-9_-]*)*";

    private const string SemanticVersion = "(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}";

    private const string Identifier = "^[A-Za-z0-9_@$-]+$";

    private const string Name = "^[A-Za-z][A-Za-z0-9_-]*$";

    private static readonly string[] TimeTypes = ["ObservationalTimePeriod", "StandardTimePeriod", "BasicTimePeriod", "GregorianTimePeriod", "ReportingTimePeriod", "DateTime", "TimeRange"];

    private static readonly string[] SimpleTypes = ["String", "Alpha", "AlphaNumeric", "Numeric", "BigInteger", "Integer", "Long", "Short", "Decimal", "Float", "Double", "Boolean", "URI", "Count"];

    public static void Check(JsonNode message)
    {
        Members(message, ["meta", "data"]);
        Meta(message["meta"]!);
        Members(message["data"]!, ["codelists", "conceptSchemes", "dataStructures", "dataflows"]);
        Unique(message["data"]!["codelists"]!, list =>
        {
            Maintainable(list, Name, [], "codes");
            if (list["codes"] is { } codes)
            {
                Unique(codes, code => Nameable(code, Identifier));
            }
        });
        Unique(message["data"]!["conceptSchemes"]!, scheme =>
        {
            Maintainable(scheme, Name, ["concepts"]);
            Unique(scheme["concepts"]!, concept => Nameable(concept, Name));
        });
        Unique(message["data"]!["dataStructures"]!, Structure);
        Unique(message["data"]!["dataflows"]!, flow =>
        {
            Maintainable(flow, Identifier, ["structure"]);
            Urn(flow["structure"]!, "datastructure.DataStructure", string.Empty);
        });
    }

    private static void Meta(JsonNode meta)
    {
        Members(meta, ["id", "prepared", "sender"], "schema", "test", "contentLanguages");
        Assert.Matches(Identifier, (string)meta["id"]!);
        Assert.True(DateTimeOffset.TryParseExact((string)meta["prepared"]!, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.True(Uri.IsWellFormedUriString((string)meta["schema"]!, UriKind.Absolute));
        Assert.EndsWith("/2.0.0/sdmx-json-structure-schema.json", (string)meta["schema"]!, StringComparison.Ordinal);
        Assert.All(meta["contentLanguages"]!.AsArray(), l => Assert.Matches("^[a-z]{2,3}$", (string)l!));
        Members(meta["sender"]!, ["id"]);
        Assert.Matches(Identifier, (string)meta["sender"]!["id"]!);
    }

    private static void Structure(JsonNode structure)
    {
        Maintainable(structure, Identifier, ["dataStructureComponents"]);
        var components = structure["dataStructureComponents"]!;
        Members(components, ["dimensionList", "attributeList", "measureList"]);
        var ids = new List<string>();

        var dimensions = components["dimensionList"]!;
        Members(dimensions, ["id", "dimensions"], "timeDimension");
        Assert.Equal("DimensionDescriptor", (string)dimensions["id"]!);
        var position = 0;
        Unique(dimensions["dimensions"]!, dimension =>
        {
            Component(dimension, ids, SimpleTypes, ["position"]);
            Assert.Equal(position++, (int)dimension["position"]!);
        });
        if (dimensions["timeDimension"] is { } time)
        {
            Component(time, ids, TimeTypes, []);
            Assert.Equal("TIME_PERIOD", (string)time["id"]!);
            Assert.Null(time["localRepresentation"]!["enumeration"]);
            Assert.Equal("FREQ", (string)dimensions["dimensions"]![0]!["id"]!);
        }

        var attributes = components["attributeList"]!;
        Members(attributes, ["id", "attributes"]);
        Assert.Equal("AttributeDescriptor", (string)attributes["id"]!);
        Unique(attributes["attributes"]!, attribute =>
        {
            Component(attribute, ids, SimpleTypes, ["usage", "attributeRelationship"]);
            Assert.Contains((string)attribute["usage"]!, new[] { "mandatory", "optional" });
            Members(attribute["attributeRelationship"]!, ["observation"]);
            Members(attribute["attributeRelationship"]!["observation"]!, []);
        });

        var measures = components["measureList"]!;
        Members(measures, ["id", "measures"]);
        Assert.Equal("MeasureDescriptor", (string)measures["id"]!);
        Unique(measures["measures"]!, measure => Component(measure, ids, SimpleTypes, ["usage"]));
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    private static void Component(JsonNode component, List<string> ids, string[] types, string[] others)
    {
        Members(component, ["id", "conceptIdentity", "localRepresentation", .. others]);
        Assert.Matches(Name, (string)component["id"]!);
        ids.Add((string)component["id"]!);
        Urn(component["conceptIdentity"]!, "conceptscheme.Concept", $"\\.{component["id"]}");
        var representation = component["localRepresentation"]!;
        if (representation["enumeration"] is { } list)
        {
            Members(representation, ["enumeration"]);
            Urn(list, "codelist.Codelist", string.Empty);
            return;
        }

        Members(representation, ["format"]);
        Members(representation["format"]!, ["dataType"], "sentinelValues");
        Assert.Contains((string)representation["format"]!["dataType"]!, types);
        Assert.All(representation["format"]!["sentinelValues"]?.AsArray() ?? [], sentinel =>
        {
            Members(sentinel!, ["value", "name", "names"]);
            Assert.NotEmpty((string)sentinel!["value"]!);
        });
    }

    private static void Maintainable(JsonNode node, string id, string[] required, params string[] optional)
    {
        Members(node, ["id", "agencyID", "version", "isExternalReference", "name", "names", .. required], optional);
        Named(node, id);
        Assert.Matches($"^{Agency}$", (string)node["agencyID"]!);
        Assert.Matches($"^{SemanticVersion}$", (string)node["version"]!);
        Assert.False((bool)node["isExternalReference"]!);
    }

    private static void Nameable(JsonNode node, string id)
    {
        Members(node, ["id", "name", "names"]);
        Named(node, id);
    }

    private static void Named(JsonNode node, string id)
    {
        Assert.Matches(id, (string)node["id"]!);
        Assert.NotEmpty((string)node["name"]!);
        Assert.Equal(["en", "zh"], node["names"]!.AsObject().Select(n => n.Key));
        Assert.All(node["names"]!.AsObject(), n => Assert.NotEmpty((string)n.Value!));
    }

    private static void Urn(JsonNode urn, string artefact, string tail) =>
        Assert.Matches($"^urn:sdmx:org\\.sdmx\\.infomodel\\.{Regex.Escape(artefact)}={Agency}:[A-Za-z0-9_@$-]+\\({SemanticVersion}\\){tail}$", (string)urn!);

    private static void Unique(JsonNode array, Action<JsonNode> check)
    {
        Assert.NotEmpty(array.AsArray());
        Assert.Equal(array.AsArray().Count, array.AsArray().Select(n => (string)n!["id"]!).Distinct(StringComparer.Ordinal).Count());
        Assert.All(array.AsArray(), n => check(n!));
    }

    private static void Members(JsonNode node, string[] required, params string[] optional)
    {
        var found = node.AsObject().Select(m => m.Key).ToArray();
        Assert.Empty(required.Except(found));
        Assert.Empty(found.Except(required).Except(optional));
    }
}
