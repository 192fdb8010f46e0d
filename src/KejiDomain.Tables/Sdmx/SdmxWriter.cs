using CsvHelper;

namespace KejiDomain.Tables;

/// <summary>Writes figures as SDMX-CSV 2.0: those with a time period, or those without.</summary>
internal sealed class SdmxWriter : IDisposable
{
    public const string Agency = "KEJI";

    public const string Version = "1.0.0";

    public const string Dated = "OBSERVATIONS";

    public const string Undated = "UNDATED";

    private readonly CsvWriter _writer;

    private readonly SdmxCodes _codes;

    private readonly string _flow;

    public SdmxWriter(Stream output, string flow, SdmxCodes codes, CsvOptions options)
    {
        _writer = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n", WriteByteOrderMark = options.ByteOrderMark }, leaveOpen: true);
        _flow = flow;
        _codes = codes;
        Record([
            "STRUCTURE", "STRUCTURE_ID", "ACTION", .. SdmxColumns.Dimensions.Select(d => d.Id), flow == Dated ? SdmxColumns.TimePeriod : SdmxColumns.UndatedPeriod,
            SdmxColumns.Value, .. SdmxColumns.Attributes.Select(a => a.Id),
        ]);
    }

    public void Write(ObservationRow row) => Record([
        "dataflow", $"{Agency}:{_flow}({Version})", "I",
        .. SdmxColumns.Dimensions.Select(d => d.Value(row, _codes) ?? d.TotalCode),
        _flow == Dated ? SdmxPeriod.Of(row.Period)?.Text : row.Period?.ToString() ?? SdmxCodes.NotApplicable,
        SdmxColumns.ObservedValue(row),
        .. SdmxColumns.Attributes.Select(a => a.Value(row, _codes) is { } text ? a.DataType == "String" ? CsvGuard.Protect(CsvGuard.RequireWellFormed(text, a.Id)) : text : null),
    ]);

    public void Dispose() => _writer.Dispose();

    private void Record(IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            _writer.WriteField(cell ?? string.Empty);
        }

        _writer.EndRecord();
    }
}
