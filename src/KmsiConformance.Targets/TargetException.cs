namespace KmsiConformance.Targets;

/// <summary>
/// A target cannot be had, or does not do what every scenario rests on. Never a verdict: the message says what was tried,
/// what came of it, and whose affair the mend is.
/// </summary>
public sealed class TargetException(string message, Exception? inner = null) : Exception(message, inner);
