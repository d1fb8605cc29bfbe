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

/// <summary>What is served, and where.</summary>
internal sealed record StatusView(
    string Login, string Issuer, string Tenant, string Profile, string? Fault, ClockView Clock,
    IReadOnlyList<PolicyView> Policies, IReadOnlyList<AppView> Apps, int Users, int Sessions)
{
    public static StatusView Of(ServedReference served) => new(
        served.Login.Origin,
        served.Login.Issuer,
        served.Login.Tenant,
        served.Options.Readings.Profile,
        served.Options.Fault,
        ClockView.Of(served.Clock),
        [.. served.Options.Policies.Select(policy => PolicyView.Of(policy, served))],
        [.. served.AppOrigins.Select(app => new AppView(app.Key, app.Value))],
        served.Login.Operator.Users.Count,
        served.Login.Operator.Sessions().Count(session => !session.Expired));
}
