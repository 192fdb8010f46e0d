using System.Globalization;
using System.Text;

namespace KejiDomain.Validation;

/// <summary>Says where an issue is by the keys of records, so that it is known again when records before it come and go.</summary>
internal static class IssueKeys
{
    private const int MaxLength = 200;

    private const int MaxDimensions = 64;

    /// <summary>The path with keys in place of positions: <c>$.series[high-tech-enterprises 410600 flow=stock].observations[2022 actual].claims[+34.4%]</c>.</summary>
    public static string Of(PolicyDataset dataset, string path)
    {
        var key = new StringBuilder("$");
        object? at = dataset;
        var from = 1;
        while (from < path.Length)
        {
            var end = path.AsSpan(from + 1).IndexOfAny('.', '[');
            end = end < 0 ? path.Length : from + 1 + end;
            if (path[from] == '.')
            {
                var name = path[(from + 1)..end];
                at = at is null or string or ValueType and not Measure ? null : JsonContract.Of(at.GetType()).Find(name)?.Property.Get?.Invoke(at);
                key.Append('.').Append(name);
            }
            else if (path[from] != '[' || path[end - 1] != ']')
            {
                return TextSafety.Escape(path);
            }
            else
            {
                var position = path.AsSpan(from + 1, end - from - 2);
                at = at is IValueList list && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count ? list.ItemAt(index) : null;
                key.Append('[').Append(KeyOf(at) ?? position.ToString()).Append(']');
            }

            from = end;
        }

        return TextSafety.Escape(key.ToString());
    }

    // A title may be a mebibyte long, and a thousand issues lie below it.
    private static string? KeyOf(object? record)
    {
        var key = record is IndicatorSeries { Dimensions.Count: > MaxDimensions } ? null : WholeKeyOf(record);
        return key is null || key.Length <= MaxLength ? key : key[..(char.IsHighSurrogate(key[MaxLength - 1]) ? MaxLength - 1 : MaxLength)] + "…";
    }

    private static string? WholeKeyOf(object? record) => record switch
    {
        IEntity entity => entity.Key.ToString(),
        Source source => source.Id.ToString(),
        DamagePattern damage => damage.Id.ToString(),
        IndicatorDefinition indicator => indicator.Id.ToString(),
        IndicatorSeries series => series.ToString(),
        Observation observation => string.Join(' ', new[] { observation.Period?.ToString(), observation.Modality.ToString(), observation.Ordinal?.ToString(CultureInfo.InvariantCulture) }.OfType<string>()),
        Appointment appointment => appointment.ToString(),
        Claim claim => claim.ToString(),
        OutlineNode { Text: not null } or OutlineNode { No: not null } => record.ToString(),
        _ => null,
    };
}
