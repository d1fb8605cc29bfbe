using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Needs;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.SignOut;
using KmsiConformance.Suite.ThirdParties;

namespace KmsiConformance.Suite;

/// <summary>What is done, in order, and what must be seen. Read from one file of the catalogue.</summary>
/// <param name="Id">The file's path below <c>catalogue/</c> without its ending.</param>
/// <param name="File">The path shown in messages.</param>
/// <param name="Title">What holds when the scenario passes.</param>
/// <param name="Requirements">Ids of the requirements it assesses, in the profiles that contain them.</param>
/// <param name="Profiles">The dated readings under which it runs.</param>
/// <param name="RealTime">Touch no clock: wait in real time.</param>
public sealed record Scenario(
    string Id,
    string File,
    string Title,
    IReadOnlyList<string> Requirements,
    IReadOnlyList<string> Profiles,
    PolicyRequest Policy,
    IReadOnlyDictionary<string, AppRequest> Apps,
    bool RealTime,
    IReadOnlyList<Step> Steps)
{
    /// <summary>The file that it was read from; null for one that was made otherwise.</summary>
    public ScenarioSource? Source { get; init; }

    /// <summary>Requirements that it says itself, each with its place; their ids are among <see cref="Requirements"/>.</summary>
    public IReadOnlyList<(Requirement Said, int Line, int Column)> Own { get; init; } = [];

    /// <summary>The identity providers that the policy offers, by name; none unless the scenario names some.</summary>
    public IReadOnlyDictionary<string, ProviderRequest> Providers { get; init; } =
        new Dictionary<string, ProviderRequest>(StringComparer.Ordinal);

    /// <summary>
    /// The devices between which it goes, each with its place, the first first; none for a scenario of one browser.
    /// </summary>
    public IReadOnlyList<UsedName> Devices { get; init; } = [];

    /// <summary>The tabs between which it goes, each with its place, the first first; none for a scenario of one tab.</summary>
    public IReadOnlyList<UsedName> Tabs { get; init; } = [];

    /// <summary>What it needs of the session settings in force, wherever it is played.</summary>
    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>The names in the file besides those of its steps: requirements, profiles, policy files, and the tenant's.</summary>
    public IReadOnlyList<UsedName> Names { get; init; } = [];

    /// <summary>Where the settings of the second policy stand; (1, 1) where there are none.</summary>
    public (int Line, int Column) OtherPolicyPlace { get; init; } = (1, 1);

    /// <summary>Third parties that answer as a script says, by name.</summary>
    public IReadOnlyDictionary<string, ThirdPartyRequest> ThirdParties { get; init; } =
        new Dictionary<string, ThirdPartyRequest>(StringComparer.Ordinal);

    /// <summary>Those of them that play a RESTful service of the policy, and no identity provider.</summary>
    public IEnumerable<ThirdPartyRequest> PlayedServices =>
        ThirdParties.Values.Where(party => !Providers.ContainsKey(party.Plays));

    /// <summary>
    /// What the browser does with third-party cookies: <c>allowed</c>, <c>blocked</c> or <c>partitioned</c>; null
    /// leaves it to the run.
    /// </summary>
    public string? ThirdPartyCookies { get; init; }

    /// <summary>
    /// The scenario as it is played under a profile: apps of which it says no kind are of the profile's. A SAML app has a
    /// SingleLogoutService then where somebody signs out: without one nobody comes back from it.
    /// </summary>
    public Scenario Under(Profile profile)
    {
        var returns = profile.AppKind == "saml" && Steps.OfType<SignOutStep>().Any();
        AppRequest Played(AppRequest app) => app.KindIsSaid ? app : app with
        {
            Kind = profile.AppKind, LogoutUrl = returns && app.LogoutUrl == AppRequest.Default.LogoutUrl ? "works" : app.LogoutUrl,
        };
        return this with { Apps = Apps.ToDictionary(app => app.Key, app => Played(app.Value), StringComparer.Ordinal) };
    }
}

/// <summary>Where a scenario was read from.</summary>
/// <param name="Path">The file.</param>
/// <param name="Id">The file's id; scenarios of a matrix have theirs below it.</param>
public sealed record ScenarioSource(string Path, string Id);

/// <summary>
/// The session settings that a scenario needs: either a policy file, or settings of which a policy is made.
/// </summary>
/// <param name="File">Path of a policy file, relative to the scenarios folder; the other values are then unused.</param>
/// <param name="KeepAliveInDays">Null leaves the attribute out.</param>
/// <param name="Expiry"><c>rolling</c>, <c>absolute</c> or <c>unset</c>, which leaves the element out.</param>
/// <param name="Scope"><c>tenant</c>, <c>application</c>, <c>policy</c> or <c>suppressed</c>.</param>
/// <param name="OffersKeepMeSignedIn">Whether the sign-in page has the box.</param>
public sealed record PolicyRequest(
    string? File,
    int? KeepAliveInDays,
    TimeSpan Session,
    string Expiry,
    string Scope,
    bool OffersKeepMeSignedIn,
    bool RequireIdTokenHint)
{
    /// <summary>
    /// How the token issuer is declared: <c>remembers-apps</c>, <c>no-protocol</c> or <c>no-session-profile</c> (R-106,
    ///
    /// </summary>
    public string TokenIssuer { get; init; } = "remembers-apps";

    /// <summary>
    /// What a policy without days does to a kept session that it uses: <c>cookie-stays</c> or <c>cookie-removed</c>
    /// (C-20).
    /// </summary>
    public string WithoutKmsi { get; init; } = "cookie-stays";

    /// <summary>The settings of the second policy; null makes it a copy of this one under another name.</summary>
    public PolicyRequest? Other { get; init; }

    /// <summary>Whether the journey asks for a second factor, once in a session's life.</summary>
    public bool SecondFactor { get; init; }

    /// <summary>How long a session that is not kept lasts at most, however much it is used; null for no limit.</summary>
    public TimeSpan? Maximum { get; init; }

    /// <summary>The same of a kept session.</summary>
    public TimeSpan? KeepAliveMaximum { get; init; }

    /// <summary>What its settings stand for in expressions; of a policy file nothing is known here.</summary>
    public SettingsInForce Lengths => new(Session, KeepAliveInDays is > 0 and var days ? TimeSpan.FromDays(days) : null)
    {
        Maximum = Maximum, KeepAliveMaximum = KeepAliveMaximum,
    };

    /// <summary>A day without keep-me-signed-in settings, absolute, for the whole tenant.</summary>
    public static readonly PolicyRequest Default = new(null, null, TimeSpan.FromDays(1), "absolute", "tenant", true, false);

    /// <summary>The settings of a tenant whose product has no policies.</summary>
    public TenantRequest Tenant { get; init; } = TenantRequest.Default;

    /// <summary>The settings of a site that speaks no protocol.</summary>
    public SiteRequest Site { get; init; } = SiteRequest.Default;
}

/// <summary>Settings of one app.</summary>
/// <param name="Session">Life of the app's own session.</param>
/// <param name="Persistent">Whether the app's cookie has a Max-Age.</param>
/// <param name="ResponseMode"><c>query</c>, <c>fragment</c> or <c>form_post</c>.</param>
public sealed record AppRequest(TimeSpan Session, bool Persistent, string ResponseMode)
{
    /// <summary>The kind of an app that is a protected part of the login endpoint's own site, which speaks no protocol.</summary>
    public const string Site = "site";

    /// <summary><c>web</c>, <c>spa</c>, <c>native</c> or <c>saml</c>; or <see cref="Site"/>, by the profile alone.</summary>
    public string Kind { get; init; } = "web";

    /// <summary>Whether the scenario says the kind; where it does not, the profile does (<see cref="Scenario.Under"/>).</summary>
    public bool KindIsSaid { get; init; }

    /// <summary>Whether the app has a LogoutUrl and what becomes of calls to it: <c>none</c>, <c>works</c>, or how it misbehaves.</summary>
    public string LogoutUrl { get; init; } = "none";

    /// <summary>Whether the app's server is told of sign-outs by the login endpoint's.</summary>
    public bool BackChannel { get; init; }

    /// <summary>What becomes of it when that server is told: <c>error</c> or <c>hangs</c>; null where it does its part.</summary>
    public string? BackChannelTrouble { get; init; }

    /// <summary>Whether it is played on the login endpoint's own site.</summary>
    public bool IsSite => Kind == Site;

    /// <summary>Whether the app asks for a refresh token (scope offline_access).</summary>
    public bool OfflineAccess { get; init; }

    /// <summary>Whether its server has a secret, by which it proves at the token endpoint who it is.</summary>
    public bool Confidential { get; init; }

    /// <summary>Whether each use of the app's own session makes it last its full time again.</summary>
    public bool Rolling { get; init; }

    /// <summary>Whether its session is more than one cookie can hold, and comes in several.</summary>
    public bool Chunked { get; init; }

    /// <summary><c>strict</c>, <c>lax</c> or <c>none</c> for the session's cookie; null leaves it to <see cref="LogoutUrl"/>.</summary>
    public string? SameSite { get; init; }

    /// <summary>A minute, so that visits a little later ask the login endpoint again.</summary>
    public static readonly AppRequest Default = new(TimeSpan.FromMinutes(1), false, "query");

    /// <summary>The apps of a scenario that names none.</summary>
    public static readonly IReadOnlyList<string> StandardNames = ["groceries", "pharmacy"];
}
