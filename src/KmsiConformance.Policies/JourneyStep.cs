using System.Globalization;

namespace KmsiConformance.Policies;

/// <summary>
/// One orchestration step of a user journey; of several with the same order, the one nearest to the relying party
/// counts.
/// </summary>
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
    /// <summary>Ids of the exchanges of the next step that the page offers as a choice: mostly federated accounts.</summary>
    public IReadOnlyList<string> ChosenExchanges { get; init; } = [];

    /// <summary>The technical profile that issues the token, in a step that sends claims.</summary>
    public string? Issuer { get; init; }

    /// <summary>The sub journeys that the step may run.</summary>
    public IReadOnlyList<string> SubJourneys { get; init; } = [];

    /// <summary>The element as written.</summary>
    public required PolicyElement Element { get; init; }

    /// <summary>The steps of a merged journey, by order.</summary>
    /// <param name="onProblem">Told of each step whose order is no number; the step is left out.</param>
    internal static IReadOnlyList<JourneyStep> Read(PolicyElement journey, Action<PolicyException> onProblem)
    {
        var steps = new SortedDictionary<int, JourneyStep>();
        foreach (var step in journey.All("OrchestrationSteps", "OrchestrationStep"))
        {
            if (int.TryParse(step["Order"], NumberStyles.None, CultureInfo.InvariantCulture, out var order))
                steps[order] = From(step, order);
            else onProblem(
                new PolicyException(step.At, $"OrchestrationStep has Order \"{step["Order"]}\". Expected a whole number from 1."));
        }

        return [.. steps.Values];
    }

    private static JourneyStep From(PolicyElement step, int order)
    {
        var profiles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var exchange in step.All("ClaimsExchanges", "ClaimsExchange"))
            if (exchange["Id"] is { } id && exchange["TechnicalProfileReferenceId"] is { } profile) profiles[id] = profile;

        var selections = step.All("ClaimsProviderSelections", "ClaimsProviderSelection").ToList();
        return new JourneyStep(
            order,
            step["Type"] ?? "",
            step["ContentDefinitionReferenceId"],
            profiles,
            [.. selections.Select(s => s["ValidationClaimsExchangeId"]).OfType<string>()],
            step.At)
        {
            ChosenExchanges = [.. selections.Select(s => s["TargetClaimsExchangeId"]).OfType<string>()],
            Issuer = step["CpimIssuerTechnicalProfileReferenceId"],
            SubJourneys = [.. step.All("JourneyList", "Candidate").Select(c => c["SubJourneyReferenceId"]).OfType<string>()],
            Element = step,
        };
    }
}
