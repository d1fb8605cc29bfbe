using System.Globalization;
using System.Text;

namespace KmsiConformance.Bench.Policies;

/// <summary>
/// Policy sets of the size of a starter pack, made up: a base of about 65 kB, extensions of about 8 kB and three relying
/// parties of about 2 kB.
/// </summary>
internal static class StarterPack
{
    private const int BaseProfiles = 34;
    private const int ExtensionProfiles = 4;

    private const string Handler = "Web.TPEngine.Providers.SelfAssertedAttributeProvider, Web.TPEngine, Version=1.0.0.0, Culture=neutral, "
        + "PublicKeyToken=null";

    /// <summary>Writes sets of five files each, every set in a folder of its own and all with the same ids.</summary>
    /// <param name="large">Makes every file as large as a base.</param>
    public static void Write(string folder, int sets, bool large)
    {
        for (var i = 0; i < sets; i++)
        {
            var set = Path.Combine(folder, i.ToString("000", CultureInfo.InvariantCulture));
            Directory.CreateDirectory(set);
            Save(set, "Base", null, Base());
            Save(set, "Extensions", "Base", Extensions(large ? BaseProfiles : ExtensionProfiles));
            foreach (var party in (string[])["SignUpOrSignIn", "ProfileEdit", "PasswordReset"])
                Save(set, party, "Extensions", (large ? Profiles(party, BaseProfiles, withClaims: true) : "") + RelyingParty);
        }
    }

    private const string RelyingParty = """
          <RelyingParty>
            <DefaultUserJourney ReferenceId="SignUpOrSignIn" />
            <UserJourneyBehaviors>
              <SingleSignOn Scope="Tenant" KeepAliveInDays="30" />
              <SessionExpiryType>Absolute</SessionExpiryType>
              <SessionExpiryInSeconds>1200</SessionExpiryInSeconds>
            </UserJourneyBehaviors>
            <TechnicalProfile Id="PolicyProfile">
              <DisplayName>PolicyProfile</DisplayName>
              <Protocol Name="OpenIdConnect" />
              <OutputClaims>
                <OutputClaim ClaimTypeReferenceId="displayName" />
                <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
              </OutputClaims>
              <SubjectNamingInfo ClaimType="sub" />
            </TechnicalProfile>
          </RelyingParty>

        """;

    private static void Save(string set, string id, string? basis, string content) => File.WriteAllText(Path.Combine(set, id + ".xml"), $"""
        <?xml version="1.0" encoding="utf-8"?>
        <TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0" TenantId="bench.onmicrosoft.com" PolicyId="B2C_1A_{id}" PublicPolicyUri="http://bench.onmicrosoft.com/B2C_1A_{id}">
        {(basis is null ? "" : $"  <BasePolicy>\n    <TenantId>bench.onmicrosoft.com</TenantId>\n    <PolicyId>B2C_1A_{basis}</PolicyId>\n  </BasePolicy>")}
        {content}</TrustFrameworkPolicy>
        """);

    private static string Base()
    {
        var text = new StringBuilder("  <BuildingBlocks>\n    <ClaimsSchema>\n");
        for (var i = 0; i < 60; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                      <ClaimType Id="claim{i}">
                        <DisplayName>Claim number {i}</DisplayName>
                        <DataType>string</DataType>
                        <DefaultPartnerClaimTypes>
                          <Protocol Name="OpenIdConnect" PartnerClaimType="c{i}" />
                        </DefaultPartnerClaimTypes>
                        <UserInputType>TextBox</UserInputType>
                      </ClaimType>

                """);
        }

        text.Append("""
                </ClaimsSchema>
                <ContentDefinitions>
                  <ContentDefinition Id="api.signuporsignin">
                    <LoadUri>~/tenant/default/unified.cshtml</LoadUri>
                    <RecoveryUri>~/common/default_page_error.html</RecoveryUri>
                    <DataUri>urn:com:microsoft:aad:b2c:elements:unifiedssp:1.1.0</DataUri>
                  </ContentDefinition>
                </ContentDefinitions>
              </BuildingBlocks>

            """);
        text.Append(Profiles("Base", BaseProfiles, withClaims: true));
        text.Append("  <UserJourneys>\n");
        foreach (var journey in (string[])["SignUpOrSignIn", "ProfileEdit", "PasswordReset"])
        {
            text.Append(CultureInfo.InvariantCulture, $"    <UserJourney Id=\"{journey}\">\n      <OrchestrationSteps>\n");
            text.Append("""
                        <OrchestrationStep Order="1" Type="CombinedSignInAndSignUp" ContentDefinitionReferenceId="api.signuporsignin">
                          <ClaimsProviderSelections>
                            <ClaimsProviderSelection ValidationClaimsExchangeId="Local" />
                          </ClaimsProviderSelections>
                          <ClaimsExchanges>
                            <ClaimsExchange Id="Local" TechnicalProfileReferenceId="Base-0" />
                          </ClaimsExchanges>
                        </OrchestrationStep>

                """);
            for (var step = 2; step < 8; step++)
            {
                text.Append(CultureInfo.InvariantCulture, $"""
                            <OrchestrationStep Order="{step}" Type="ClaimsExchange">
                              <Preconditions>
                                <Precondition Type="ClaimsExist" ExecuteActionsIf="true">
                                  <Value>objectId</Value>
                                  <Action>SkipThisOrchestrationStep</Action>
                                </Precondition>
                              </Preconditions>
                              <ClaimsExchanges>
                                <ClaimsExchange Id="Exchange{step}" TechnicalProfileReferenceId="Base-{step}" />
                              </ClaimsExchanges>
                            </OrchestrationStep>

                    """);
            }

            text.Append("""
                        <OrchestrationStep Order="8" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="Base-9" />
                      </OrchestrationSteps>
                    </UserJourney>

                """);
        }

        return text.Append("  </UserJourneys>\n").ToString();
    }

    private static string Extensions(int profiles) => Profiles("Base", profiles, withClaims: profiles > ExtensionProfiles);

    private static string Profiles(string prefix, int count, bool withClaims)
    {
        var text = new StringBuilder(
            "  <ClaimsProviders>\n    <ClaimsProvider>\n      <DisplayName>Accounts</DisplayName>\n      <TechnicalProfiles>\n");
        for (var i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                        <TechnicalProfile Id="{prefix}-{i}">
                          <DisplayName>Profile number {i}</DisplayName>
                          <Protocol Name="Proprietary" Handler="{Handler}" />
                          <Metadata>
                            <Item Key="setting.operatingMode">Email</Item>
                            <Item Key="ContentDefinitionReferenceId">api.signuporsignin</Item>
                          </Metadata>

                """);
            if (i == 0)
                text.Insert(text.Length - "          </Metadata>\n".Length,
                    "            <Item Key=\"setting.enableRememberMe\">True</Item>\n");
            if (withClaims)
            {
                text.Append("          <InputClaims>\n");
                for (var claim = 0; claim < 6; claim++)
                    text.Append(CultureInfo.InvariantCulture, $"            <InputClaim ClaimTypeReferenceId=\"claim{(i + claim) % 60}\" ")
                        .Append(CultureInfo.InvariantCulture, $"PartnerClaimType=\"c{claim}\" Required=\"true\" />\n");
                text.Append("          </InputClaims>\n          <OutputClaims>\n");
                for (var claim = 0; claim < 7; claim++)
                    text.Append(CultureInfo.InvariantCulture, $"            <OutputClaim ClaimTypeReferenceId=\"claim{(i + claim) % 60}\" ")
                        .Append(CultureInfo.InvariantCulture, $"DefaultValue=\"value {claim}\" />\n");
                text.Append("          </OutputClaims>\n");
            }

            text.Append("        </TechnicalProfile>\n");
        }

        return text.Append("      </TechnicalProfiles>\n    </ClaimsProvider>\n  </ClaimsProviders>\n").ToString();
    }
}
