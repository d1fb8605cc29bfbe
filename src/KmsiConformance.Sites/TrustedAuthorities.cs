using System.Collections.Immutable;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace KmsiConformance.Sites;

/// <summary>
/// Certificate authorities that somebody told us to trust besides the system's, such as that of a test environment. What
/// they issue must still be in its time and for the host that was called.
/// </summary>
public static class TrustedAuthorities
{
    private static ImmutableList<X509Certificate2> _known = [];

    /// <summary>Trusts them from now on, in this process.</summary>
    public static void Add(X509Certificate2Collection authorities) =>
        ImmutableInterlocked.Update(ref _known, known => known.AddRange(authorities));

    /// <summary>Accepts a server's certificate, or says what is wrong with it.</summary>
    /// <param name="presented">The chain of the ordinary check.</param>
    /// <param name="errors">What the ordinary check found.</param>
    /// <exception cref="UntrustedCertificateException">It is not good.</exception>
    internal static bool Accept(X509Certificate? certificate, X509Chain? presented, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        if (certificate is null) throw new UntrustedCertificateException("shows no certificate. Let the product show one.");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            throw new UntrustedCertificateException(
                "shows a certificate for another host. Correct the address in the file, or the product's certificate.");

        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_known.ToArray());
        foreach (var element in presented?.ChainElements.AsEnumerable() ?? []) chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        using var leaf = X509CertificateLoader.LoadCertificate(certificate.Export(X509ContentType.Cert));
        if (chain.Build(leaf)) return true;
        throw new UntrustedCertificateException(
            Array.Exists(chain.ChainStatus, one => one.Status.HasFlag(X509ChainStatusFlags.NotTimeValid))
                ? "shows a certificate that is expired or not valid yet. Renew the product's certificate."
                : "shows a certificate of an authority that nobody here trusts. Name the authority's file under 'trust' in the file, or "
                    + "with --trust beside an ADDRESS; or let the product show one that is trusted.");
    }
}

/// <summary>A server's certificate is not good. The message goes on after the server's name, and says the mend.</summary>
public sealed class UntrustedCertificateException(string message) : AuthenticationException(message);
