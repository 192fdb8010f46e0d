using System.Globalization;
using System.Text;
using CsvHelper;

namespace KejiDomain.Tables;

/// <summary>Reads the rows of one table by the names of its columns, in whatever order they stand.</summary>
internal sealed class CsvTableReader : IDisposable
{
    private const int MaxRecordBytes = 64 * 1024 * 1024;

    private readonly TableDefinition _table;

    private readonly CsvIssues _issues;

    private readonly CsvReader _reader;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private CsvTableReader(TableDefinition table, CsvIssues issues, Stream input)
    {
        _table = table;
        _issues = issues;
        var text = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        _reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',',
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Throw,
            MaxRecordSize = MaxRecordBytes,
        });
    }

    /// <summary>Takes each row of a table; whatever is wrong with a row, or with the rest of the file, becomes an issue.</summary>
    public static void Read(TableDefinition table, CsvIssues issues, Func<string, Stream> open, Action<CsvTableReader> row)
    {
        try
        {
            using var stream = open(table.FileName);
            using var reader = new CsvTableReader(table, issues, stream);
            if (!reader.ReadHeader())
            {
                return;
            }

            while (reader._reader.Read())
            {
                try
                {
                    row(reader);
                }
                catch (CsvCellException failure)
                {
                    reader.Report(IssueCodes.CsvCell, failure.Column, failure.Message);
                }
            }
        }
        catch (CsvFormatException failure)
        {
            issues.Add(IssueCodes.CsvSyntax, table.FileName, new((int)failure.LineNumber, 1), failure.Message);
        }
        catch (DecoderFallbackException)
        {
            using var stream = open(table.FileName);
            issues.Add(IssueCodes.InvalidUtf8, table.FileName, FirstInvalid(stream));
        }
    }

    /// <summary>Where a cell of the row stands in the file.</summary>
    public CsvPlace Place(string column)
    {
        var before = 0;
        for (var i = 0; i < _places[column]; i++)
        {
            before += _reader.GetRawSpan(i).Length + 1;
        }

        // What stands before the cell may hold line ends between quotes.
        var text = Encoding.UTF8.GetString(_reader.RawRecord[..before]);
        return new((int)_reader.LineNumber + text.Count(c => c == '\n'), text.Length - text.LastIndexOf('\n'));
    }

    public void Report(string code, string column, params ReadOnlySpan<string> arguments) =>
        _issues.Add(code, $"{_table.FileName}#{column}", Place(column), arguments);

    /// <summary>The text of a cell, or null where it is empty.</summary>
    public string? Text(string column)
    {
        var text = Raw(column);
        return text.Length == 0 ? null : CsvGuard.Unprotect(text);
    }

    public string Required(string column) => Text(column) ?? throw new CsvCellException(column, "it is empty");

    public decimal? Number(string column) => Raw(column) is not { Length: > 0 } text ? null
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : throw new CsvCellException(column, $"'{text}' is no number");

    public int? Count(string column) => Number(column) is not { } number ? null
        : number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number
        : throw new CsvCellException(column, $"'{number}' is no whole number");

    public T Value<T>(string column)
        where T : struct, ITextValue<T> => Optional<T>(column) ?? throw new CsvCellException(column, "it is empty");

    public T? Optional<T>(string column)
        where T : struct, ITextValue<T> => Text(column) is not { } text ? null
            : T.TryParse(text, out var value) ? value
            : throw new CsvCellException(column, $"'{text}' is no {T.Format.Name}");

    public static T Parse<T>(string column, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            throw new CsvCellException(column, failure.Message);
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
        for (var i = 0; i < _reader.Headers.Count; i++)
        {
            _places.TryAdd(_reader.Headers[i], i);
        }

        var missing = _table.Columns.Where(c => !_places.ContainsKey(c.Name)).ToArray();
        foreach (var column in missing)
        {
            _issues.Add(IssueCodes.CsvColumnMissing, $"{_table.FileName}#{column.Name}", new(1, 1), column.Name);
        }

        return missing.Length == 0;
    }

    private string Raw(string column) => _reader.GetString(_places[column]);

    private static CsvPlace FirstInvalid(Stream stream)
    {
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        ReadOnlySpan<byte> rest = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        for (var line = 1; ; line++)
        {
            var end = rest.IndexOf((byte)'\n');
            var text = end < 0 ? rest : rest[..end];
            if (end < 0 || !System.Text.Unicode.Utf8.IsValid(text))
            {
                System.Text.Unicode.Utf8.ToUtf16(text, new char[text.Length], out _, out var valid, replaceInvalidSequences: false, isFinalBlock: true);
                return new(line, valid + 1);
            }

            rest = rest[(end + 1)..];
        }
    }
}
