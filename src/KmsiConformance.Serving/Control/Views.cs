using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.CustomPolicies;

namespace KmsiConformance.Serving.Control;

/// <summary>The clock of everything that is served.</summary>
/// <param name="MovedBySeconds">How far it is ahead of real time.</param>
internal sealed record ClockView(DateTimeOffset UtcNow, long MovedBySeconds)
{
    public static ClockView Of(OffsetClock clock) => new(clock.GetUtcNow(), (long)clock.Offset.TotalSeconds);
}

/// <summary>A policy, in the words of its file.</summary>
/// <param name="OffersKeepMeSignedIn">Whether its page has the box, under the profile served.</param>
/// <param name="NotPlayed">Parts of it that the reference leaves out.</param>
internal sealed record PolicyView(
    string PolicyId, string Settings, string Scope, int? KeepAliveInDays, string SessionExpiryType, long SessionExpiryInSeconds,
    bool EnforceIdTokenHintOnLogout, bool OffersKeepMeSignedIn, string Discovery, IReadOnlyList<string> NotPlayed)
{
    public static PolicyView Of(CustomPolicy policy, ServedReference served) => new(
        policy.PolicyId,
        policy.Settings.ToString(),
        policy.Settings.Scope.ToString(),
        policy.Settings.KeepAliveInDays,
        policy.Settings.Expiry.ToString(),
        (long)policy.Settings.Session.TotalSeconds,
        policy.Settings.EnforceIdTokenHintOnLogout,
        policy.KmsiOffered(served.Options.Readings),
        served.Login.Discovery(policy.PolicyId),
        [.. UnsupportedParts.Of(policy, served.Options.Readings, served.Services).Select(part => $"{part.What}, {part.At}")]);
}

/// <summary>An app that comes along.</summary>
internal sealed record AppView(string Name, string Origin);

/// <summary>A page of the site that needs a sign-in.</summary>
internal sealed record AreaView(string Name, string Address);

/// <summary>A site without a protocol, which is served in place of policies and apps.</summary>
/// <param name="Settings">In words.</param>
/// <param name="KeepAliveInSeconds">Null where nobody can be kept signed in.</param>
/// <param name="MaximumInSeconds">How long a session that is not kept lasts at most; null for no limit.</param>
/// <param name="Cookies">In how many cookies the session comes.</param>
internal sealed record SiteView(
    string Settings, long SessionInSeconds, long? KeepAliveInSeconds, string Expiry, long? MaximumInSeconds,
    long? KeepAliveMaximumInSeconds, bool OffersKeepMeSignedIn, int Cookies, string Home, string SignIn, IReadOnlyList<AreaView> Areas)
{
    public static SiteView Of(ServedSite site) => new(
        site.Words,
        (long)site.Lengths.Session.TotalSeconds,
        (long?)site.Lengths.KeepAlive?.TotalSeconds,
        site.Settings.Sessions.Expiry.ToString(),
        (long?)site.Lengths.Maximum?.TotalSeconds,
        (long?)site.Lengths.KeepAliveMaximum?.TotalSeconds,
        site.OffersBox,
        site.Settings.CookieParts,
        site.Origin + "/",
        site.SignIn,
        [.. site.Areas.Select(area => new AreaView(area.Key, area.Value))]);
}

/// <summary>What is served, and where.</summary>
/// <param name="Issuer">Null where a site is served, which gives no tokens.</param>
/// <param name="Tenant">Null where a site is served.</param>
/// <param name="Site">Null where a login endpoint of apps is served.</param>
internal sealed record StatusView(
    string Login, string? Issuer, string? Tenant, string Profile, string? Fault, ClockView Clock,
    IReadOnlyList<PolicyView> Policies, IReadOnlyList<AppView> Apps, SiteView? Site, int Users, int Sessions)
{
    public static StatusView Of(ServedReference served) => new(
        served.Login.Origin,
        served.Site is null ? served.Login.Issuer : null,
        served.Site is null ? served.Login.Tenant : null,
        served.Options.Readings.Profile,
        served.Options.Fault,
        ClockView.Of(served.Clock),
        [.. served.Options.Policies.Select(policy => PolicyView.Of(policy, served))],
        [.. served.AppOrigins.Select(app => new AppView(app.Key, app.Value))],
        served.Site is { } site ? SiteView.Of(site) : null,
        served.Login.Operator.Users.Count,
        served.Login.Operator.Sessions().Count(session => !session.Expired));
}
