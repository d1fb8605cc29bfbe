using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KmsiConformance.Saml;
using KmsiConformance.Sites;

namespace KmsiConformance.Apps;

/// <summary>The login endpoint as a SAML app's server sees it; its metadata is fetched once.</summary>
/// <param name="metadataAddress">The address of its metadata; null where it speaks no SAML.</param>
/// <param name="patience">Real time in which it has to answer; null for the usual one.</param>
public sealed class SamlLogin(string? metadataAddress, TimeSpan? patience = null) : IDisposable
{
    private readonly HttpClient _http = new(LoopbackHttp.CreateHandler()) { Timeout = patience ?? LoginEndpoint.UsualPatience };
    private Task<EntityMetadata>? _metadata;

    /// <summary>What the login endpoint says about itself.</summary>
    /// <exception cref="SamlRefusedException">It says nothing that is understood, or speaks no SAML.</exception>
    /// <exception cref="HttpRequestException">It does not answer.</exception>
    public Task<EntityMetadata> MetadataAsync() => _metadata ??= FetchAsync();

    public void Dispose() => _http.Dispose();

    private async Task<EntityMetadata> FetchAsync()
    {
        if (metadataAddress is null) throw new SamlRefusedException("the target has no SAML metadata: it cannot serve SAML apps");
        using var answer = await _http.GetAsync(new Uri(metadataAddress));
        return answer.StatusCode == HttpStatusCode.OK
            ? EntityMetadata.Read(await answer.Content.ReadAsStringAsync())
            : throw new SamlRefusedException($"the metadata {metadataAddress} was answered with {(int)answer.StatusCode}, expected 200");
    }
}

/// <summary>The certificate with which SAML apps sign that bring none of their own; it is made for this process.</summary>
public static class SamlAppKey
{
    private static readonly Lazy<X509Certificate2> Made = new(Make);
    private static readonly Lazy<X509Certificate2> Strange = new(Make);

    /// <summary>The certificate, with its key.</summary>
    public static X509Certificate2 Certificate => Made.Value;

    /// <summary>Another one, which is in nobody's metadata.</summary>
    public static X509Certificate2 OfNobody => Strange.Value;

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=SAML app", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        // Worlds move their clocks by months: the certificate must be valid in all of them.
        var today = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(today.AddYears(-1), today.AddYears(20));
    }
}
