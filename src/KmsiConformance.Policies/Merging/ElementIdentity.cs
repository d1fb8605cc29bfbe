namespace KmsiConformance.Policies.Merging;

/// <summary>
/// What makes two elements of a chain the same one. Identity comes from the element alone, never from its neighbours,
/// so that it does not matter which part of a chain is merged first.
/// </summary>
internal static class ElementIdentity
{
    // Attributes that name an element among its siblings, the strongest first.
    private static readonly string[] Naming =
    [
        "Id", "Key", "Order", "ReferenceId", "ClaimTypeReferenceId", "TargetClaimsExchangeId", "ValidationClaimsExchangeId",
        "TransformationClaimType", "SubJourneyReferenceId", "DisplayControlReferenceId", "Language", "StorageReferenceId",
    ];

    // There is one of these, whatever it refers to: a child that refers elsewhere replaces it.
    private static readonly HashSet<string> Single = new(StringComparer.Ordinal)
    {
        "DefaultUserJourney", "UseTechnicalProfileForSessionManagement", "ClientDefinition", "RelyingParty", "ContentDefinitionReference",
    };

    // Of these the child's counts whole: a step of the same order, and lists whose entries have no names.
    private static readonly HashSet<string> Replaced = new(StringComparer.Ordinal)
    {
        "OrchestrationStep", "SingleSignOn", "Preconditions", "Restriction", "SubjectNamingInfo", "Protocol",
    };

    /// <summary>The name among siblings; empty for an element that has none.</summary>
    public static string Of(PolicyElement element)
    {
        if (element.Attributes.Count == 0) return "";
        if (Single.Contains(element.Name) && element["Id"] is null) return "";
        foreach (var naming in Naming)
            if (element[naming] is { } name) return naming + "=" + name.Trim();
        return "";
    }

    /// <summary>Whether a child's element takes the place of its base's as a whole.</summary>
    public static bool ReplacesWhole(PolicyElement element) => Replaced.Contains(element.Name);
}
