using KmsiConformance.Policies;
using KmsiConformance.Reference;

namespace KmsiConformance.Serving.Control;

/// <summary>The clock of everything that is served.</summary>
/// <param name="MovedBySeconds">How far it is ahead of real time.</param>
internal sealed record ClockView(DateTimeOffset UtcNow, long MovedBySeconds)
{
    public static ClockView Of(OffsetClock clock) => new(clock.GetUtcNow(), (long)clock.Offset.TotalSeconds);
}

/// <summary>A policy, in the words of its file; or a product without policies.</summary>
/// <param name="OffersKeepMeSignedIn">Whether its page has the box, under the profile served.</param>
/// <param name="NotPlayed">Parts of it that the reference leaves out.</param>
internal sealed record PolicyView(
    string PolicyId, string Settings, string? Scope, int? KeepAliveInDays, string? SessionExpiryType, long SessionExpiryInSeconds,
    bool EnforceIdTokenHintOnLogout, bool OffersKeepMeSignedIn, string Discovery, IReadOnlyList<string> NotPlayed)
{
    public static PolicyView Of(Door door, string profile)
    {
        var seconds = (long)door.Settings.Session.TotalSeconds;
        if (door.Policy is not { } policy)
            return new PolicyView(door.Name, $"a product without policies: {door.Settings.Session.TotalHours:0} hours, {door.Settings.KeepAlive?.TotalDays:0} days when kept", null, null, null, seconds, false, false, door.Discovery, []);

        var settings = policy.Settings;
        var reading = B2cProfile.All.Contains(profile) ? profile : B2cProfile.Default;
        return new PolicyView(
            door.Name, settings.ToString(), settings.Scope.ToString(), settings.KeepAliveInDays, settings.Expiry.ToString(), seconds,
            settings.EnforceIdTokenHintOnLogout, policy.KmsiOffered(reading), door.Discovery,
            [.. LeftOutParts.Of(policy, reading).Select(part => $"{part.What}, {part.At}")]);
    }
}

/// <summary>An app that comes along.</summary>
internal sealed record AppView(string Name, string Origin);

/// <summary>An identity provider that comes along, and who can sign in there.</summary>
internal sealed record ProviderView(string Name, string Origin, IReadOnlyList<ProviderView.Account> Users)
{
    /// <summary>An account at a provider.</summary>
    internal sealed record Account(string UserName, string Password)
    {
        /// <summary>Never shows the password.</summary>
        public override string ToString() => UserName;
    }
}

/// <summary>What is served, and where.</summary>
internal sealed record StatusView(
    string Login, string Issuer, string Tenant, string Profile, string? Fault, ClockView Clock,
    IReadOnlyList<PolicyView> Policies, IReadOnlyList<AppView> Apps, int Users, int Sessions)
{
    public static StatusView Of(ServedReference served) => new(
        served.Login.Origin,
        served.Login.Issuer,
        served.Login.Tenant,
        served.Options.Profile,
        served.Options.Fault,
        ClockView.Of(served.Clock),
        [.. served.Doors.Select(door => PolicyView.Of(door, served.Options.Profile))],
        [.. served.AppOrigins.Select(app => new AppView(app.Key, app.Value))],
        served.Login.Operator.Users.Count,
        served.Login.Operator.Sessions().Count(session => !session.Expired));
}
