using System.Diagnostics;
using System.Globalization;

namespace KejiDomain.Validation;

/// <summary>The issues of every data set of a corpus (语料库报告). Valid means: no error in any.</summary>
[DebuggerDisplay("{Summary,nq}")]
public sealed class CorpusReport
{
    internal CorpusReport(IEnumerable<DatasetReport> reports) => Reports = reports.ToValueList();

    /// <summary>One report for each data set (各数据集的报告), in the order of the corpus.</summary>
    public ValueList<DatasetReport> Reports { get; }

    /// <summary>How many issues are errors (错误数).</summary>
    public int ErrorCount => Reports.Sum(r => r.Report.ErrorCount);

    /// <summary>How many are warnings (警告数).</summary>
    public int WarningCount => Reports.Sum(r => r.Report.WarningCount);

    /// <summary>Whether no issue is an error (有效); warnings never change it.</summary>
    public bool IsValid => Reports.All(r => r.Report.IsValid);

    /// <summary>The counts on one line (小结).</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Reports.Count} data sets, {(IsValid ? "valid" : "invalid")}: {ErrorCount} errors, {WarningCount} warnings, {Reports.Sum(r => r.Report.Issues.Count) - ErrorCount - WarningCount} notes");

    /// <summary>Throws where an issue is an error.</summary>
    /// <exception cref="InvalidDataException">An issue is an error; the message has every issue.</exception>
    public void ThrowIfInvalid()
    {
        if (!IsValid)
        {
            throw new InvalidDataException(ToString());
        }
    }

    /// <summary>The counts and then one line for each issue, with its data set.</summary>
    public override string ToString() => string.Join('\n', [Summary, .. Reports.SelectMany(r => r.Report.Issues.Select(i => $"{r.Dataset}: {i}"))]);
}
