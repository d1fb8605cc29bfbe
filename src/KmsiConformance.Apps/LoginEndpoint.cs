using System.Text.Json;
using Flurl.Http;
using KmsiConformance.Jose;
using KmsiConformance.Ledger;
using KmsiConformance.Sites;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace KmsiConformance.Apps;

/// <summary>
/// The login endpoint as an app's server sees it: discovery, keys and tokens. The discovery document is fetched once, keys
/// once more when a token names one that is not known.
/// </summary>
public sealed class LoginEndpoint : IDisposable
{
    /// <summary>Half as long again has a step.</summary>
    public static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(20);

    private readonly string? _metadataAddress;

    // A redirect is evidence: whoever answers elsewhere is not the endpoint that was asked.
    private readonly IFlurlClient _http;

    private Task<OpenIdConnectConfiguration>? _metadata;

    /// <summary>An endpoint of which nothing is fetched yet.</summary>
    /// <param name="metadataAddress">The address of the OpenID Connect discovery document; null for an endpoint that has none.</param>
    /// <param name="clock">The clock of the world the app lives in.</param>
    /// <param name="patience">Real time in which it has to answer a call; null for the usual one.</param>
    public LoginEndpoint(string? metadataAddress, TimeProvider clock, TimeSpan? patience = null)
    {
        var http = new HttpClient(LoopbackHttp.CreateHandler()) { Timeout = patience ?? UsualPatience };
        _http = new FlurlClient(http).WithAutoRedirect(false);
        _metadataAddress = metadataAddress;
        Keys = new IssuerKeys(async () =>
            await _http.Request(await MetadataAsync(OpenIdProviderMetadataNames.JwksUri)).GetStringAsync(), clock);
    }

    /// <summary>The keys that its tokens are signed with. Whoever asks for them sees what <see cref="MetadataAsync"/> throws.</summary>
    public IssuerKeys Keys { get; }

    /// <summary>An address or a name that the discovery document gives, for example <c>authorization_endpoint</c>.</summary>
    /// <exception cref="FlurlHttpException">The document cannot be fetched.</exception>
    /// <exception cref="InvalidDataException">The document does not say it, or is none.</exception>
    public async Task<string> MetadataAsync(string name) => await AnnouncedAsync(name)
        ?? throw new InvalidDataException($"The discovery document {_metadataAddress} has no {name}.");

    /// <summary>The same, where the document need not say it; several values stand with blanks between them.</summary>
    /// <returns>Null when it does not.</returns>
    public async Task<string?> AnnouncedAsync(string name)
    {
        if (_metadata is null or { IsFaulted: true }) _metadata = FetchAsync();
        return Said(await _metadata, name) is { Length: > 0 } said ? said : null;
    }

    /// <summary>Exchanges a code. The answer is the token response, or an OAuth error.</summary>
    /// <param name="redirectUri">The address that the code was sent to; null leaves it out.</param>
    /// <param name="call">How it is sent; null for the usual way.</param>
    public Task<TokenAnswer> ExchangeAsync(AppOptions app, string code, string? redirectUri, string verifier, TokenCall? call = null)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["code_verifier"] = verifier,
        };
        if (redirectUri is not null) form["redirect_uri"] = redirectUri;
        return SendAsync(app, form, call ?? TokenCall.Usual);
    }

    /// <summary>Uses a refresh token. The answer is the token response, or an OAuth error.</summary>
    /// <param name="scope">What is asked for; null leaves it at what was granted.</param>
    /// <param name="call">How it is sent; null for the usual way.</param>
    public Task<TokenAnswer> RefreshAsync(AppOptions app, string refreshToken, string? scope = null, TokenCall? call = null)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = refreshToken,
        };
        if (scope is not null) form["scope"] = scope;
        return SendAsync(app, form, call ?? TokenCall.Usual);
    }

    /// <summary>Asks the userinfo endpoint who the user is (OpenID Connect Core, 5.3).</summary>
    /// <param name="app">The name of the app that asks.</param>
    /// <param name="with">Which token it shows: <c>access-token</c> or <c>id-token</c>.</param>
    /// <returns>Null where discovery names no such endpoint.</returns>
    public async Task<UserInfoAnswered?> UserInfoAsync(string app, string with, string token) =>
        await AnnouncedAsync(OpenIdProviderMetadataNames.UserInfoEndpoint) is { } address
            ? await TokenRequests.AskUserInfoAsync(_http, address, app, with, token)
            : null;

    public void Dispose() => _http.Dispose();

    /// <summary>What is said of a call that did not come back, which is nobody's answer.</summary>
    internal static string Lost(string app, FlurlHttpException lost)
    {
        var why = lost is FlurlHttpTimeoutException ? "no answer came in time" : Trouble.Behind(lost);
        return $"the call that {app} made to {Secrets.MaskUrl(lost.Call.Request.Url.ToString())} did not come back: {why}";
    }

    private static string? Said(OpenIdConnectConfiguration document, string name) => name switch
    {
        OpenIdProviderMetadataNames.Issuer => document.Issuer,
        OpenIdProviderMetadataNames.AuthorizationEndpoint => document.AuthorizationEndpoint,
        OpenIdProviderMetadataNames.TokenEndpoint => document.TokenEndpoint,
        OpenIdProviderMetadataNames.EndSessionEndpoint => document.EndSessionEndpoint,
        OpenIdProviderMetadataNames.JwksUri => document.JwksUri,
        OpenIdProviderMetadataNames.CheckSessionIframe => document.CheckSessionIframe,
        OpenIdProviderMetadataNames.UserInfoEndpoint => document.UserInfoEndpoint,
        OpenIdProviderMetadataNames.ScopesSupported => string.Join(' ', document.ScopesSupported),
        OpenIdProviderMetadataNames.PromptValuesSupported => string.Join(' ', document.PromptValuesSupported),
        _ => document.AdditionalData.TryGetValue(name, out var value) ? value?.ToString() : null,
    };

    private async Task<TokenAnswer> SendAsync(AppOptions app, Dictionary<string, string> form, TokenCall call) =>
        await TokenRequests.SendAsync(_http, await MetadataAsync(OpenIdProviderMetadataNames.TokenEndpoint), app, form, call);

    private async Task<OpenIdConnectConfiguration> FetchAsync()
    {
        if (_metadataAddress is null)
            throw new InvalidDataException(
                "The login endpoint has no discovery document for this: it does not speak OpenID Connect, or has no second policy.");
        var answer = await _http.Request(_metadataAddress).AllowAnyHttpStatus().GetAsync();
        if (answer.StatusCode != 200)
            throw new InvalidDataException(
                $"The discovery document {_metadataAddress} was answered with {answer.StatusCode}, expected 200.");
        try
        {
            return OpenIdConnectConfiguration.Create(await answer.GetStringAsync());
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException($"The discovery document {_metadataAddress} is not a JSON object of metadata.", broken);
        }
    }
}
