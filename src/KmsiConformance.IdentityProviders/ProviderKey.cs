using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KmsiConformance.Jose;

namespace KmsiConformance.IdentityProviders;

/// <summary>
/// The keys with which a provider signs: one with a certificate for SAML, one for each algorithm of tokens. Making them
/// takes a tenth of a second, so that providers of the same name share them within a process; providers of different
/// names never do.
/// </summary>
internal sealed class ProviderKey
{
    private const int Bits = 2048;

    private static readonly ConcurrentDictionary<string, Lazy<ProviderKey>> Made = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Lazy<TokenKey>> _tokenKeys = new(StringComparer.Ordinal);
    private readonly RSA _rsa = RSA.Create(Bits);

    private ProviderKey(string name)
    {
        var request = new CertificateRequest($"CN={name}", _rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var today = TimeProvider.System.GetUtcNow();

        // Worlds move their clocks by months: the certificate must be valid in all of them.
        Certificate = request.CreateSelfSigned(today.AddYears(-1), today.AddYears(20));
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>The key of a name.</summary>
    public static ProviderKey Of(string name) => Made.GetOrAdd(name, owner => new Lazy<ProviderKey>(() => new ProviderKey(owner))).Value;

    /// <summary>The key that signs tokens with an algorithm, one of <see cref="TokenAlgorithms.Signing"/>.</summary>
    public TokenKey ForTokens(string algorithm) => _tokenKeys.GetOrAdd(
        algorithm, asked => new Lazy<TokenKey>(() => asked == "ES256" ? TokenKey.Make(asked) : TokenKey.Of(_rsa, asked))).Value;
}
