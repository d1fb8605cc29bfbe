using KmsiConformance.IdentityProviders.OpenIdConnect;
using KmsiConformance.IdentityProviders.Saml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KmsiConformance.IdentityProviders;

/// <summary>
/// An identity provider on a site of its own, <c>https://NAME.localhost:PORT</c>, with its own users, page, session,
/// cookie and lifetime. Any loopback server can carry it; several on one server are still different sites to a browser.
/// </summary>
/// <param name="clock">The clock of the world it lives in.</param>
/// <param name="observer">Told what it sees.</param>
public sealed class IdentityProviderSite(ProviderOptions options, TimeProvider clock, IProviderObserver observer)
{
    private readonly Provider _provider = new(options, clock, observer);

    public string Name => options.Name;

    public ProviderOptions Options => options;

    /// <summary>Name of the cookie that holds its session.</summary>
    public string SessionCookie => _provider.SessionCookie;

    public string Origin => _provider.Origin;

    /// <summary>Where people sign in without being sent by anybody.</summary>
    public string AccountAddress => _provider.Origin + AccountPage.Path;

    /// <summary>Where people sign out who were not sent by anybody; nobody else is told.</summary>
    public string SignOutAddress => _provider.Origin + AccountPage.SignOutPath;

    /// <summary>Its discovery document, or its SAML metadata.</summary>
    public string MetadataAddress =>
        _provider.Origin + (options.Protocol == ProviderProtocol.Saml ? ProviderPaths.SamlMetadata : ProviderPaths.Discovery);

    /// <summary>Where clients send people to sign in (OAuth2 has no metadata that would say it).</summary>
    public string AuthorizeAddress => _provider.Origin + ProviderPaths.Authorize;

    public string TokenAddress => _provider.Origin + ProviderPaths.Token;

    public string UserInfoAddress => _provider.Origin + ProviderPaths.UserInfo;

    public string EndSessionAddress => _provider.Origin + ProviderPaths.EndSession;

    /// <summary>Tells it where it lives.</summary>
    public void MoveTo(string origin) => _provider.Origin = origin;

    /// <summary>Registers the services that may send people here, in place of those before.</summary>
    public void Register(params IReadOnlyList<ProviderClient> clients) => _provider.Clients = clients;

    /// <summary>Ends all its sessions, as if it had been started anew.</summary>
    public void Forget() => _provider.Sessions.Clear();

    /// <summary>Signs with new keys from now on; its metadata names the old ones no more.</summary>
    public void ReplaceKeys() => _provider.KeyChanges++;

    /// <summary>Maps its pages and endpoints on its host.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var site = routes.MapGroup("").RequireHost($"{Name}.localhost:*");
        site.MapGet(AccountPage.Path, Guarded(AccountPage.AnswerAsync));
        site.MapGet(AccountPage.SignOutPath, Guarded(AccountPage.SignOutAsync));
        site.MapPost("/sign-in", Guarded(CredentialEndpoint.AnswerAsync));
        site.MapGet(ProviderPaths.Authorize, Guarded(AuthorizeEndpoint.AnswerAsync));
        site.MapPost(ProviderPaths.Token, Guarded(TokenEndpoint.AnswerAsync));
        site.MapGet(ProviderPaths.UserInfo, Guarded(UserInfoEndpoint.AnswerAsync));
        site.MapGet(ProviderPaths.EndSession, Guarded(SignOutEndpoint.AnswerAsync));
        site.MapGet(ProviderPaths.Discovery, Guarded(DiscoveryEndpoint.ConfigurationAsync));
        site.MapGet(ProviderPaths.Keys, Guarded(DiscoveryEndpoint.KeysAsync));
        site.MapGet(ProviderPaths.SamlMetadata, Guarded(SamlMetadataEndpoint.AnswerAsync));
        site.MapGet(ProviderPaths.SamlSignIn, Guarded(SamlSignInEndpoint.AnswerAsync));
        site.MapPost(ProviderPaths.SamlSignIn, Guarded(SamlSignInEndpoint.AnswerAsync));
        site.MapGet(ProviderPaths.SamlSignOut, Guarded(SamlSignOutEndpoint.AnswerAsync));
    }

    // A mistake in here is nobody else's fault, and must not look like an odd answer of the provider.
    private RequestDelegate Guarded(Func<Provider, HttpContext, Task> answer) => async context =>
    {
        try
        {
            await answer(_provider, context);
        }
        catch (Exception broken) when (!context.RequestAborted.IsCancellationRequested)
        {
            observer.Broken(Name, context.Request.Path, broken);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    };
}

/// <summary>The paths of a provider's endpoints.</summary>
internal static class ProviderPaths
{
    public const string Discovery = "/.well-known/openid-configuration";
    public const string Keys = "/keys";
    public const string Authorize = "/authorize";
    public const string Token = "/token";
    public const string UserInfo = "/userinfo";
    public const string EndSession = "/end-session";
    public const string SamlMetadata = "/saml/metadata";
    public const string SamlSignIn = "/saml/sso";
    public const string SamlSignOut = "/saml/slo";
}
