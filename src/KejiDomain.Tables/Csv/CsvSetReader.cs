namespace KejiDomain.Tables;

/// <summary>Puts series together again from figures, claims and evidence.</summary>
internal static class CsvSetReader
{
    public static ValueList<DatasetSeries> Read(Func<string, Stream> open)
    {
        var evidence = ReadEvidence(open);
        var claims = ReadClaims(open, evidence);
        return ReadObservations(open, claims, evidence);
    }

    private static Dictionary<Address, List<Evidence>> ReadEvidence(Func<string, Stream> open)
    {
        var found = new Dictionary<Address, List<Evidence>>();
        using var stream = open(FigureTables.Evidence.FileName);
        using var table = new CsvTableReader(FigureTables.Evidence, stream);
        while (table.Read())
        {
            if (table.Text("kind") is FigureTables.ObservationKind or FigureTables.SeriesKind)
            {
                Add(found, AddressOf(table), new()
                {
                    Cite = table.Text("cite") is { } cite ? table.Parse("cite", cite, Citations) : [],
                    Of = table.Optional<MemberPath>("of"),
                    Printed = table.Text("printed"),
                    Basis = table.Text("basis") is { } basis ? table.Parse("basis", basis, Literals.Basis) : null,
                    Missing = table.Text("missing") is { } missing ? table.Parse("missing", missing, Literals.Reason) : null,
                    Why = table.Text("why"),
                    Doubt = table.Text("doubt"),
                });
            }
        }

        return found;
    }

    private static Dictionary<Address, List<Claim>> ReadClaims(Func<string, Stream> open, Dictionary<Address, List<Evidence>> evidence)
    {
        var found = new Dictionary<Address, List<Claim>>();
        using var stream = open(FigureTables.Claims.FileName);
        using var table = new CsvTableReader(FigureTables.Claims, stream);
        while (table.Read())
        {
            if (table.Text("kind") == FigureTables.ObservationKind)
            {
                var address = AddressOf(table);
                Add(found, address with { At = null }, new()
                {
                    Against = table.Value<ClaimReference>("against"),
                    Of = table.Optional<ClaimSubject>("of"),
                    Period = table.Optional<ReportingPeriod>("period"),
                    Scope = table.Optional<PlaceReference>("scope"),
                    Field = table.Measure("field_"),
                    Indicator = table.Optional<Indicator>("indicator"),
                    Measure = table.Measure(string.Empty),
                    Position = table.Count("position"),
                    Band = table.Optional<Band>("band"),
                    Word = table.Optional<ClaimWord>("word"),
                    Run = table.Text("run") is null ? null : new() { Years = table.Count("run_years") },
                    Evidence = Of(evidence, address),
                });
            }
        }

        return found;
    }

    private static ValueList<DatasetSeries> ReadObservations(Func<string, Stream> open, Dictionary<Address, List<Claim>> claims, Dictionary<Address, List<Evidence>> evidence)
    {
        var datasets = ReadDatasets(open);
        using var stream = open(FigureTables.Observations.FileName);
        using var table = new CsvTableReader(FigureTables.Observations, stream);
        while (table.Read())
        {
            var dataset = table.Value<DatasetId>("dataset");
            var key = table.Required("series_key");
            if (!datasets.TryGetValue(dataset, out var series))
            {
                datasets.Add(dataset, series = NoSeries());
            }

            if (!series.TryGetValue(key, out var one))
            {
                series.Add(key, one = (SeriesOf(table, Of(evidence, new(dataset.ToString(), key, null))), []));
            }

            var address = new Address(dataset.ToString(), table.Required("key"), null);
            one.Observations.Add(new()
            {
                Period = table.Optional<ReportingPeriod>("period"),
                Modality = table.Parse("modality", table.Required("modality"), modality => Strength.Join(modality, table.Text("strength"))),
                Ordinal = table.Count("ordinal"),
                Measure = table.Measure(string.Empty),
                Claims = Of(claims, address),
                Event = table.Optional<EventId>("event"),
                Evidence = Of(evidence, address),
            });
        }

        return datasets.Select(d => new DatasetSeries
        {
            Dataset = d.Key,
            Series = d.Value.Values.Select(s => s.Series with { Observations = s.Observations.ToValueList() }).ToValueList(),
        }).ToValueList();
    }

    // A data set without a figure is one nevertheless.
    private static Dictionary<DatasetId, Dictionary<string, (IndicatorSeries Series, List<Observation> Observations)>> ReadDatasets(Func<string, Stream> open)
    {
        var datasets = new Dictionary<DatasetId, Dictionary<string, (IndicatorSeries Series, List<Observation> Observations)>>();
        using var stream = open(EntityTables.Datasets.FileName);
        using var table = new CsvTableReader(EntityTables.Datasets, stream);
        while (table.Read())
        {
            datasets.TryAdd(table.Value<DatasetId>("dataset"), NoSeries());
        }

        return datasets;
    }

    private static Dictionary<string, (IndicatorSeries Series, List<Observation> Observations)> NoSeries() => new(StringComparer.Ordinal);

    private static IndicatorSeries SeriesOf(CsvTableReader table, ValueList<Evidence> evidence) => new()
    {
        Indicator = table.Value<Indicator>("indicator"),
        Place = table.Optional<PlaceReference>("place"),
        Subject = table.Optional<Reference>("subject"),
        Dimensions = table.Text("dimensions") is { } dimensions ? table.Parse("dimensions", dimensions, DimensionsOf) : [],
        Observations = [],
        Evidence = evidence,
    };

    private static SeriesDimensions DimensionsOf(string text) => SeriesDimensions.Create(text.Split(' ').Select(word =>
    {
        var sign = word.IndexOf('=', StringComparison.Ordinal);
        return sign < 0
            ? throw new FormatException($"'{word}' is not dimension=code")
            : new DimensionValue { Dimension = Dimension.Parse(word[..sign]), Codes = word[(sign + 1)..].Split('+').Select(DimensionCode.Parse).ToValueList() };
    }));

    private static ValueList<Citation> Citations(string text) => text.Split(' ').Select(Citation.Parse).ToValueList();

    private static Address AddressOf(CsvTableReader table) => new(table.Required("dataset"), table.Required("record"), table.Text("at"));

    private static void Add<T>(Dictionary<Address, List<T>> found, Address address, T item)
    {
        if (!found.TryGetValue(address, out var items))
        {
            found.Add(address, items = []);
        }

        items.Add(item);
    }

    private static ValueList<T> Of<T>(Dictionary<Address, List<T>> found, Address address)
        where T : notnull => found.TryGetValue(address, out var items) ? items.ToValueList() : [];

    private readonly record struct Address(string Dataset, string Record, string? At);
}
