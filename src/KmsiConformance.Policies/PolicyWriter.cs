using System.Globalization;
using System.Text;
using System.Xml;

namespace KmsiConformance.Policies;

/// <summary>
/// Writes a policy that stands alone and says no more than the settings need, with the elements in the order that the
/// schema wants. <see cref="PolicyReader"/> reads it back to the same settings.
/// </summary>
public static partial class PolicyWriter
{
    private const string Namespace = "http://schemas.microsoft.com/online/cpim/schemas/2013/06";
    private const string SignIn = "SelfAsserted-LocalAccountSignin-Email";
    private const string Exchange = "LocalSignIn";
    private const string Journey = "SignIn";
    private const string SecondFactor = "PhoneFactor-Verify";
    private const string SecondFactorSession = "SM-MFA";
    private const string Issuer = "JwtIssuer";
    private const string IssuerSession = "SM-jwt-issuer";

    /// <summary>Writes the policy.</summary>
    /// <param name="settings">What is null is left out.</param>
    /// <param name="kmsiOffered">Whether the page shows the box under <paramref name="readings"/>.</param>
    /// <param name="issuer">Whether the token issuer makes sessions remember their apps.</param>
    /// <param name="secondFactor">Whether a second factor is asked for, once in a session's life.</param>
    /// <param name="providers">Identity providers that the page offers besides the accounts of the tenant.</param>
    public static string Write(
        SessionSettings settings, string policyId, string tenant, bool kmsiOffered, Readings readings,
        IssuerDeclaration issuer = IssuerDeclaration.RemembersApps, bool secondFactor = false,
        IReadOnlyList<WrittenProvider>? providers = null)
    {
        providers ??= [];
        var page = kmsiOffered ? "api.signuporsigninwithkmsi" : "api.signuporsignin";

        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            Element(xml, "TrustFrameworkPolicy", [
                ("PolicySchemaVersion", "0.3.0.0"), ("TenantId", tenant), ("PolicyId", policyId),
                ("PublicPolicyUri", $"http://{tenant}/{policyId}"),
            ], () =>
            {
                Element(
                    xml, "BuildingBlocks", [],
                    () => Element(xml, "ContentDefinitions", [], () => ContentDefinition(xml, page, kmsiOffered)));
                Element(xml, "ClaimsProviders", [], () =>
                {
                    Element(xml, "ClaimsProvider", [], () => LocalAccount(xml, kmsiOffered && readings.BoxNeedsMetadata));
                    foreach (var provider in providers) Element(xml, "ClaimsProvider", [], () => Provider(xml, provider));
                    if (providers.Count > 0) Element(xml, "ClaimsProvider", [], () => ProviderSessions(xml, providers));
                    Element(xml, "ClaimsProvider", [], () => TokenIssuer(xml, issuer));
                    if (secondFactor) Element(xml, "ClaimsProvider", [], () => Authenticator(xml));
                });
                Element(
                    xml, "UserJourneys", [],
                    () => Element(xml, "UserJourney", [("Id", Journey)], () => Steps(xml, page, secondFactor, providers)));
                Element(xml, "RelyingParty", [], () => RelyingParty(xml, settings));
            });
        }

        return text.Append('\n').ToString();
    }

    // R-034: the version decides; 1.0.0 is the same page before it had the box.
    private static void ContentDefinition(XmlWriter xml, string page, bool kmsiOffered) =>
        Element(xml, "ContentDefinition", [("Id", page)], () =>
        {
            Text(xml, "LoadUri", "~/tenant/default/unified.cshtml");
            Text(xml, "RecoveryUri", "~/common/default_page_error.html");
            Text(xml, "DataUri", $"urn:com:microsoft:aad:b2c:elements:unifiedssp:{(kmsiOffered ? "1.1.0" : "1.0.0")}");
        });

    private static void LocalAccount(XmlWriter xml, bool writeSetting)
    {
        Text(xml, "DisplayName", "Accounts of this tenant");
        Element(xml, "TechnicalProfiles", [], () => Element(xml, "TechnicalProfile", [("Id", SignIn)], () =>
        {
            Text(xml, "DisplayName", "Sign-in with name and password");
            Element(xml, "Protocol", [
                ("Name", "Proprietary"), ("Handler", Handler("Providers.SelfAssertedAttributeProvider")),
            ]);
            if (writeSetting)
                Element(xml, "Metadata", [], () => Text(xml, "Item", "True", ("Key", KmsiOffer.Setting)));
        }));
    }

    // R-066: what the session remembers of the factor is kept by the session profile that the step refers to.
    private static void Authenticator(XmlWriter xml)
    {
        Text(xml, "DisplayName", "Authenticator app");
        Element(xml, "TechnicalProfiles", [], () =>
        {
            Element(xml, "TechnicalProfile", [("Id", SecondFactor)], () =>
            {
                Text(xml, "DisplayName", "One-time code");
                Element(xml, "Protocol", [("Name", "Proprietary"), ("Handler", Handler("Providers.PhoneFactorProtocolProvider"))]);
                Element(xml, "UseTechnicalProfileForSessionManagement", [("ReferenceId", SecondFactorSession)]);
            });
            Element(xml, "TechnicalProfile", [("Id", SecondFactorSession)], () =>
            {
                Text(xml, "DisplayName", "Remembers the second factor");
                Element(xml, "Protocol", [("Name", "Proprietary"), ("Handler", Handler("SSO.DefaultSSOSessionProvider"))]);
            });
        });
    }

    // R-106, R-107: without its protocol and its session profile nobody is told about a sign-out.
    private static void TokenIssuer(XmlWriter xml, IssuerDeclaration form)
    {
        Text(xml, "DisplayName", "Tokens and sessions");
        Element(xml, "TechnicalProfiles", [], () =>
        {
            Element(xml, "TechnicalProfile", [("Id", Issuer)], () =>
            {
                Text(xml, "DisplayName", "JWT issuer");
                Element(xml, "Protocol", [("Name", form == IssuerDeclaration.NoProtocol ? "None" : "OpenIdConnect")]);
                Text(xml, "OutputTokenFormat", "JWT");
                if (form != IssuerDeclaration.NoSessionProfile)
                    Element(xml, "UseTechnicalProfileForSessionManagement", [("ReferenceId", IssuerSession)]);
            });
            if (form == IssuerDeclaration.NoSessionProfile) return;
            Element(xml, "TechnicalProfile", [("Id", IssuerSession)], () =>
            {
                Text(xml, "DisplayName", "Apps of the session");
                Element(xml, "Protocol", [
                    ("Name", "Proprietary"), ("Handler", Handler("SSO.OAuthSSOSessionProvider")),
                ]);
            });
        });
    }

    private static string Handler(string type) =>
        $"Web.TPEngine.{type}, Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null";

    private static void Steps(XmlWriter xml, string page, bool secondFactor, IReadOnlyList<WrittenProvider> providers) =>
        Element(xml, "OrchestrationSteps", [], () =>
    {
        Element(
            xml, "OrchestrationStep", [("Order", "1"), ("Type", "CombinedSignInAndSignUp"), ("ContentDefinitionReferenceId", page)], () =>
        {
            Element(xml, "ClaimsProviderSelections", [], () =>
            {
                foreach (var provider in providers)
                    Element(xml, "ClaimsProviderSelection", [("TargetClaimsExchangeId", provider.Exchange)]);
                Element(xml, "ClaimsProviderSelection", [("ValidationClaimsExchangeId", Exchange)]);
            });
            Element(
                xml, "ClaimsExchanges", [],
                () => Element(xml, "ClaimsExchange", [("Id", Exchange), ("TechnicalProfileReferenceId", SignIn)]));
        });
        var order = 2;
        if (providers.Count > 0) ProviderStep(xml, Next(ref order), providers);
        if (secondFactor)
        {
            Element(
                xml, "OrchestrationStep", [("Order", Next(ref order)), ("Type", "ClaimsExchange")],
                () => Element(xml, "ClaimsExchanges", [], () =>
                Element(xml, "ClaimsExchange", [("Id", SecondFactor), ("TechnicalProfileReferenceId", SecondFactor)])));
        }

        Element(
            xml, "OrchestrationStep",
            [("Order", Next(ref order)), ("Type", "SendClaims"), ("CpimIssuerTechnicalProfileReferenceId", Issuer)]);
    });

    private static string Next(ref int order) => (order++).ToString(CultureInfo.InvariantCulture);

    private static void RelyingParty(XmlWriter xml, SessionSettings settings)
    {
        Element(xml, "DefaultUserJourney", [("ReferenceId", Journey)]);
        Element(xml, "UserJourneyBehaviors", [], () =>
        {
            List<(string, string)> signOn = [("Scope", settings.Scope.ToString())];
            if (settings.KeepAliveInDays is { } days) signOn.Add(("KeepAliveInDays", days.ToString(CultureInfo.InvariantCulture)));
            if (settings.EnforceIdTokenHintOnLogout) signOn.Add(("EnforceIdTokenHintOnLogout", "true"));
            Element(xml, "SingleSignOn", [.. signOn]);
            if (settings.SessionExpiryType is { } type) Text(xml, "SessionExpiryType", type.ToString());
            if (settings.SessionExpiryInSeconds is { } seconds)
                Text(xml, "SessionExpiryInSeconds", seconds.ToString(CultureInfo.InvariantCulture));
        });
        Element(xml, "TechnicalProfile", [("Id", "PolicyProfile")], () =>
        {
            Text(xml, "DisplayName", "PolicyProfile");
            Element(xml, "Protocol", [("Name", "OpenIdConnect")]);
            Element(xml, "OutputClaims", [], () =>
            {
                foreach (var claim in (string[])["displayName", "givenName", "surname", "email"])
                    Element(xml, "OutputClaim", [("ClaimTypeReferenceId", claim)]);
                Element(xml, "OutputClaim", [("ClaimTypeReferenceId", "objectId"), ("PartnerClaimType", "sub")]);
                Element(
                    xml, "OutputClaim",
                    [("ClaimTypeReferenceId", "kmsi"), ("DefaultValue", "{Context:KMSI}"), ("AlwaysUseDefaultValue", "true")]);
            });
            Element(xml, "SubjectNamingInfo", [("ClaimType", "sub")]);
        });
    }

    private static void Element(XmlWriter xml, string name, (string Name, string Value)[] attributes, Action? content = null)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
        content?.Invoke();
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text, params (string, string)[] attributes) =>
        Element(xml, name, attributes, () => xml.WriteString(text));
}
