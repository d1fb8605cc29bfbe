using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.CustomPolicies;

namespace KmsiConformance.Reference.B2c.Services;

/// <summary>The RESTful services that a policy calls; read once, asked at each sign-in.</summary>
/// <param name="Page">The page where users of the tenant sign in; null when the journey has none.</param>
/// <param name="Validations">What is asked before the page lets anybody in, in order.</param>
/// <param name="Steps">What is asked once it is known who signs in, in order.</param>
/// <param name="NotPlayed">The calls that are not made, and why.</param>
internal sealed record PolicyServices(
    SignInProfile? Page, IReadOnlyList<PlayedCall> Validations, IReadOnlyList<PlayedCall> Steps, IReadOnlyList<UnsupportedPart> NotPlayed)
{
    /// <summary>The claim types that services may say.</summary>
    public IReadOnlySet<string> Said { get; } = Given(Steps).Concat(Given(Validations).Where(type => Page?.Given.Contains(type) == true))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Ids of the technical profiles of all steps that call a service, whether or not it is played.</summary>
    public required IReadOnlySet<string> StepProfiles { get; init; }

    public static PolicyServices Of(CustomPolicy policy, ServiceHosts hosts)
    {
        var page = SignInProfile.Of(policy);
        var steps = ServiceCall.OfJourney(policy);
        var notPlayed = new List<UnsupportedPart>();
        return new PolicyServices(
            page, Played(page?.Validations ?? [], "the validation"), Played(steps, "the exchange"), notPlayed)
        {
            StepProfiles = steps.Select(step => step.Service.Id).ToHashSet(StringComparer.Ordinal),
        };

        List<PlayedCall> Played(IEnumerable<ServiceCall> calls, string what)
        {
            var played = new List<PlayedCall>();
            foreach (var call in calls)
            {
                if (CallReading.WhyNot(policy, call, hosts) is { } why)
                {
                    notPlayed.Add(new UnsupportedPart($"{what} {call.Service.Id}: {why}", call.At));
                    continue;
                }

                if (call.Service.Transforms)
                    notPlayed.Add(new UnsupportedPart($"the claims transformations of {call.Service.Id}", call.Service.At));
                played.Add(new PlayedCall(call, hosts.AddressOf(call.Service.Id, call.Service.ServiceUrl!)!));
            }

            return played;
        }
    }

    private static IEnumerable<string> Given(IEnumerable<PlayedCall> calls) =>
        calls.SelectMany(call => call.Service.Given).Select(claim => claim.ClaimType);
}
