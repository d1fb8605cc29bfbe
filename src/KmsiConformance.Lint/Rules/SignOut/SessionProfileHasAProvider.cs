using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>A session profile is a name for one of the service's five providers.</summary>
internal sealed class SessionProfileHasAProvider() : PolicyRule(
    "KMSI114", Severity.Error, "Session management profiles name one of the service's session providers.",
    ["R-108"], Documents.Providers2022, "Session providers")
{
    private static readonly string[] Known = ["Noop", "Default", "ExternalLogin", "OAuth", "Saml"];

    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        var used = policy.Merged.Blocks.All("TechnicalProfile")
            .Select(p => p.Child("UseTechnicalProfileForSessionManagement")?["ReferenceId"])
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
        foreach (var profile in used.Select(policy.Merged.TechnicalProfile).OfType<PolicyElement>())
        {
            var kind = SessionProvider.KindOf(profile);
            if (kind is not null && Known.Contains(kind, StringComparer.Ordinal)) continue;
            var protocol = profile.Child("Protocol");
            yield return Found(
                protocol?.Attribute("Handler")?.At ?? protocol?.At ?? profile.At,
                $"The handler of {profile["Id"].Quote()} is {protocol?["Handler"].Quote() ?? "absent"}, which is no session provider.",
                $"Write Handler=\"Web.TPEngine.SSO.…SSOSessionProvider, Web.TPEngine, …\" with one of {string.Join(", ", Known)}.");
        }
    }
}
