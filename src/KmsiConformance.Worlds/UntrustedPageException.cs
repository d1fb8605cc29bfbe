namespace KmsiConformance.Worlds;

/// <summary>A page that is not the target's asks for a password, and gets none.</summary>
public sealed class UntrustedPageException(string message) : Exception(message);
