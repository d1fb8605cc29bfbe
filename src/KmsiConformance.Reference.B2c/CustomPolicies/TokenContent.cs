using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.B2c.CustomPolicies;

/// <summary>What a policy's tokens say about the user, and for how long: its OutputClaims and its issuer's lifetimes.</summary>
/// <param name="Said">The claim types that services of the policy may say.</param>
internal sealed record TokenContent(IReadOnlyList<OutputClaim> Claims, TokenLifetimes Lifetimes, IReadOnlySet<string> Said)
{
    public static TokenContent Of(CustomPolicy policy, IReadOnlySet<string> said) =>
        new(OutputClaim.Of(policy.Merged), TokenLifetimes.Of(policy), said);

    /// <summary>Whether the reference has a value for the claim, at least for some users.</summary>
    public bool Plays(OutputClaim claim) => Said.Contains(claim.ClaimType)
        || (claim.DefaultValue is { } value ? JourneyClaims.Resolves(value) : JourneyClaims.Knows(claim.ClaimType));

    /// <summary>
    /// The claims for a token, by the name that they have in it. A claim without a value is left out, as the service
    /// does.
    /// </summary>
    public IEnumerable<KeyValuePair<string, object>> For(Authentication authentication, TokenContext context)
    {
        var claims = new JourneyClaims(authentication, context);
        foreach (var claim in Claims)
        {
            var own = claim.AlwaysDefault ? null : claims.Of(claim.ClaimType);
            if ((own ?? claims.Resolve(claim.DefaultValue)) is { } value)
                yield return KeyValuePair.Create(claim.Name, value);
        }
    }
}
