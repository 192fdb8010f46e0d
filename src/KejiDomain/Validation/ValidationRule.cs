using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KejiDomain.Validation;

/// <summary>A rule of a user's own (自定义规则), run beside those of the library. Rules are pure: the same data set gives the same findings.</summary>
/// <example><code>new ValidationRule("ACME1", Severity.Warning, "{0} has no count noun.", "{0} 没有量词。", (dataset, find) => find("$.title", dataset.Title.Zh))</code></example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ValidationRule
{
    private readonly CompositeFormat _message;

    private readonly CompositeFormat _messageZh;

    private readonly Action<PolicyDataset, RuleFinding> _run;

    /// <summary>Makes a rule.</summary>
    /// <param name="code">Two to ten capital letters, not KD, and one to six digits.</param>
    /// <param name="severity">What it means for the file.</param>
    /// <param name="message">The message in English, with numbered places for what it names.</param>
    /// <param name="messageZh">The message in Chinese, with the same places.</param>
    /// <param name="run">Looks at a data set and reports what it finds.</param>
    /// <exception cref="ArgumentException">The code is not of that form.</exception>
    /// <exception cref="FormatException">A message has a place that is not numbered.</exception>
    public ValidationRule(string code, Severity severity, string message, string messageZh, Action<PolicyDataset, RuleFinding> run)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(messageZh);
        ArgumentNullException.ThrowIfNull(run);
        Code = IsCode(code) ? code : throw new ArgumentException($"'{TextSafety.Excerpt(code)}' is not a code: two to ten capital letters other than KD, then one to six digits.", nameof(code));
        Severity = severity;
        _message = CompositeFormat.Parse(message);
        _messageZh = CompositeFormat.Parse(messageZh);
        _run = run;
    }

    /// <summary>The code (代码), for example <c>ACME1</c>.</summary>
    public string Code { get; }

    /// <summary>What it means for the file (严重程度).</summary>
    public Severity Severity { get; }

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    internal void Run(PolicyDataset dataset, Action<Issue> report) => _run(dataset, (path, arguments) => report(Issue(path, arguments)));

    private Issue Issue(string path, ReadOnlySpan<string> arguments)
    {
        if (path is not ['$', ..])
        {
            throw new ArgumentException($"'{TextSafety.Excerpt(path)}' is not a path: it begins with '$'.", nameof(path));
        }

        var safe = new object?[Math.Max(arguments.Length, Math.Max(_message.MinimumArgumentCount, _messageZh.MinimumArgumentCount))];
        for (var i = 0; i < arguments.Length; i++)
        {
            safe[i] = TextSafety.Excerpt(arguments[i]);
        }

        return new()
        {
            Code = Code,
            Severity = Severity,
            Path = path,
            Message = string.Format(CultureInfo.InvariantCulture, _message, safe),
            MessageZh = string.Format(CultureInfo.InvariantCulture, _messageZh, safe),
            Arguments = safe.Take(arguments.Length).Cast<string>().ToValueList(),
        };
    }

    private static bool IsCode(string code)
    {
        var letters = code.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        return letters is >= 2 and <= 10 && !code.StartsWith("KD", StringComparison.Ordinal)
            && code.Length - letters is >= 1 and <= 6 && !code.AsSpan(letters).ContainsAnyExceptInRange('0', '9');
    }
}
