using System.Text.Json;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.OpenIdConnect.SignOut;

/// <summary>A sign-out request that is in order.</summary>
/// <param name="App">The application that asks; null when the request does not say.</param>
/// <param name="Subject">Whom its hint names; null without one.</param>
/// <param name="Sid">Which session its hint names.</param>
/// <param name="ReturnTo">Where the browser goes afterwards; null leaves it here.</param>
internal sealed record SignOutRequest(AppRegistration? App, string? Subject, string? Sid, string? ReturnTo, string? State)
{
    /// <summary>Nobody's but the user's own.</summary>
    public static SignOutRequest OfTheUser { get; } = new(null, null, null, null, null);

    /// <summary>Whether the hint was issued in that session: then an application of it asks, and nobody else.</summary>
    public bool IsOf(Session session, SignOutRules rules) =>
        string.Equals(Subject, session.Subject, StringComparison.Ordinal) && rules.IsOfTheSession(session, Sid);

    /// <summary>Judges the parameters. On any mistake nobody is redirected (N-40).</summary>
    public static (SignOutRequest? Request, Trouble? Trouble) Read(Tenant tenant, Parameters parameters)
    {
        string? subject = null, sid = null;
        var app = tenant.App(parameters["client_id"]);
        if (parameters["id_token_hint"] is { } hint)
        {
            // An expired hint is good: people sign out after their tokens expired (N-32).
            if (Jwt.Verify(hint) is not { } claims || !string.Equals(Text(claims, "iss"), tenant.Issuer, StringComparison.Ordinal))
                return (null, OpenIdTrouble.Hint());
            var issuedTo = tenant.App(Text(claims, "aud"));
            var named = parameters["client_id"] is not null;
            if (issuedTo is null || (named && app != issuedTo && !tenant.Rules.SignOutHint.AcceptsHintOfAnotherApplication))
                return (null, OpenIdTrouble.LogoutClient());
            (app, subject, sid) = (named ? app : issuedTo, Text(claims, "sub"), Text(claims, "sid"));
        }

        var uri = parameters["post_logout_redirect_uri"];
        return uri is not null && (app is null || !tenant.Rules.PostLogoutRedirect.IsRegistered(app, uri))
            ? (null, OpenIdTrouble.LogoutAddress(uri))
            : (new SignOutRequest(app, subject, sid, uri, parameters["state"]), null);
    }

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
