namespace KejiDomain.Validation;

/// <summary>What an issue means for the file (严重程度).</summary>
public enum Severity
{
    /// <summary>A rule was not applied, for a reason that is no fault (信息).</summary>
    Info = 0,

    /// <summary>The source is wrong or doubtful, and the file says so faithfully (警告).</summary>
    Warning = 1,

    /// <summary>The file is wrong (错误); a file without errors is valid.</summary>
    Error = 2,
}
