using KmsiConformance.Ledger;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Apps;

/// <summary>What the pages of one app share: its settings, its sessions, where it lives, and whom it trusts.</summary>
internal sealed class AppSite(AppOptions options, WorldLedger ledger, TimeProvider clock)
{
    private AppSurroundings? _surroundings;

    public AppOptions Options => options;

    public string Name => options.Name;

    public WorldLedger Ledger => ledger;

    public TimeProvider Clock => clock;

    public AppSessions Sessions { get; } = new(clock);

    /// <summary>The cookie that holds the app's own session.</summary>
    public SessionCookie Cookie { get; } = new(options);

    /// <summary>The live session of whoever visits, or null. A visit is a use, which a rolling session is extended by.</summary>
    public AppSession? Use(HttpContext context)
    {
        var handle = Cookie.Presented(context);
        if (Sessions.Find(handle) is not { } session) return null;
        if (!options.Rolling) return session;
        Sessions.Extend(handle!, clock.GetUtcNow() + options.Session);
        if (options.Persistent) Cookie.Set(context, handle!);
        return session;
    }

    /// <summary>Where it lives and whom it trusts.</summary>
    /// <exception cref="InvalidOperationException">The app was not connected.</exception>
    public AppSurroundings Surroundings
    {
        get => _surroundings ?? throw new InvalidOperationException($"{options.Name} is not connected to a login endpoint.");
        set => _surroundings = value;
    }

    /// <summary>Where answers of the login endpoint go.</summary>
    public string RedirectUri => IsNative ? $"{options.Scheme}://auth" : Surroundings.Origin + options.Place.Callback;

    /// <summary>Where the browser goes after a sign-out: the address registered for it.</summary>
    public string SignedOutUri => Surroundings.Origin + options.Place.SignedOut;

    /// <summary>Whether its addresses are of a scheme of its own and not of the web.</summary>
    public bool IsNative => options.Kind == "native";

    /// <summary>Whether it runs in the page, which exchanges codes itself.</summary>
    public bool IsSinglePage => options.Kind == "spa";

    /// <summary>The scope that its sign-ins ask for.</summary>
    public string Scope => options.OfflineAccess ? "openid offline_access" : "openid";

    /// <summary>The id_token of the last sign-in; null before.</summary>
    public string? LastIdToken { get; set; }

    /// <summary>
    /// Answers with the page to which a sign-in leads: protected as any other, so that whoever comes back to it needs a session. Only
    /// where the cookie is SameSite=Strict is it open to all: who comes from the login endpoint has no such cookie with him yet.
    /// </summary>
    /// <param name="visit">Answers a visit to a protected page.</param>
    public Task WelcomeAsync(HttpContext context, Func<HttpContext, Task> visit) =>
        options.SameSite == "strict" || Sessions.Find(Cookie.Presented(context))?.IsFirstLook() == true
            ? PageAsync(context, AppPages.Page(Name, "Signed in", "You have just signed in."))
            : visit(context);

    /// <summary>Answers with a page that nobody may store.</summary>
    public static async Task PageAsync(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(html);
    }
}

/// <summary>Where an app lives and which login endpoints it uses, known once all servers have started.</summary>
/// <param name="Origin">The app's own origin.</param>
/// <param name="Stranger">Origin of a site that is registered nowhere.</param>
/// <param name="Login">The login endpoint under the policy of the scenario.</param>
/// <param name="OtherLogin">The same login endpoint under another policy with the same settings.</param>
public sealed record AppSurroundings(string Origin, string Stranger, LoginEndpoint Login, LoginEndpoint OtherLogin)
{
    /// <summary>The login endpoint as SAML apps use it.</summary>
    public SamlLogin SamlLogin { get; init; } = new(null);

    /// <summary>The login endpoint under each policy that visitors may name, by policy id.</summary>
    public IReadOnlyDictionary<string, LoginEndpoint> ByPolicy { get; init; } =
        new Dictionary<string, LoginEndpoint>(StringComparer.Ordinal);

    /// <summary>The address that another app registered for signed-out users; null where there is no other app.</summary>
    public string? OtherAppsPage { get; init; }
}
