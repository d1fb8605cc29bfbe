using System.Security.Cryptography;

namespace KmsiConformance.Saml;

/// <summary>Ids of messages: 160 random bits after an underscore, because an XML id must not begin with a digit.</summary>
public static class SamlIds
{
    public static string New() => "_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
