using System.Globalization;
using KmsiConformance.IdentityProviders.OpenIdConnect;
using KmsiConformance.IdentityProviders.Pages;
using KmsiConformance.IdentityProviders.Saml;
using KmsiConformance.IdentityProviders.Sessions;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.IdentityProviders;

/// <summary>What the endpoints of one provider share: its settings, its sessions, its key and its clients.</summary>
internal sealed class Provider(ProviderOptions options, TimeProvider clock, IProviderObserver observer)
{
    private string? _origin;

    public ProviderOptions Options => options;

    public string Name => options.Name;

    public TimeProvider Clock => clock;

    public IProviderObserver Observer => observer;

    public ProviderSessions Sessions { get; } = new(clock);

    public PendingRequests Pending { get; } = new(clock);

    public GivenOut<CodeGrant> Codes { get; } = new(clock, TimeSpan.FromMinutes(1));

    public GivenOut<ProviderUser> AccessTokens { get; } = new(clock, TimeSpan.FromHours(1));

    /// <summary>For SAML: what its clients say about themselves.</summary>
    public ServiceProviders Services => field ??= new ServiceProviders(this);

    /// <summary>Whom it answers; registered once everybody's address is known.</summary>
    public IReadOnlyList<ProviderClient> Clients { get; set; } = [];

    /// <summary>Where it lives, without a trailing slash.</summary>
    /// <exception cref="InvalidOperationException">It was not connected.</exception>
    public string Origin
    {
        get => _origin ?? throw new InvalidOperationException($"The identity provider {Name} has not been told where it lives.");
        set => _origin = value;
    }

    /// <summary>How often it has replaced its keys.</summary>
    public int KeyChanges { get; set; }

    /// <summary>The key that its metadata names.</summary>
    public ProviderKey Key => ProviderKey.Of(KeyChanges == 0 ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name} {KeyChanges}"));

    /// <summary>The key that it signs with: its own, unless it misbehaves.</summary>
    public ProviderKey SigningKey =>
        options.Misbehaves == ProviderMisbehaviour.SignsWithAnotherKey ? ProviderKey.Of(Name + " of somebody else") : Key;

    public string SessionCookie => SessionCookieOf(Name);

    public static string SessionCookieOf(string name) => $"{name}-session";

    public ProviderSession? SessionOf(HttpContext context) => Sessions.Find(context.Request.Cookies[SessionCookie]);

    public ProviderClient? Client(string? clientId) =>
        Clients.FirstOrDefault(client => string.Equals(client.ClientId, clientId, StringComparison.Ordinal));

    /// <summary>
    /// Answers a request out of the session that there is, or asks for credentials first.
    /// </summary>
    /// <param name="demandsCredentials">Ask although there is a session.</param>
    public Task GrantOrAskAsync(HttpContext context, PendingRequest request, bool demandsCredentials) =>
        SessionOf(context) is { } session && !demandsCredentials
            ? request.GrantAsync(context, session)
            : CredentialEndpoint.AskAsync(this, context, request);

    /// <summary>Ends the browser's session, if there is one, and deletes its cookie.</summary>
    public void SignOut(HttpContext context) => SignOut(context, Sessions.End(context.Request.Cookies[SessionCookie]));

    /// <summary>Ends the session of that user and index, and deletes the browser's cookie.</summary>
    /// <param name="index">Null means all sessions of the user.</param>
    /// <remarks>A request that names none of the sessions ends nothing: that of this browser is another one.</remarks>
    public void SignOut(HttpContext context, string subject, string? index)
    {
        if (Sessions.End(subject, index) is { } ended) SignOut(context, ended);
    }

    private void SignOut(HttpContext context, ProviderSession? ended)
    {
        context.Response.Cookies.Delete(SessionCookie, SessionAttributes(null));
        if (ended is not null) observer.SessionEnded(Name, "sign-out");
    }

    /// <summary>
    /// Of the session cookie: SameSite=None, because clients send people here by forms of their own sites and sign them
    /// out in frames.
    /// </summary>
    public static CookieOptions SessionAttributes(TimeSpan? maxAge) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.None, Path = "/", MaxAge = maxAge };

    /// <summary>Answers with a page that nobody may store or frame.</summary>
    public static Task PageAsync(HttpContext context, string html, int status = StatusCodes.Status200OK, bool frameable = false)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = ProviderPages.ContentPolicy + (frameable ? "" : "; frame-ancestors 'none'");
        if (!frameable) context.Response.Headers.XFrameOptions = "DENY";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }

    public static Task ErrorAsync(Provider provider, HttpContext context, string text, int status = StatusCodes.Status400BadRequest) =>
        PageAsync(context, ProviderPages.Telling(provider.Name, "provider-error", "This request cannot be answered", text), status);
}
