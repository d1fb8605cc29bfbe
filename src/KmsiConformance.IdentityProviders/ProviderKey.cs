using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace KmsiConformance.IdentityProviders;

/// <summary>
/// The RSA key with which a provider signs, and its certificate. Making one takes a tenth of a second, so that
/// providers of the same name share it within a process; providers of different names never do.
/// </summary>
internal sealed class ProviderKey
{
    private const int Bits = 2048;

    private static readonly ConcurrentDictionary<string, Lazy<ProviderKey>> Made = new(StringComparer.Ordinal);

    private readonly Lock _gate = new();
    private readonly RSA _rsa = RSA.Create(Bits);

    private ProviderKey(string name)
    {
        var request = new CertificateRequest($"CN={name}", _rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var today = TimeProvider.System.GetUtcNow();

        // Worlds move their clocks by months: the certificate must be valid in all of them.
        Certificate = request.CreateSelfSigned(today.AddYears(-1), today.AddYears(20));
        Id = Base64(SHA256.HashData(_rsa.ExportSubjectPublicKeyInfo()))[..16];
        var parameters = _rsa.ExportParameters(false);
        Modulus = Base64(parameters.Modulus!);
        Exponent = Base64(parameters.Exponent!);
    }

    public string Id { get; }

    public string Modulus { get; }

    public string Exponent { get; }

    public X509Certificate2 Certificate { get; }

    /// <summary>The key of a name.</summary>
    public static ProviderKey Of(string name) => Made.GetOrAdd(name, owner => new Lazy<ProviderKey>(() => new ProviderKey(owner))).Value;

    // One key, many requests: RSA promises nothing about use side by side.
    public byte[] Sign(byte[] content)
    {
        lock (_gate) return _rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <summary>A compact JSON Web Signature over claims.</summary>
    public string SignToken(string claims)
    {
        var content = $"{Base64(Encoding.UTF8.GetBytes($$"""{"alg":"RS256","kid":"{{Id}}","typ":"JWT"}"""))}.{Base64(Encoding.UTF8.GetBytes(claims))}";
        return $"{content}.{Base64(Sign(Encoding.ASCII.GetBytes(content)))}";
    }

    private static string Base64(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
