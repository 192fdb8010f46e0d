using System.Globalization;

namespace KejiDomain.Tables;

/// <summary>What is wrong with the files of a csv set, up to a limit.</summary>
internal sealed class CsvIssues
{
    private readonly List<Issue> _issues = [];

    private int _further;

    public ValidationReport Report => ValidationReport.Of(_further == 0
        ? _issues
        : [.. _issues, IssueDefinition.Get(IssueCodes.FurtherIssues).At("$", _further.ToString(CultureInfo.InvariantCulture))]);

    public void Add(string code, string path, CsvPlace place, params ReadOnlySpan<string> arguments)
    {
        if (_issues.Count < ReadLimits.Default.Issues)
        {
            _issues.Add(IssueDefinition.Get(code).At(path, arguments) with { Line = place.Line, Column = place.Column });
        }
        else
        {
            _further++;
        }
    }
}

/// <summary>A place in a file: line and column in UTF-16 units, from 1.</summary>
internal readonly record struct CsvPlace(int Line, int Column);

/// <summary>A cell is not what its column holds; it ends the reading of its row, never that of the set.</summary>
internal sealed class CsvCellException(string column, string reason) : Exception(reason)
{
    public string Column => column;
}
