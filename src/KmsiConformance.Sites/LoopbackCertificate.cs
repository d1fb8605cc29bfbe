using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KmsiConformance.Sites;

/// <summary>The self-signed certificate of this process for <c>*.localhost</c>; made at first use, never written to disk.</summary>
public static class LoopbackCertificate
{
    private static readonly Lazy<X509Certificate2> Made = new(Make);

    public static X509Certificate2 Instance => Made.Value;

    private static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName("*.localhost");

        // Most programs take no asterisk right below a top-level name: who checks the certificate finds the sites of kmsi serve.
        foreach (var site in new[] { "login", "groceries", "pharmacy", "stubs" }) names.AddDnsName($"{site}.localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));

        // Worlds move their clocks by months: the certificate must be valid in all of them.
        var today = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(today.AddYears(-1), today.AddYears(20));

        // Kestrel on Windows needs a key that went through PKCS#12.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
