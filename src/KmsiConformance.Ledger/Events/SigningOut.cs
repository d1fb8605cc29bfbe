using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>What is seen of sign-outs and of those who are told of them.</content>
[JsonDerivedType(typeof(AppReady), "app-ready")]
[JsonDerivedType(typeof(SignOutStarted), "sign-out-started")]
[JsonDerivedType(typeof(SignOutPressed), "sign-out-pressed")]
[JsonDerivedType(typeof(AppNotified), "app-notified")]
[JsonDerivedType(typeof(AppRenewed), "app-renewed")]
public abstract partial record Event;

/// <summary>An app of the scenario is there and registered at the login endpoint.</summary>
/// <param name="Kind"><c>web</c>, <c>spa</c>, <c>native</c> or another kind of app.</param>
/// <param name="HasLogoutUrl">Whether it registered an address that tells it of sign-outs.</param>
public sealed record AppReady(string App, string Kind, bool HasLogoutUrl) : Event
{
    /// <summary>Whether an app is one that speaks SAML.</summary>
    public static bool IsSaml(IEnumerable<Event> all, string app) =>
        all.OfType<AppReady>().Any(ready => ready.App == app && ready.Kind == "saml");
}

/// <summary>The user signs out of an app; what follows is about this sign-out until the next one starts.</summary>
public sealed record SignOutStarted(string App) : Event
{
    /// <summary>Whether the sign-out is one of the login endpoint's own site, where somebody presses a button.</summary>
    public bool OnSite { get; init; }
}

/// <summary>The harness pressed the button by which a page of the login endpoint's own site signs out.</summary>
public sealed record SignOutPressed(string App) : Event;

/// <summary>A sign-out elsewhere reached the app's LogoutUrl.</summary>
/// <param name="Method">GET, where everything is right .</param>
/// <param name="HasCookie">Whether the app's session cookie came along.</param>
/// <param name="EndedSession">Whether the app ended a session because of it.</param>
/// <param name="Issuer">The <c>iss</c> that was sent; null for none.</param>
/// <param name="SessionFingerprint">A fingerprint of the <c>sid</c> that was sent, equal for equal ones; null for none.</param>
/// <param name="Status">What the app answered; 0 when it never answers.</param>
public sealed record AppNotified(
    string App, string Method, bool HasCookie, bool EndedSession, string? Issuer, string? SessionFingerprint, int Status) : Event;

/// <summary>The answer to a renewal in a hidden frame (<c>prompt=none</c>) reached a single-page app.</summary>
/// <param name="Outcome"><c>renewed</c> or <c>error</c>.</param>
/// <param name="Error">
/// The OAuth error, for example <c>interaction_required</c>; <c>tokens-refused</c> where the tokens could not be accepted.
/// </param>
public sealed record AppRenewed(string App, string Outcome, string? Error) : Event;
