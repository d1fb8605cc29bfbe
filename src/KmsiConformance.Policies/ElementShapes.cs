namespace KmsiConformance.Policies;

/// <summary>What the elements that matter for sessions look like when they are whole; for messages about broken files.</summary>
internal static class ElementShapes
{
    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["TrustFrameworkPolicy"] = "<TrustFrameworkPolicy TenantId=\"…\" PolicyId=\"…\"> … </TrustFrameworkPolicy> around everything else",
        ["BasePolicy"] = "<BasePolicy><TenantId>…</TenantId><PolicyId>…</PolicyId></BasePolicy>",
        ["BuildingBlocks"] = "<BuildingBlocks> … <ContentDefinitions>…</ContentDefinitions> … </BuildingBlocks>",
        ["ContentDefinitions"] = "<ContentDefinitions> <ContentDefinition Id=\"…\">…</ContentDefinition> … </ContentDefinitions>",
        ["ContentDefinition"] = "<ContentDefinition Id=\"…\"> <LoadUri>…</LoadUri> <RecoveryUri>…</RecoveryUri> <DataUri>…</DataUri> "
            + "</ContentDefinition>",
        ["ClaimsProviders"] = "<ClaimsProviders> <ClaimsProvider>…</ClaimsProvider> … </ClaimsProviders>",
        ["ClaimsProvider"] = "<ClaimsProvider> <DisplayName>…</DisplayName> <TechnicalProfiles>…</TechnicalProfiles> </ClaimsProvider>",
        ["TechnicalProfiles"] = "<TechnicalProfiles> <TechnicalProfile Id=\"…\">…</TechnicalProfile> … </TechnicalProfiles>",
        ["TechnicalProfile"] = "<TechnicalProfile Id=\"…\"> <DisplayName>…</DisplayName> <Protocol Name=\"…\" /> <Metadata>…</Metadata> "
            + "<InputClaims>…</InputClaims> … </TechnicalProfile>",
        ["Metadata"] = "<Metadata> <Item Key=\"…\">…</Item> … </Metadata>",
        ["Item"] = "<Item Key=\"…\">…</Item>",
        ["InputClaims"] = "<InputClaims> <InputClaim ClaimTypeReferenceId=\"…\" /> … </InputClaims>",
        ["OutputClaims"] = "<OutputClaims> <OutputClaim ClaimTypeReferenceId=\"…\" /> … </OutputClaims>",
        ["UserJourneys"] = "<UserJourneys> <UserJourney Id=\"…\">…</UserJourney> … </UserJourneys>",
        ["UserJourney"] = "<UserJourney Id=\"…\"> <OrchestrationSteps>…</OrchestrationSteps> <ClientDefinition ReferenceId=\"…\" /> "
            + "</UserJourney>",
        ["OrchestrationSteps"] = "<OrchestrationSteps> <OrchestrationStep Order=\"1\" Type=\"…\">…</OrchestrationStep> … "
            + "</OrchestrationSteps>",
        ["OrchestrationStep"] = "<OrchestrationStep Order=\"1\" Type=\"…\"> … </OrchestrationStep>",
        ["RelyingParty"] = "<RelyingParty> <DefaultUserJourney ReferenceId=\"…\" /> <UserJourneyBehaviors>…</UserJourneyBehaviors> "
            + "<TechnicalProfile Id=\"PolicyProfile\">…</TechnicalProfile> </RelyingParty>",
        ["UserJourneyBehaviors"] = "<UserJourneyBehaviors> <SingleSignOn Scope=\"Tenant\" KeepAliveInDays=\"7\" /> "
            + "<SessionExpiryType>Absolute</SessionExpiryType> <SessionExpiryInSeconds>1200</SessionExpiryInSeconds> "
            + "</UserJourneyBehaviors>",
        ["SingleSignOn"] = "<SingleSignOn Scope=\"Tenant\" KeepAliveInDays=\"7\" />",
        ["SessionExpiryType"] = "<SessionExpiryType>Absolute</SessionExpiryType>, or Rolling",
        ["SessionExpiryInSeconds"] = "<SessionExpiryInSeconds>1200</SessionExpiryInSeconds>",
    };

    /// <summary>The form of an element, ending in a full stop.</summary>
    public static string Of(string element) =>
        (Forms.GetValueOrDefault(element) ?? $"<{element}> … </{element}>, every element closed") + ".";
}
