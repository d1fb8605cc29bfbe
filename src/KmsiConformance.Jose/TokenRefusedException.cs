namespace KmsiConformance.Jose;

/// <summary>A token must not be believed; the message says why in plain words, and quotes nothing of it that is secret.</summary>
public sealed class TokenRefusedException(string message) : Exception(message);
