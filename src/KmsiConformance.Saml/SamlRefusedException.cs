namespace KmsiConformance.Saml;

/// <summary>A SAML message must not be believed; the message says why.</summary>
public sealed class SamlRefusedException(string message) : Exception(message);
