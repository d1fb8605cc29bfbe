using System.Security.Cryptography;

namespace KmsiConformance.Certification.Signing;

/// <summary>What tells a key from every other: the SHA-256 of its public part (SubjectPublicKeyInfo, DER).</summary>
public static class KeyFingerprint
{
    /// <summary>Its bytes.</summary>
    public static byte[] Of(ECDsa key) => SHA256.HashData(key.ExportSubjectPublicKeyInfo());

    /// <summary>In hexadecimal digits, as people compare it.</summary>
    public static string Text(ECDsa key) => Convert.ToHexStringLower(Of(key));
}
