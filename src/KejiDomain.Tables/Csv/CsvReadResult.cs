using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace KejiDomain.Tables;

/// <summary>What reading a csv set gave (读取结果): the series, or as many figures as could be read, and every issue.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CsvReadResult
{
    internal CsvReadResult(ValueList<DatasetSeries> datasets, ValidationReport report)
    {
        Partial = datasets;
        Report = report;
    }

    /// <summary>The series of each data set, or null where an issue is an error (序列).</summary>
    public ValueList<DatasetSeries>? Value => Report.IsValid ? Partial : null;

    /// <summary>As much as could be read (部分结果): a row with an error is left out.</summary>
    public ValueList<DatasetSeries> Partial { get; }

    /// <summary>Every issue (问题); its path is file and column, <c>claims.csv#against</c>, beside line and column of the text.</summary>
    public ValidationReport Report { get; }

    /// <summary>Whether everything was read without an error (成功).</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsSuccess => Value is not null;

    /// <summary>The series of each data set.</summary>
    /// <exception cref="InvalidDataException">An issue is an error; the message has the first ones.</exception>
    public ValueList<DatasetSeries> GetValueOrThrow() => Value ?? throw new InvalidDataException(Report.ToString());

    /// <summary>How many data sets there are, and what is wrong.</summary>
    public override string ToString() => $"{Partial.Count} data sets, {Report.Summary}";
}
