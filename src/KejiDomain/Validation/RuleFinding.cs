namespace KejiDomain.Validation;

/// <summary>Reports what a rule has found (报告发现).</summary>
/// <param name="path">The place, in the form <c>$.series[0].observations[1]</c>.</param>
/// <param name="arguments">What the message names, in the order of its places.</param>
public delegate void RuleFinding(string path, params ReadOnlySpan<string> arguments);
