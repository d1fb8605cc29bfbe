using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies.InForce;

/// <summary>A technical profile with which users prove who they are: in this directory, or at somebody else's.</summary>
/// <param name="Protocol">OAuth1, OAuth2, OpenIdConnect or SAML2; Proprietary for accounts of this directory.</param>
/// <param name="SignOutAt">The metadata that leads to the provider's sign-out, as <c>key=value</c>; null when there is none.</param>
/// <param name="SingleLogoutEnabled">As written; null when absent, which means enabled.</param>
public sealed record IdentityProvider(
    string Id, string? DisplayName, bool IsLocal, string Protocol,
    Located<string>? SignOutAt, Located<string>? SingleLogoutEnabled, SessionProvider Session, Place At)
{
    private static readonly HashSet<string> Federating = new(StringComparer.Ordinal) { "OAuth1", "OAuth2", "OpenIdConnect", "SAML2" };

    /// <summary>Whether a sign-out is passed on to the provider, as far as the switch goes.</summary>
    public bool PassesSignOutOn => !string.Equals(SingleLogoutEnabled?.Value.Trim(), "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The providers that a policy's journey offers, or any journey when it names none.</summary>
    public static IReadOnlyList<IdentityProvider> Of(MergedPolicy policy)
    {
        var found = new List<IdentityProvider>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in JourneySteps.Of(policy))
        {
            foreach (var (exchange, id) in step.TechnicalProfiles.OrderBy(t => t.Key, StringComparer.Ordinal))
            {
                if (!seen.Add(id) || policy.TechnicalProfile(id) is not { } profile) continue;
                var protocol = profile.Child("Protocol")?["Name"] ?? "";
                var local = step.LocalExchanges.Contains(exchange, StringComparer.Ordinal);
                if (local || (Federating.Contains(protocol) && profile.Child("OutputTokenFormat") is null))
                    found.Add(From(policy, profile, protocol, local));
            }
        }

        return found;
    }

    private static IdentityProvider From(MergedPolicy policy, PolicyElement profile, string protocol, bool local)
    {
        var metadata = policy.Metadata(profile["Id"]!);
        return new IdentityProvider(
            profile["Id"]!,
            profile.Child("DisplayName")?.Text,
            local,
            protocol,
            local ? null : SignOut(metadata, protocol),
            metadata.GetValueOrDefault("SingleLogoutEnabled"),
            SessionProvider.Of(policy, profile),
            profile.At);
    }

    // an OpenID provider's discovery document; R-091: an item of its own for OAuth 2; R-092: SAML metadata.
    private static Located<string>? SignOut(IReadOnlyDictionary<string, Located<string>> metadata, string protocol)
    {
        string[] keys = protocol switch
        {
            "OpenIdConnect" => ["end_session_endpoint", "METADATA"],
            "SAML2" => ["SingleLogoutService", "PartnerEntity"],
            _ => ["end_session_endpoint"],
        };
        foreach (var key in keys)
            if (metadata.TryGetValue(key, out var item)) return new Located<string>($"{key}={item.Value}", item.At);
        return null;
    }
}
