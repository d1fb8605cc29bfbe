using KmsiConformance.Policies;

namespace KmsiConformance.Lint;

/// <summary>What a rule found: what is wrong, where, and how it could be mended, in the words of the user's own settings.</summary>
/// <param name="Rule">The rule's id, for example <c>KMSI030</c>.</param>
public sealed record Finding(string Rule, Severity Severity, Place At, string Message, string Suggestion);
