namespace KmsiConformance.Clocks;

/// <summary>
/// The browser's wall clock is not where the world's clock says. A fault of the harness: no verdict about the target
/// may follow from what was seen under it.
/// </summary>
public sealed class ClockLostException(string message) : Exception(message);
