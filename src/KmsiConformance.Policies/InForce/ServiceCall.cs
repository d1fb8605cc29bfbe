namespace KmsiConformance.Policies.InForce;

/// <summary>A place where a policy calls a RESTful service: a step of its journey, or a validation of its sign-in page.</summary>
/// <param name="Service">The service.</param>
/// <param name="Preconditions">What must not hold for the call to be made.</param>
/// <param name="At">Where the call is written.</param>
public sealed record ServiceCall(RestService Service, IReadOnlyList<Precondition> Preconditions, Place At)
{
    /// <summary>For a validation: whether the next one comes although this one failed.</summary>
    public bool ContinuesOnError { get; init; }

    /// <summary>For a validation: whether the next one comes after this one was passed.</summary>
    public bool ContinuesOnSuccess { get; init; } = true;

    /// <summary>Why the call cannot be made at its place, in words; null when it can.</summary>
    public string? Misplaced { get; init; }

    /// <summary>All calls of a policy, those of its sign-in page first.</summary>
    public static IReadOnlyList<ServiceCall> Of(CustomPolicy policy) =>
        [.. SignInProfile.Of(policy)?.Validations ?? [], .. OfJourney(policy)];

    /// <summary>The steps of a policy's journey that call services, in their order.</summary>
    public static IReadOnlyList<ServiceCall> OfJourney(CustomPolicy policy) =>
    [
        .. policy.Steps.Where(step => step.Type == "ClaimsExchange").SelectMany(step => step.TechnicalProfiles.Values
            .Select(id => RestService.Of(policy.Merged, id)).OfType<RestService>()
            .Select(service => new ServiceCall(service, Precondition.Of(step.Element), step.At)
            {
                Misplaced = step.TechnicalProfiles.Count == 1 ? null : "it is one of several exchanges of its step",
            })),
    ];
}
