using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

/// <summary>The order in which the schema wants children; it is a strict sequence for each of these elements.</summary>
internal static class SchemaOrder
{
    public static readonly string[] Root =
        ["BasePolicy", "PolicyConstraints", "Contacts", "DocumentReferences", "BuildingBlocks", "ClaimsProviders",
         "UserJourneys", "SubJourneys", "RelyingParty"];

    public static readonly string[] RelyingParty = ["DefaultUserJourney", "Endpoints", "UserJourneyBehaviors", "TechnicalProfile"];

    public static readonly string[] Behaviors =
    [
        "SingleSignOn", "SessionExpiryType", "SessionExpiryInSeconds", "AzureApplicationInsights", "JourneyInsights",
        "ContentDefinitionParameters", "JourneyFraming", "ScriptExecution", "OnError",
    ];

    // Only the parts that session settings and samples use; where the others stand is not judged.
    public static readonly string[] TechnicalProfile =
    [
        "DisplayName", "Protocol", "OutputTokenFormat", "Metadata", "CryptographicKeys", "IncludeInSso", "InputClaimsTransformations",
        "InputClaims", "DisplayClaims", "PersistedClaims", "OutputClaims", "OutputClaimsTransformations", "ValidationTechnicalProfiles",
        "IncludeTechnicalProfile", "UseTechnicalProfileForSessionManagement",
    ];

    /// <summary>
    /// The first child that stands behind one that it should stand before; null when the order is right. Unknown
    /// children stand anywhere.
    /// </summary>
    public static (PolicyElement Child, string Before)? FirstMisplaced(PolicyElement parent, string[] order)
    {
        // Searching goes on from the place reached, because that is where the next child stands in nearly every file.
        var highest = 0;
        foreach (var child in parent.Children)
        {
            var place = Array.IndexOf(order, child.Name, highest);
            if (place >= 0) highest = place;
            else if (Array.IndexOf(order, child.Name, 0, highest) >= 0) return (child, order[highest]);
        }

        return null;
    }
}
