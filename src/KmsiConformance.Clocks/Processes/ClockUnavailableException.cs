namespace KmsiConformance.Clocks.Processes;

/// <summary>A provider of moved process clocks cannot be used here; the message says why and what would help.</summary>
public sealed class ClockUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
