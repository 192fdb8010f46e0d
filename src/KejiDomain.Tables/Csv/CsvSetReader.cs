namespace KejiDomain.Tables;

/// <summary>Puts series together again from figures, claims and evidence.</summary>
internal static class CsvSetReader
{
    public static CsvReadResult Read(Func<string, Stream> open)
    {
        var issues = new CsvIssues();
        var evidence = ReadEvidence(open, issues);
        var claims = ReadClaims(open, issues, evidence);
        var datasets = ReadDatasets(open, issues);
        ReadObservations(open, issues, datasets, claims, evidence);
        claims.ReportOrphans(issues);
        evidence.ReportOrphans(issues);
        return new(
            datasets.Select(d => new DatasetSeries
            {
                Dataset = d.Key,
                Series = d.Value.Values.Select(s => s.Series with { Observations = s.Observations.ToValueList() }).ToValueList(),
            }).ToValueList(),
            issues.Report);
    }

    private static Attached<Evidence> ReadEvidence(Func<string, Stream> open, CsvIssues issues)
    {
        var found = new Attached<Evidence>(FigureTables.Evidence);
        CsvTableReader.Read(FigureTables.Evidence, issues, open, table =>
        {
            if (table.Text("kind") is FigureTables.ObservationKind or FigureTables.SeriesKind)
            {
                found.Add(table, AddressOf(table), new()
                {
                    Cite = table.Text("cite") is { } cite ? CsvTableReader.Parse("cite", cite, Citations) : [],
                    Of = table.Optional<MemberPath>("of"),
                    Printed = table.Text("printed"),
                    Basis = table.Text("basis") is { } basis ? CsvTableReader.Parse("basis", basis, Literals.Basis) : null,
                    Missing = table.Text("missing") is { } missing ? CsvTableReader.Parse("missing", missing, Literals.Reason) : null,
                    Why = table.Text("why"),
                    Doubt = table.Text("doubt"),
                });
            }
        });
        return found;
    }

    private static Attached<Claim> ReadClaims(Func<string, Stream> open, CsvIssues issues, Attached<Evidence> evidence)
    {
        var found = new Attached<Claim>(FigureTables.Claims);
        CsvTableReader.Read(FigureTables.Claims, issues, open, table =>
        {
            if (table.Text("kind") == FigureTables.ObservationKind)
            {
                var address = AddressOf(table);
                found.Add(table, address with { At = null }, new()
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
                    Evidence = evidence.Of(address),
                });
            }
        });
        return found;
    }

    private static void ReadObservations(Func<string, Stream> open, CsvIssues issues, SeriesByDataset datasets, Attached<Claim> claims, Attached<Evidence> evidence) =>
        CsvTableReader.Read(FigureTables.Observations, issues, open, table =>
        {
            var dataset = table.Value<DatasetId>("dataset");
            var key = table.Required("series_key");
            var address = new Address(dataset.ToString(), table.Required("key"), null);

            // Taken before anything of the row can be wrong: a row with an error is no reason to call its claims orphans.
            var (own, said) = (claims.Of(address), evidence.Of(address));
            var series = SeriesOf(table, evidence.Of(new(dataset.ToString(), key, null)));
            var observation = new Observation
            {
                Period = table.Optional<ReportingPeriod>("period"),
                Modality = CsvTableReader.Parse("modality", table.Required("modality"), modality => Strength.Join(modality, table.Text("strength"))),
                Ordinal = table.Count("ordinal"),
                Measure = table.Measure(string.Empty),
                Claims = own,
                Event = table.Optional<EventId>("event"),
                Evidence = said,
            };
            var known = datasets.Of(dataset);
            if (!known.TryGetValue(key, out var one))
            {
                known.Add(key, one = (series, []));
            }
            else if (one.Series != series)
            {
                throw new CsvCellException("series_key", "indicator, place, subject or dimensions differ from those of the first row with this series_key");
            }

            one.Observations.Add(observation);
        });

    // A data set without a figure is one nevertheless.
    private static SeriesByDataset ReadDatasets(Func<string, Stream> open, CsvIssues issues)
    {
        var datasets = new SeriesByDataset();
        CsvTableReader.Read(EntityTables.Datasets, issues, open, table => datasets.Of(table.Value<DatasetId>("dataset")));
        return datasets;
    }

    private static IndicatorSeries SeriesOf(CsvTableReader table, ValueList<Evidence> evidence) => new()
    {
        Indicator = table.Value<Indicator>("indicator"),
        Place = table.Optional<PlaceReference>("place"),
        Subject = table.Optional<Reference>("subject"),
        Dimensions = table.Text("dimensions") is { } dimensions ? CsvTableReader.Parse("dimensions", dimensions, DimensionsOf) : [],
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

    private readonly record struct Address(string Dataset, string Record, string? At);

    private sealed class SeriesByDataset : Dictionary<DatasetId, Dictionary<string, (IndicatorSeries Series, List<Observation> Observations)>>
    {
        public Dictionary<string, (IndicatorSeries Series, List<Observation> Observations)> Of(DatasetId dataset)
        {
            if (!TryGetValue(dataset, out var series))
            {
                Add(dataset, series = new(StringComparer.Ordinal));
            }

            return series;
        }
    }

    /// <summary>What rows of another table attach to figures; what nothing asks for is attached to nothing.</summary>
    private sealed class Attached<T>(TableDefinition table)
        where T : notnull
    {
        private readonly Dictionary<Address, (List<T> Items, CsvPlace Place)> _found = [];

        private readonly HashSet<Address> _asked = [];

        public void Add(CsvTableReader row, Address address, T item)
        {
            if (!_found.TryGetValue(address, out var items))
            {
                _found.Add(address, items = ([], row.Place("record")));
            }

            items.Items.Add(item);
        }

        public ValueList<T> Of(Address address)
        {
            _asked.Add(address);
            return _found.TryGetValue(address, out var items) ? items.Items.ToValueList() : [];
        }

        public void ReportOrphans(CsvIssues issues)
        {
            foreach (var (address, (_, place)) in _found.Where(f => !_asked.Contains(f.Key)))
            {
                issues.Add(IssueCodes.CsvOrphan, $"{table.FileName}#record", place, string.Join(' ', new[] { address.Record, address.At }.OfType<string>()));
            }
        }
    }
}
