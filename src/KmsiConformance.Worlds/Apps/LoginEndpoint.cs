using System.Text.Json;
using Flurl.Http;
using KmsiConformance.Sites;

namespace KmsiConformance.Worlds.Apps;

/// <summary>
/// The login endpoint as an app's server sees it: discovery, keys and tokens. Each document is fetched once.
/// </summary>
/// <param name="metadataAddress">The address of the OpenID Connect discovery document.</param>
public sealed class LoginEndpoint(string metadataAddress) : IDisposable
{
    // A redirect is evidence: whoever answers elsewhere is not the endpoint that was asked.
    private readonly IFlurlClient _http =
        new FlurlClient(new HttpClient(LoopbackHttp.CreateHandler()) { Timeout = TimeSpan.FromSeconds(20) }).WithAutoRedirect(false);

    private Task<JsonElement>? _metadata;
    private Task<JsonElement>? _keys;

    /// <summary>A value of the discovery document, for example <c>authorization_endpoint</c>.</summary>
    /// <exception cref="FlurlHttpException">The document cannot be fetched.</exception>
    /// <exception cref="InvalidDataException">The document does not say it.</exception>
    public async Task<string> MetadataAsync(string name)
    {
        var metadata = await (_metadata ??= FetchAsync(metadataAddress));
        return metadata.TryGetProperty(name, out var value) && value.GetString() is { } text
            ? text
            : throw new InvalidDataException($"The discovery document {metadataAddress} has no {name}.");
    }

    /// <summary>The issuer's JSON Web Key Set.</summary>
    public async Task<JsonElement> KeysAsync() => await (_keys ??= FetchAsync(await MetadataAsync("jwks_uri")));

    /// <summary>Exchanges a code. The answer is the token response, or an OAuth error.</summary>
    public Task<JsonElement> ExchangeAsync(string clientId, string code, string redirectUri, string verifier) => PostAsync(new(StringComparer.Ordinal)
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = clientId,
        ["code"] = code,
        ["redirect_uri"] = redirectUri,
        ["code_verifier"] = verifier,
    });

    /// <summary>Uses a refresh token. The answer is the token response, or an OAuth error.</summary>
    public Task<JsonElement> RefreshAsync(string clientId, string refreshToken) => PostAsync(new(StringComparer.Ordinal)
    {
        ["grant_type"] = "refresh_token",
        ["client_id"] = clientId,
        ["refresh_token"] = refreshToken,
    });

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> PostAsync(Dictionary<string, string> parameters) =>
        await ReadAsync(await _http.Request(await MetadataAsync("token_endpoint")).AllowAnyHttpStatus().PostUrlEncodedAsync(parameters));

    private async Task<JsonElement> FetchAsync(string address) => await ReadAsync(await _http.Request(address).GetAsync());

    private static async Task<JsonElement> ReadAsync(IFlurlResponse answer)
    {
        using var document = JsonDocument.Parse(await answer.GetStringAsync());
        return document.RootElement.Clone();
    }
}
