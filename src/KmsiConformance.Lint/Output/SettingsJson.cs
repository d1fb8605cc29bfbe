using System.Text.Json;
using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Lint.Output;

/// <summary>
/// The settings in force for machines: <c>policies [{policyId, scope, keepAliveInDays, sessionExpiryType,
/// sessionExpiryInSeconds, enforceIdTokenHintOnLogout, kmsiOffered, …}]</c>. Values are those in force, defaults
/// included; <c>places</c> says where each is written and leaves out those that are not.
/// </summary>
public static class SettingsJson
{
    public static string Of(SettingsReport report) => JsonSerializer.Serialize(
        new { report.Readings.Profile, Policies = report.Policies.Select(Policy), Unreadable = ReportJson.Problems(report.Unreadable) },
        ReportJson.Options);

    private static object Policy(PolicyInForce policy) => new
    {
        policy.PolicyId,
        Tenant = policy.TenantId,
        policy.File,
        policy.Chain,
        policy.IsComplete,
        Scope = policy.Settings.Scope.ToString(),
        KeepAliveInDays = policy.Settings.KeepAliveInDays ?? 0,
        SessionExpiryType = policy.Settings.Expiry.ToString(),
        SessionExpiryInSeconds = policy.Settings.SessionExpiryInSeconds ?? SessionSettings.DefaultSessionExpiryInSeconds,
        policy.Settings.EnforceIdTokenHintOnLogout,
        KmsiOffered = policy.Offer.Offered,
        KmsiBecause = policy.Offer.Because,
        policy.KmsiInEffect,
        Places = new
        {
            Scope = At(policy.Places.Scope?.At),
            KeepAliveInDays = At(policy.Places.KeepAliveInDays?.At),
            SessionExpiryType = At(policy.Places.SessionExpiryType?.At),
            SessionExpiryInSeconds = At(policy.Places.SessionExpiryInSeconds?.At),
            EnforceIdTokenHintOnLogout = At(policy.Places.EnforceIdTokenHintOnLogout?.At),
            KmsiOffered = At(policy.Offer.At),
            UserJourney = At(policy.Journey?.At),
        },
        UserJourney = policy.Journey?.Value,
        Steps = policy.Steps.Select(s => new
        {
            s.Order,
            s.Type,
            s.ContentDefinition,
            Exchanges = s.TechnicalProfiles.OrderBy(t => t.Key, StringComparer.Ordinal)
                .Select(t => new { Id = t.Key, TechnicalProfile = t.Value, Local = s.LocalExchanges.Contains(t.Key) }),
            s.Issuer,
            At = At(s.At),
        }),
        ClaimsProviders = policy.Providers.Select(p => new
        {
            TechnicalProfile = p.Id,
            p.DisplayName,
            Kind = p.IsLocal ? "local" : "federated",
            p.Protocol,
            SignOut = p.SignOutAt?.Value,
            SignOutAt = At(p.SignOutAt?.At),
            SingleLogoutEnabled = p.IsLocal ? null : p.SingleLogoutEnabled?.Value ?? "true",
            SingleLogoutEnabledAt = At(p.SingleLogoutEnabled?.At),
            Session = Session(p.Session),
            At = At(p.At),
        }),
        Issuers = policy.Issuers.Select(i => new
        {
            TechnicalProfile = i.Id,
            i.Format,
            Protocol = i.Protocol?.Value,
            ProtocolAt = At(i.Protocol?.At),
            Session = Session(i.Session),
            At = At(i.At),
        }),
        TechnicalProfiles = policy.Sessions.Select(s => new { s.Id, s.Protocol, Session = Session(s.Session), At = At(s.At) }),
        Unread = policy.Unread.Select(p => new { p.File, p.Line, p.Column, Message = p.Problem }),
    };

    private static object Session(SessionProvider session) => new { session.Profile, Provider = session.Kind, At = At(session.At) };

    private static object? At(Place? place) => place is { } at ? new { at.File, at.Line, at.Column } : null;
}
