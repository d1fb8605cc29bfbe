using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies.InForce;

/// <summary>A technical profile that issues tokens to apps.</summary>
/// <param name="Format"><c>JWT</c> or <c>SAML2</c>, as OutputTokenFormat says it.</param>
/// <param name="Protocol">The protocol it names; null when it names none.</param>
public sealed record TokenIssuer(string Id, string Format, Located<string>? Protocol, SessionProvider Session, Place At)
{
    public bool IsSaml => string.Equals(Format, "SAML2", StringComparison.OrdinalIgnoreCase);

    public bool IsJwt => string.Equals(Format, "JWT", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a session remembers the apps that got these tokens, so that a sign-out can tell them: the issuer names its
    /// protocol and takes part in the session management made for it (R-107, R-108; P-12).
    /// </summary>
    public bool RemembersApps =>
        (IsJwt && Protocol?.Value == "OpenIdConnect" && Session.Kind == "OAuth")
            || (IsSaml && Protocol?.Value == "SAML2" && Session.Kind == "Saml");

    /// <summary>The issuers of a policy: those its journey uses, or all when it has no journey of its own.</summary>
    public static IReadOnlyList<TokenIssuer> Of(MergedPolicy policy)
    {
        var used = policy.Steps.Select(s => s.Issuer).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var candidates = used.Count > 0 ? used : policy.Blocks.All("TechnicalProfile").Select(p => p["Id"]).OfType<string>();
        return [.. candidates
            .Select(policy.TechnicalProfile)
            .OfType<PolicyElement>()
            .Where(p => p.Child("OutputTokenFormat") is { Text: "JWT" or "SAML2" })
            .Select(p => From(policy, p))];
    }

    private static TokenIssuer From(MergedPolicy policy, PolicyElement profile)
    {
        var protocol = profile.Child("Protocol")?.Attribute("Name");
        return new TokenIssuer(
            profile["Id"]!,
            profile.Child("OutputTokenFormat")!.Text,
            protocol is null ? null : new Located<string>(protocol.Value, protocol.At),
            SessionProvider.Of(policy, profile),
            profile.At);
    }
}
