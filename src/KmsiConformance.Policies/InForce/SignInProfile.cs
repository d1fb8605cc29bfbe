using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies.InForce;

/// <summary>The page where users of the tenant type their password, and the services that it asks before it lets them in.</summary>
/// <param name="Profile">Id of its technical profile.</param>
/// <param name="Validations">The services, in the order in which they are asked.</param>
/// <param name="Given">The claim types that it gives to the journey: what a service says besides stays on the page.</param>
/// <param name="Remembered">The claim types that a session remembers of it.</param>
public sealed record SignInProfile(
    string Profile, IReadOnlyList<ServiceCall> Validations, IReadOnlySet<string> Given, IReadOnlySet<string> Remembered)
{
    /// <summary>The page of a policy's journey; null when it has none for users of the tenant.</summary>
    public static SignInProfile? Of(CustomPolicy policy) => policy.Steps
        .SelectMany(step => step.LocalExchanges.Select(exchange => step.TechnicalProfiles.GetValueOrDefault(exchange)))
        .Select(id => id is null ? null : policy.Merged.TechnicalProfile(id))
        .OfType<PolicyElement>()
        .Select(profile => From(policy.Merged, profile))
        .FirstOrDefault();

    private static SignInProfile From(MergedPolicy policy, PolicyElement profile) => new(
        profile["Id"]!,
        [.. Validating(policy, profile)],
        ExchangedClaim.Given(policy, profile).Select(claim => claim.ClaimType).ToHashSet(StringComparer.Ordinal),
        SessionProvider.PersistedBy(policy, profile) ?? new HashSet<string>(StringComparer.Ordinal));

    private static IEnumerable<ServiceCall> Validating(MergedPolicy policy, PolicyElement profile)
    {
        var passwordChecked = false;
        foreach (var validation in profile.All("ValidationTechnicalProfiles", "ValidationTechnicalProfile"))
        {
            if (validation["ReferenceId"] is not { } id) continue;
            if (RestService.Of(policy, id) is not { } service)
            {
                passwordChecked = true;
                continue;
            }

            yield return new ServiceCall(service, Precondition.Of(validation), validation.At)
            {
                ContinuesOnError = Says(validation, "ContinueOnError", otherwise: false),
                ContinuesOnSuccess = Says(validation, "ContinueOnSuccess", otherwise: true),
                Misplaced = passwordChecked ? null : "it stands before the validation that checks the password",
            };
        }
    }

    private static bool Says(PolicyElement validation, string attribute, bool otherwise) =>
        validation[attribute] is { } written ? string.Equals(written, "true", StringComparison.OrdinalIgnoreCase) : otherwise;
}
