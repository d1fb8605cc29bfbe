namespace KmsiConformance.Browsers.Setup;

/// <summary>No browser can be had; the message lists what was tried and what to do by hand.</summary>
public sealed class BrowserSetupException(string message) : Exception(message);
