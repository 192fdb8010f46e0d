using System.Globalization;
using System.Text;
using CsvHelper;

namespace KejiDomain.Tables;

/// <summary>Reads the rows of one table by the names of its columns, in whatever order they stand.</summary>
internal sealed class CsvTableReader : IDisposable
{
    private const int MaxRecordBytes = 64 * 1024 * 1024;

    private readonly TableDefinition _table;

    private readonly CsvReader _reader;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public CsvTableReader(TableDefinition table, Stream input)
    {
        _table = table;
        var text = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        _reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',',
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Throw,
            MaxRecordSize = MaxRecordBytes,
        });
        Guard(ReadHeader);
        for (var i = 0; i < _reader.Headers.Count; i++)
        {
            _places.TryAdd(_reader.Headers[i], i);
        }

        foreach (var column in table.Columns.Where(c => !_places.ContainsKey(c.Name)))
        {
            throw new InvalidDataException($"{table.FileName}: the column {column.Name} is not there.");
        }
    }

    public bool Read() => Guard(() => _reader.Read());

    /// <summary>The text of a cell, or null where it is empty.</summary>
    public string? Text(string column)
    {
        var text = Raw(column);
        return text.Length == 0 ? null : CsvGuard.Unprotect(text);
    }

    public string Required(string column) => Text(column) ?? throw Failure(column, "it is empty");

    public decimal? Number(string column) => Raw(column) is not { Length: > 0 } text ? null
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : throw Failure(column, $"'{text}' is no number");

    public int? Count(string column) => Number(column) is not { } number ? null
        : number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number
        : throw Failure(column, $"'{number}' is no whole number");

    public T Value<T>(string column)
        where T : struct, ITextValue<T> => Optional<T>(column) ?? throw Failure(column, "it is empty");

    public T? Optional<T>(string column)
        where T : struct, ITextValue<T> => Text(column) is not { } text ? null
            : T.TryParse(text, out var value) ? value
            : throw Failure(column, $"'{text}' is no {T.Format.Name}");

    public T Parse<T>(string column, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            throw Failure(column, failure.Message);
        }
    }

    public Measure? Measure(string prefix)
    {
        var missing = Text(prefix + "missing");
        return missing == Literals.Absent ? null : new Measure
        {
            Amount = Number(prefix + "amount"),
            Low = Number(prefix + "amount_low"),
            High = Number(prefix + "amount_high"),
            Multiplier = Count(prefix + "multiplier"),
            Unit = Value<UnitOfMeasure>(prefix + "unit"),
            Noun = Text(prefix + "noun"),
            Qualifier = Optional<Qualifier>(prefix + "qualifier"),
            Printed = Text(prefix + "printed"),
            Missing = missing is null ? null : Parse(prefix + "missing", missing, Literals.Reason),
        };
    }

    public void Dispose() => _reader.Dispose();

    private bool ReadHeader()
    {
        _reader.ReadHeader();
        return true;
    }

    private string Raw(string column) => _reader.GetString(_places[column]);

    private InvalidDataException Failure(string column, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{_table.FileName}, line {_reader.LineNumber}, column {column}: {what}."));

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is CsvFormatException or DecoderFallbackException)
        {
            throw new InvalidDataException($"{_table.FileName}: {failure.Message}", failure);
        }
    }
}
