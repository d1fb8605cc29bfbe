using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>The identity providers that a policy offers; read once, asked at each sign-in.</summary>
/// <param name="Choices">In the order of the sign-in page.</param>
/// <param name="Memories">What sessions remember of each, by technical profile.</param>
internal sealed record ProviderOffer(IReadOnlyList<FederatedChoice> Choices, IReadOnlyDictionary<string, ProviderMemory> Memories)
{
    public static ProviderOffer Of(CustomPolicy policy)
    {
        var choices = FederatedChoice.Of(policy);
        return new ProviderOffer(
            choices, choices.DistinctBy(choice => choice.TechnicalProfile)
                .ToDictionary(choice => choice.TechnicalProfile, choice => choice.Memory, StringComparer.Ordinal));
    }
}
