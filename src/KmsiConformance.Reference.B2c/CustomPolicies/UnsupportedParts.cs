using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.Services;

namespace KmsiConformance.Reference.B2c.CustomPolicies;

/// <summary>A part of a policy that the reference does not play.</summary>
/// <param name="What">The part, in words, without the names of one policy: equal parts of several policies are equal.</param>
/// <param name="At">Where it is written.</param>
public sealed record UnsupportedPart(string What, Place At);

/// <summary>
/// Lists what a policy asks for and the reference does not do, so that nobody takes its silence for agreement.
/// </summary>
public static class UnsupportedParts
{
    // What the directory step reads is built in: the reference's users have their claims at hand.
    private const string DirectoryRead = "AAD-UserRead";

    /// <summary>The parts left out, in the order of the journey and then of the file.</summary>
    /// <param name="hosts">Where the services that it calls are reached.</param>
    public static IReadOnlyList<UnsupportedPart> Of(CustomPolicy policy, Readings readings, ServiceHosts hosts)
    {
        var services = PolicyServices.Of(policy, hosts);
        var inForce = PolicyInForce.Of(policy.Merged, readings);
        var played = FederatedChoice.Of(policy).Select(choice => choice.TechnicalProfile).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. policy.Steps.SelectMany(step =>
                OfStep(step, [.. played, .. services.StepProfiles, .. policy.SecondFactor is { } factor ? [factor.Id] : (string[])[]])),
            .. services.NotPlayed,
            .. inForce.Providers
            .Where(provider => !provider.IsLocal && !played.Contains(provider.Id))
            .Select(provider => new UnsupportedPart($"sign-in through a {provider.Protocol} provider", provider.At)),
            .. inForce.Issuers
            .Where(issuer => !issuer.IsJwt && !issuer.IsSaml)
            .Select(issuer => new UnsupportedPart($"{issuer.Format} tokens", issuer.At)),
            .. OfBehaviors(policy),
            .. OfOutputClaims(TokenContent.Of(policy, services.Said)),
        ];
    }

    private static IEnumerable<UnsupportedPart> OfStep(JourneyStep step, HashSet<string> played)
    {
        foreach (var sub in step.SubJourneys) yield return new UnsupportedPart($"sub journeys (here {sub})", step.At);
        switch (step.Type)
        {
            case "CombinedSignInAndSignUp" or "SendClaims":
                yield break;
            case "ClaimsExchange" when step.TechnicalProfiles.Count > 0
                && step.TechnicalProfiles.Values.All(id => id.StartsWith(DirectoryRead, StringComparison.Ordinal)):
                yield break;
            case "ClaimsExchange":
                foreach (var id in step.TechnicalProfiles.Values.Where(id => !played.Contains(id)).Order(StringComparer.Ordinal))
                    yield return new UnsupportedPart($"the exchange {id}", step.At);
                yield break;
            default:
                yield return new UnsupportedPart($"steps of type {step.Type}", step.At);
                yield break;
        }
    }

    private static IEnumerable<UnsupportedPart> OfBehaviors(CustomPolicy policy)
    {
        var behaviors = policy.Merged.Behaviors;
        if (behaviors is null) yield break;
        foreach (var element in behaviors.Children.Where(child =>
                child.Name is not ("SingleSignOn" or "SessionExpiryType" or "SessionExpiryInSeconds")))
            yield return new UnsupportedPart(element.Name, element.At);
        if (policy.Settings.Scope == SsoScope.TrustFramework && policy.Places.Scope is { } scope)
            yield return new UnsupportedPart("scope TrustFramework (played as Tenant)", scope.At);
    }

    private static IEnumerable<UnsupportedPart> OfOutputClaims(TokenContent content) => content.Claims
        .Where(claim => !content.Plays(claim))
        .Select(claim =>
            new UnsupportedPart(
                $"the output claim {claim.ClaimType}{(claim.DefaultValue is null ? "" : $" = {claim.DefaultValue}")}", claim.At));
}
