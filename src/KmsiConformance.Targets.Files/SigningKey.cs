using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KmsiConformance.Targets.Files;

/// <summary>The certificate and the key with which a SAML app signs, as they are registered.</summary>
internal static class SigningKey
{
    /// <summary>Reads both from the PEM that the reference leads to.</summary>
    /// <exception cref="TargetException">They are not there, or cannot sign; what was read is not repeated.</exception>
    public static X509Certificate2 Read(SecretReference reference)
    {
        var pem = reference.Find();
        X509Certificate2 read;
        try
        {
            read = X509Certificate2.CreateFromPem(pem, pem);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            throw Unusable(reference, "holds no certificate with its private key");
        }

        using var key = read.GetRSAPrivateKey();
        return key is null ? throw Unusable(reference, "holds no RSA key") : read;
    }

    private static TargetException Unusable(SecretReference reference, string why) => new(
        $"{reference.File}: {reference} {why}. Expected PEM with both: -----BEGIN CERTIFICATE----- and -----BEGIN PRIVATE KEY-----, as "
        + "'openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=app' makes them; put both into one.");
}
