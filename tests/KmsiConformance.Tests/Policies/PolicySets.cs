namespace KmsiConformance.Tests.Policies;

/// <summary>Small policy sets, written to a folder of their own that goes away with the test.</summary>
internal sealed class PolicyFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("policies-").FullName;

    public string Write(string name, string xml)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, xml);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

internal static class PolicySets
{
    public const string Base = """
        <TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
          TenantId="yours.onmicrosoft.com" PolicyId="B2C_1A_Base">
          <BuildingBlocks>
            <ContentDefinitions>
              <ContentDefinition Id="api.signuporsignin"><DataUri>urn:com:microsoft:aad:b2c:elements:unifiedssp:1.0.0</DataUri>
              </ContentDefinition>
            </ContentDefinitions>
        </BuildingBlocks>
          <ClaimsProviders>
            <ClaimsProvider>
              <TechnicalProfiles>
                <TechnicalProfile Id="SelfAsserted-LocalAccountSignin-Email">
                  <Metadata><Item Key="SignUpTarget">SignUp</Item><Item Key="setting.operatingMode">Email</Item></Metadata>
                </TechnicalProfile>
              </TechnicalProfiles>
            </ClaimsProvider>
        </ClaimsProviders>
          <UserJourneys>
            <UserJourney Id="SignUpOrSignIn">
              <OrchestrationSteps>
                <OrchestrationStep Order="1" Type="CombinedSignInAndSignUp" ContentDefinitionReferenceId="api.signuporsignin">
                  <ClaimsProviderSelections><ClaimsProviderSelection ValidationClaimsExchangeId="Local" /></ClaimsProviderSelections>
                  <ClaimsExchanges><ClaimsExchange Id="Local" TechnicalProfileReferenceId="SelfAsserted-LocalAccountSignin-Email" />
                  </ClaimsExchanges>
                </OrchestrationStep>
                <OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
              </OrchestrationSteps>
            </UserJourney>
          </UserJourneys>
        </TrustFrameworkPolicy>
        """;

    public static string Extensions(string inside = "", string policyBase = "B2C_1A_Base") => $"""
        <TrustFrameworkPolicy TenantId="yours.onmicrosoft.com" PolicyId="B2C_1A_Extensions">
          <BasePolicy><TenantId>yours.onmicrosoft.com</TenantId><PolicyId>{policyBase}</PolicyId></BasePolicy>
          {inside}
        </TrustFrameworkPolicy>
        """;

    public static string RelyingParty(string behaviors, string policyBase = "B2C_1A_Extensions", string id = "B2C_1A_signup_signin") => $"""
        <TrustFrameworkPolicy TenantId="yours.onmicrosoft.com" PolicyId="{id}">
          <BasePolicy><TenantId>YOURS.onmicrosoft.com</TenantId><PolicyId>{policyBase}</PolicyId></BasePolicy>
          <RelyingParty>
            <DefaultUserJourney ReferenceId="SignUpOrSignIn" />
            <UserJourneyBehaviors>
              {behaviors}
            </UserJourneyBehaviors>
          </RelyingParty>
        </TrustFrameworkPolicy>
        """;

    /// <summary>A policy that stands alone.</summary>
    public static string Alone(string behaviors) => $"""
        <TrustFrameworkPolicy TenantId="yours.onmicrosoft.com" PolicyId="B2C_1A_alone">
          <RelyingParty><UserJourneyBehaviors>{behaviors}</UserJourneyBehaviors></RelyingParty>
        </TrustFrameworkPolicy>
        """;

    /// <summary>What turns the box on in the document of 2020, as a team would write it into its extensions.</summary>
    public static string WithBox(string version = "1.1.0", string setting = "True") => $"""
        <BuildingBlocks><ContentDefinitions><ContentDefinition Id="api.signuporsignin">
          <DataUri>urn:com:microsoft:aad:b2c:elements:contract:unifiedssp:{version}</DataUri></ContentDefinition></ContentDefinitions>
        </BuildingBlocks>
        <ClaimsProviders><ClaimsProvider><TechnicalProfiles><TechnicalProfile Id="SelfAsserted-LocalAccountSignin-Email"><Metadata>
          <Item Key="setting.enableRememberMe">{setting}</Item></Metadata></TechnicalProfile></TechnicalProfiles></ClaimsProvider>
        </ClaimsProviders>
        """;
}
