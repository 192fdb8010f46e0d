using System.Reflection;
using KejiDomain.Benchmarks.Bare;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using JsonPropertyNameAttribute = System.Text.Json.Serialization.JsonPropertyNameAttribute;

namespace KejiDomain.Yardsticks.Newtonsoft;

/// <summary>The bare classes through Newtonsoft.Json: the same names, nulls left out, the unions by converters.</summary>
internal static class NewtonsoftSettings
{
    public static JsonSerializer Create(bool isIndented) => JsonSerializer.Create(new()
    {
        ContractResolver = new Names(),
        NullValueHandling = NullValueHandling.Ignore,
        FloatParseHandling = FloatParseHandling.Decimal,
        DateParseHandling = DateParseHandling.None,
        Formatting = isIndented ? Formatting.Indented : Formatting.None,
        Converters = [new Texts(), new EvidenceList(), new Parties()],
    });

    private sealed class Names : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            property.PropertyName = member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.PropertyName;
            return property;
        }
    }

    private sealed class Texts : JsonConverter<BareTexts>
    {
        public override BareTexts ReadJson(JsonReader reader, Type objectType, BareTexts? existingValue, bool hasExistingValue, JsonSerializer serializer)
        {
            if (reader.TokenType == JsonToken.String)
            {
                return new(1) { (string)reader.Value! };
            }

            var texts = new BareTexts(4);
            while (reader.Read() && reader.TokenType != JsonToken.EndArray)
            {
                texts.Add((string)reader.Value!);
            }

            return texts;
        }

        public override void WriteJson(JsonWriter writer, BareTexts? value, JsonSerializer serializer)
        {
            if (value is [var only])
            {
                writer.WriteValue(only);
                return;
            }

            writer.WriteStartArray();
            foreach (var text in value!)
            {
                writer.WriteValue(text);
            }

            writer.WriteEndArray();
        }
    }

    private sealed class EvidenceList : JsonConverter<BareEvidenceList>
    {
        public override BareEvidenceList ReadJson(JsonReader reader, Type objectType, BareEvidenceList? existingValue, bool hasExistingValue, JsonSerializer serializer)
        {
            var evidence = new BareEvidenceList();
            while (reader.Read() && reader.TokenType != JsonToken.EndArray)
            {
                evidence.Add(reader.TokenType == JsonToken.String ? new() { Cite = new(1) { (string)reader.Value! } } : serializer.Deserialize<BareEvidence>(reader)!);
            }

            return evidence;
        }

        public override void WriteJson(JsonWriter writer, BareEvidenceList? value, JsonSerializer serializer)
        {
            writer.WriteStartArray();
            foreach (var item in value!)
            {
                if (item is { Cite: [var only], Of: null, Printed: null, Basis: null, Missing: null, Why: null, Doubt: null })
                {
                    writer.WriteValue(only);
                }
                else
                {
                    serializer.Serialize(writer, item);
                }
            }

            writer.WriteEndArray();
        }
    }

    private sealed class Parties : JsonConverter<BareParty>
    {
        public override BareParty ReadJson(JsonReader reader, Type objectType, BareParty? existingValue, bool hasExistingValue, JsonSerializer serializer)
        {
            if (reader.TokenType == JsonToken.String)
            {
                return new() { To = (string)reader.Value! };
            }

            var party = global::Newtonsoft.Json.Linq.JObject.Load(reader);
            return party.ContainsKey("group") ? new() { Group = party.ToObject<BareGroupParty>(serializer) } : new() { Post = party.ToObject<BarePostParty>(serializer) };
        }

        public override void WriteJson(JsonWriter writer, BareParty? value, JsonSerializer serializer)
        {
            if (value!.To is not null)
            {
                writer.WriteValue(value.To);
            }
            else
            {
                serializer.Serialize(writer, (object?)value.Group ?? value.Post);
            }
        }
    }
}
