using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KmsiConformance.Reference.B2c.Saml;

/// <summary>The certificate with which the tenant signs SAML messages; all servers of a process share it.</summary>
internal static class SamlKey
{
    private const int Bits = 2048;

    private static readonly Lazy<X509Certificate2> Made = new(() =>
    {
        using var key = RSA.Create(Bits);
        var request = new CertificateRequest(
            "CN=KmsiConformance reference login", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        // Worlds move their clocks by months: the certificate must be valid in all of them.
        var today = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(today.AddYears(-1), today.AddYears(20));
    });

    public static X509Certificate2 Certificate => Made.Value;
}
