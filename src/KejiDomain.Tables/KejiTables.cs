namespace KejiDomain.Tables;

/// <summary>Exports of data sets (导出): tables, csv that reads back, Markdown, SDMX; JSON Lines are written by <see cref="PolicyCorpus.WriteLines"/>.</summary>
/// <remarks>Data sets are taken one by one and never held, so that a sequence of any length needs the memory of one. Safe to use from several threads.</remarks>
public static class KejiTables
{
    /// <summary>The file of the csv set that says what each column of each table holds (字段说明): <c>columns.csv</c>.</summary>
    public const string ColumnsFileName = "columns.csv";

    /// <summary>All tables (全部表) of the csv set, in the order of its description.</summary>
    public static ValueList<TableDefinition> All { get; } =
    [
        FigureTables.Observations, FigureTables.Claims, FigureTables.Evidence,
        EntityTables.Datasets, EntityTables.Sources, EntityTables.Damage, EntityTables.Places, EntityTables.Indicators,
        EntityTables.Officials, EntityTables.Organizations, EntityTables.Works, EntityTables.Documents, EntityTables.Meetings, EntityTables.Programs, EntityTables.Recognitions,
        PartTables.Outline, PartTables.SloganParts, PartTables.Rules, PartTables.Stages, PartTables.Parties,
    ];

    /// <summary>The table of a name (表).</summary>
    /// <param name="name">For example <c>observations</c>.</param>
    /// <exception cref="ArgumentException">There is no table of that name.</exception>
    public static TableDefinition Get(string name) =>
        All.FirstOrDefault(t => t.Name == name) ?? throw new ArgumentException($"There is no table '{name}'.", nameof(name));

    /// <summary>Every figure of the data sets as one long table (长表), a row each.</summary>
    /// <param name="datasets">The data sets, one or many.</param>
    /// <example><code>foreach (var row in KejiTables.LongTable(dataset)) Console.WriteLine($"{row.PlaceName} {row.IndicatorName} {row.Period}: {row.Value} {row.Missing}");</code></example>
    public static IEnumerable<ObservationRow> LongTable(params IEnumerable<PolicyDataset> datasets)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        return datasets.SelectMany(dataset => new DatasetView(dataset).Observations);
    }

    /// <summary>One table of the data sets as csv text (表文本).</summary>
    /// <param name="table">The table, for example <c>observations</c>.</param>
    /// <param name="datasets">The data sets, one or many.</param>
    /// <exception cref="ArgumentException">There is no table of that name.</exception>
    /// <exception cref="InvalidDataException">A text holds half of a surrogate pair.</exception>
    public static string ToCsv(string table, params IEnumerable<PolicyDataset> datasets)
    {
        using var stream = new MemoryStream();
        WriteCsv(Get(table), datasets, stream);
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes one table as csv (写出一个表): UTF-8, comma, LF, quoted where needed.</summary>
    /// <param name="table">The table.</param>
    /// <param name="datasets">The data sets, one or many.</param>
    /// <param name="output">Where the bytes go; it is left open.</param>
    /// <param name="options">Whether a byte order mark comes first, or null for none.</param>
    /// <exception cref="InvalidDataException">A text holds half of a surrogate pair.</exception>
    public static void WriteCsv(TableDefinition table, IEnumerable<PolicyDataset> datasets, Stream output, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(datasets);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = new CsvTableWriter(table, output, options ?? CsvOptions.Default);
        foreach (var dataset in datasets)
        {
            writer.Write(new DatasetView(dataset));
        }
    }

    /// <summary>Writes the csv set (写出全部表): all tables, a file each, in one pass over the data sets, and <see cref="ColumnsFileName"/>.</summary>
    /// <param name="datasets">The data sets, one or many.</param>
    /// <param name="open">Opens the file of a name such as <c>observations.csv</c>; the stream is closed in the end.</param>
    /// <param name="options">Whether a byte order mark comes first, or null for none.</param>
    /// <exception cref="InvalidDataException">A text holds half of a surrogate pair.</exception>
    public static void WriteCsv(IEnumerable<PolicyDataset> datasets, Func<string, Stream> open, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        ArgumentNullException.ThrowIfNull(open);
        using (var columns = open(ColumnsFileName))
        {
            CsvTableWriter.WriteColumns(columns, options ?? CsvOptions.Default);
        }

        var streams = new List<Stream>();
        var writers = new List<CsvTableWriter>();
        try
        {
            foreach (var table in All)
            {
                streams.Add(open(table.FileName));
                writers.Add(new(table, streams[^1], options ?? CsvOptions.Default));
            }

            foreach (var dataset in datasets)
            {
                var view = new DatasetView(dataset);
                writers.ForEach(w => w.Write(view));
            }

            writers.ForEach(w => w.Dispose());
        }
        finally
        {
            streams.ForEach(s => s.Dispose());
        }
    }

    /// <summary>Writes the csv set into a folder (写出到文件夹).</summary>
    /// <param name="datasets">The data sets, one or many.</param>
    /// <param name="folder">The folder, made where it is not there.</param>
    /// <param name="options">Whether a byte order mark comes first, or null for none.</param>
    /// <exception cref="IOException">A file of the set is there already; nothing is overwritten.</exception>
    /// <exception cref="InvalidDataException">A text holds half of a surrogate pair.</exception>
    public static void WriteCsv(IEnumerable<PolicyDataset> datasets, string folder, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Directory.CreateDirectory(folder);
        WriteCsv(datasets, name => new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write), options);
    }

    /// <summary>Reads the figures of a csv set back (读回): equal series with equal figures, claims and evidence.</summary>
    /// <param name="folder">The folder with <c>datasets.csv</c>, <c>observations.csv</c>, <c>claims.csv</c> and <c>evidence.csv</c>.</param>
    /// <returns>The series of each data set, and an issue for each row that is wrong, with its file, line and column.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static CsvReadResult ReadCsv(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return ReadCsv(name => File.OpenRead(Path.Combine(folder, name)));
    }

    /// <summary>Reads the figures of a csv set back (读回): equal series with equal figures, claims and evidence.</summary>
    /// <param name="open">Opens the file of a name such as <c>observations.csv</c>; one that is not UTF-8 is opened twice.</param>
    /// <returns>The series of each data set, and an issue for each row that is wrong, with its file, line and column.</returns>
    public static CsvReadResult ReadCsv(Func<string, Stream> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return CsvSetReader.Read(open);
    }

    /// <summary>Writes a report in Markdown for each city (城市报告), with a table for each concept, in one pass over the data sets.</summary>
    /// <param name="datasets">The data sets, one or many.</param>
    /// <param name="append">Opens the file of a name such as <c>410600.md</c> at its end; it is asked for the same name again where a city has several data sets. The stream is closed each time.</param>
    public static void WriteMarkdown(IEnumerable<PolicyDataset> datasets, Func<string, Stream> append)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        ArgumentNullException.ThrowIfNull(append);
        var begun = new HashSet<string>(StringComparer.Ordinal);
        foreach (var dataset in datasets)
        {
            var name = MarkdownReport.FileName(dataset);
            var text = MarkdownReport.Of(new DatasetView(dataset), withCity: begun.Add(name));
            using var stream = append(name);
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>The report on one data set in Markdown (报告).</summary>
    /// <param name="dataset">The data set.</param>
    public static string ToMarkdown(this PolicyDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return MarkdownReport.Of(new DatasetView(dataset), withCity: true);
    }

    /// <summary>Writes the figures as SDMX-CSV 2.0 with their structure (SDMX 导出): <c>observations.csv</c>, <c>undated.csv</c> for periods that SDMX has no form for, and <c>structure.json</c> (SDMX-JSON 2.0.0).</summary>
    /// <param name="datasets">The data sets, one or many.</param>
    /// <param name="open">Opens the file of a name; the stream is closed in the end.</param>
    /// <param name="options">Whether a byte order mark comes first in the csv files, or null for none.</param>
    /// <remarks>A target is told by the dimension MODALITY, for SDMX has no status for it; claims and evidence beyond the spans are not carried.</remarks>
    /// <exception cref="InvalidDataException">A text holds half of a surrogate pair.</exception>
    public static void WriteSdmx(IEnumerable<PolicyDataset> datasets, Func<string, Stream> open, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        ArgumentNullException.ThrowIfNull(open);
        var codes = new SdmxCodes();
        using (var datedStream = open("observations.csv"))
        using (var undatedStream = open("undated.csv"))
        using (var dated = new SdmxWriter(datedStream, SdmxWriter.Dated, codes, options ?? CsvOptions.Default))
        using (var undated = new SdmxWriter(undatedStream, SdmxWriter.Undated, codes, options ?? CsvOptions.Default))
        {
            foreach (var row in LongTable(datasets))
            {
                (SdmxPeriod.Of(row.Period) is null ? undated : dated).Write(row);
            }
        }

        using var structure = open("structure.json");
        SdmxStructure.Write(structure, codes);
    }
}
