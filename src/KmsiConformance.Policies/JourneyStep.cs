using System.Globalization;

namespace KmsiConformance.Policies;

/// <summary>One orchestration step of a user journey; of several with the same order, the one nearest to the relying party counts.</summary>
/// <param name="TechnicalProfiles">The technical profile behind each claims exchange, by the exchange's id.</param>
/// <param name="LocalExchanges">Ids of the exchanges that check credentials on the step's own page.</param>
public sealed record JourneyStep(
    int Order,
    string Type,
    string? ContentDefinition,
    IReadOnlyDictionary<string, string> TechnicalProfiles,
    IReadOnlyList<string> LocalExchanges,
    Place At)
{
    /// <summary>The steps of a journey over the whole chain, by order.</summary>
    /// <exception cref="PolicyException">A step has no order.</exception>
    internal static IReadOnlyList<JourneyStep> Read(IReadOnlyList<PolicyFile> chain, string journey)
    {
        var steps = new SortedDictionary<int, JourneyStep>();
        foreach (var step in chain
            .SelectMany(f => f.Root.All("UserJourneys", "UserJourney"))
            .Where(j => string.Equals(j["Id"], journey, StringComparison.Ordinal))
            .SelectMany(j => j.All("OrchestrationSteps", "OrchestrationStep")))
        {
            var read = From(step);
            steps[read.Order] = read;
        }

        return [.. steps.Values];
    }

    private static JourneyStep From(PolicyElement step)
    {
        if (!int.TryParse(step["Order"], NumberStyles.None, CultureInfo.InvariantCulture, out var order))
            throw new PolicyException(step.At, $"OrchestrationStep has Order \"{step["Order"]}\". Expected a whole number from 1.");

        var profiles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var exchange in step.All("ClaimsExchanges", "ClaimsExchange"))
            if (exchange["Id"] is { } id && exchange["TechnicalProfileReferenceId"] is { } profile) profiles[id] = profile;

        return new JourneyStep(
            order,
            step["Type"] ?? "",
            step["ContentDefinitionReferenceId"],
            profiles,
            [.. step.All("ClaimsProviderSelections", "ClaimsProviderSelection").Select(s => s["ValidationClaimsExchangeId"]).OfType<string>()],
            step.At);
    }
}
