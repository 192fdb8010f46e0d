using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

/// <summary>
/// Data sets in a line for each figure: <c>high-tech-enterprises 410600 level=national 2022 121家 同比增长34.4%</c>. Words that are neither place, dimension (<c>a=b,c</c>), owner (<c>@id</c>), period,
/// modality nor measure are claims, printed or by their parts (<c>~whole+of=growth+60%</c>); a line that begins with <c>!</c> defines an indicator.
/// </summary>
internal static class Figures
{
    private static readonly ClaimContext Context = new() { Place = PlaceReference.Parse("410600"), Anchor = PartialDate.Parse("2023-02-21") };

    public static PolicyDataset Of(params IEnumerable<string> lines)
    {
        var series = new List<IndicatorSeries>();
        var local = new List<IndicatorDefinition>();
        foreach (var line in lines)
        {
            var words = line.Split(' ');
            if (words[0] == "!")
            {
                local.Add(new()
                {
                    Id = Indicator.Parse(words[1]),
                    Name = words[1],
                    Unit = UnitOfMeasure.Parse(words[2]),
                    Denominator = words.Length > 3 && words[3] != "-" ? Indicator.Parse(words[3]) : null,
                    Nominal = words.Length > 4 ? bool.Parse(words[4]) : null,
                });
                continue;
            }

            var figure = Read(words);
            var at = series.FindIndex(s => s with { Observations = [] } == figure with { Observations = [] });
            if (at < 0)
            {
                series.Add(figure);
            }
            else
            {
                series[at] = series[at] with { Observations = [.. series[at].Observations, .. figure.Observations] };
            }
        }

        return Samples.Minimal([.. series]) with { Indicators = [.. local] };
    }

    /// <summary>The issues of figures: code, place of the figure and what the message names.</summary>
    public static string Issues(PolicyDataset dataset, ValidationOptions? options = null) => string.Join(
        '\n', Validator.Validate(dataset, options).Issues.Where(i => i.Code.StartsWith("KD7", StringComparison.Ordinal)).Select(i => $"{i.Code} {Short(i.Path)}: {string.Join("; ", i.Arguments)} [{string.Join(' ', i.Related.Select(Short))}]"));

    /// <summary>What the figures imply: kind, series, period, value and interval.</summary>
    public static string Derived(PolicyDataset dataset) => string.Join(
        '\n', Validator.Derive(dataset).Select(d => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{d.Kind} {d.Series} {d.Period}: {d.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} {d.Interval} {d.Unit} {Short(d.From)}")));

    private static string Short(string path) => path
        .Replace("$.series", string.Empty, StringComparison.Ordinal).Replace(".observations", string.Empty, StringComparison.Ordinal).Replace(".measure", string.Empty, StringComparison.Ordinal);

    private static IndicatorSeries Read(string[] words)
    {
        PlaceReference? place = null;
        Reference? subject = null;
        var dimensions = new List<DimensionValue>();
        var observation = Samples.Observe(null, null);
        var claims = new List<Claim>();
        foreach (var word in words.Skip(1))
        {
            if (word[0] == '~')
            {
                claims.Add(ReadClaim(word[1..].Split('+')));
            }
            else if (word[0] == '@')
            {
                subject = Reference.Parse(word[1..]);
            }
            else if (char.IsAsciiDigit(word[0]) && PlaceReference.TryParse(word, null, out var found))
            {
                place = found;
            }
            else if (word.Split('=') is [var dimension, var codes])
            {
                dimensions.Add(new() { Dimension = Dimension.Parse(dimension), Codes = codes.Split(',').Select(DimensionCode.Parse).ToValueList() });
            }
            else if (ReportingPeriod.TryParse(word, null, out var period))
            {
                observation = observation with { Period = period };
            }
            else if (Modality.CodeList.Contains(word))
            {
                observation = observation with { Modality = Modality.Parse(word) };
            }
            else if (Claim.TryParse(word, Context, out var claim))
            {
                claims.Add(claim);
            }
            else
            {
                observation = observation with { Measure = Measure.Parse(word) };
            }
        }

        return new()
        {
            Indicator = Indicator.Parse(words[0]),
            Place = place,
            Subject = subject,
            Dimensions = SeriesDimensions.Create(dimensions),
            Observations = [observation with { Claims = [.. claims] }],
        };
    }

    private static Claim ReadClaim(string[] parts)
    {
        var claim = new Claim { Against = ClaimReference.Parse(parts[0]) };
        foreach (var part in parts.Skip(1))
        {
            claim = part.Split('=') switch
            {
                ["of", var of] => claim with { Of = ClaimSubject.Parse(of) },
                ["word", var word] => claim with { Word = ClaimWord.Parse(word) },
                ["scope", var scope] => claim with { Scope = PlaceReference.Parse(scope) },
                ["indicator", var indicator] => claim with { Indicator = Indicator.Parse(indicator) },
                ["period", var period] => claim with { Period = ReportingPeriod.Parse(period) },
                ["run", var years] => claim with { Run = new() { Years = int.Parse(years, System.Globalization.CultureInfo.InvariantCulture) } },
                ["rank", var rank] => claim with { Position = int.Parse(rank, System.Globalization.CultureInfo.InvariantCulture) },
                _ => claim with { Measure = Measure.Parse(part) },
            };
        }

        return claim;
    }
}
