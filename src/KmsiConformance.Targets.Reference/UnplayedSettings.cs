using KmsiConformance.Policies;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Targets.Reference;

/// <summary>
/// What a scenario sets and the product that the reference behaves as does not have. It would have no effect, and the target
/// would be blamed for that.
/// </summary>
internal static class UnplayedSettings
{
    /// <summary>The settings, by the names that scenarios give them.</summary>
    public static IEnumerable<string> Of(Scenario scenario, LoginProduct product)
    {
        if (product != LoginProduct.AzureAd && scenario.Policy.Tenant != TenantRequest.Default) yield return "tenant";
        if (product != LoginProduct.Web && scenario.Policy.Site != SiteRequest.Default) yield return "site";
        if (product != LoginProduct.OpenIdConnect && scenario.Apps.Values.Any(app => app.BackChannel)) yield return "back-channel-logout";
        if (product is LoginProduct.B2c or LoginProduct.AzureAd)
        {
            if (scenario.Policy.Maximum is not null) yield return $"policy.{SettingsInForce.MaximumName}";
            if (scenario.Policy.KeepAliveMaximum is not null) yield return $"policy.{SettingsInForce.KeepAliveMaximumName}";
        }

        if (product == LoginProduct.Saml)
        {
            if (scenario.Apps.Values.Any(app => app.ResponseMode != AppRequest.Default.ResponseMode)) yield return "response-mode";
            if (scenario.Apps.Values.Any(app => app.OfflineAccess)) yield return "offline-access";
            if (scenario.Policy.RequireIdTokenHint) yield return "policy.require-id-token-hint";
            if (scenario.Policy.TokenIssuer != PolicyRequest.Default.TokenIssuer) yield return "policy.token-issuer";
            if (scenario.Policy.WithoutKmsi != PolicyRequest.Default.WithoutKmsi) yield return "policy.without-kmsi";
        }

        if (product is LoginProduct.B2c or LoginProduct.Saml) yield break;

        var usesOther = scenario.Steps.SelectMany(step => step.Names)
            .Any(name => name.Kind == NameKind.Policy && name.Name == UsedName.OtherPolicy);
        if (usesOther || scenario.Policy.Other is not null) yield return "other-policy";
        foreach (var name in Policy(scenario.Policy, product)) yield return $"policy.{name}";
    }

    private static IEnumerable<string> Policy(PolicyRequest asked, LoginProduct product)
    {
        var standard = PolicyRequest.Default;
        if (asked.Scope != standard.Scope) yield return "scope";
        if (asked.SecondFactor) yield return "second-factor";
        if (asked.RequireIdTokenHint) yield return "require-id-token-hint";
        if (asked.TokenIssuer != standard.TokenIssuer) yield return "token-issuer";
        if (asked.WithoutKmsi != standard.WithoutKmsi) yield return "without-kmsi";
        if (product == LoginProduct.Web && asked.File is not null) yield return "file";
        if (product == LoginProduct.Web) yield break;
        if (asked.OffersKeepMeSignedIn != standard.OffersKeepMeSignedIn) yield return "keep-me-signed-in";
        if (product == LoginProduct.OpenIdConnect) yield break;

        if (asked.File is not null) yield return "file";
        if (asked.Session != standard.Session) yield return "session";
        if (asked.KeepAliveInDays is not null) yield return "keep-alive";
        if (asked.Expiry != standard.Expiry) yield return "expiry";
    }
}
