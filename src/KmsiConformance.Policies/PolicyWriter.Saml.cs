using System.Globalization;
using System.Text;
using System.Xml;

namespace KmsiConformance.Policies;

/// <content>Policies for SAML apps.</content>
public static partial class PolicyWriter
{
    private const string SamlIssuer = "Saml2AssertionIssuer";
    private const string SamlIssuerSession = "SM-Saml-issuer";

    /// <summary>
    /// Writes a policy that does everything as another one does, but for a SAML app: it extends the other, and says only
    /// that its relying party speaks SAML 2.0, and who issues assertions.
    /// </summary>
    /// <param name="extended">The policy that is extended; it must have a journey.</param>
    public static string WriteForSaml(CustomPolicy extended, string policyId)
    {
        var tenant = extended.TenantId;
        var journey = extended.DefaultUserJourney
            ?? throw new ArgumentException($"{extended.PolicyId} names no journey.", nameof(extended));
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            Element(xml, "TrustFrameworkPolicy", [
                ("PolicySchemaVersion", "0.3.0.0"), ("TenantId", tenant), ("PolicyId", policyId),
                ("PublicPolicyUri", $"http://{tenant}/{policyId}"),
            ], () =>
            {
                Element(xml, "BasePolicy", [], () =>
                {
                    Text(xml, "TenantId", tenant);
                    Text(xml, "PolicyId", extended.PolicyId);
                });
                Element(xml, "ClaimsProviders", [], () => Element(xml, "ClaimsProvider", [], () => AssertionIssuer(xml)));

                // The last step is replaced by one of the same order, which sends claims through the other issuer.
                Element(
                    xml, "UserJourneys", [],
                    () => Element(xml, "UserJourney", [("Id", journey)], () => Element(xml, "OrchestrationSteps", [], () =>
                    Element(xml, "OrchestrationStep", [
                        ("Order", extended.Steps[^1].Order.ToString(CultureInfo.InvariantCulture)), ("Type", "SendClaims"),
                        ("CpimIssuerTechnicalProfileReferenceId", SamlIssuer),
                    ]))));
                Element(xml, "RelyingParty", [], () =>
                {
                    Element(xml, "DefaultUserJourney", [("ReferenceId", journey)]);
                    Element(xml, "TechnicalProfile", [("Id", "PolicyProfile")], () => Element(xml, "Protocol", [("Name", "SAML2")]));
                });
            });
        }

        return text.Append('\n').ToString();
    }

    // protocol and session management, as single sign-out wants them.
    private static void AssertionIssuer(XmlWriter xml)
    {
        Text(xml, "DisplayName", "Assertions and sessions");
        Element(xml, "TechnicalProfiles", [], () =>
        {
            Element(xml, "TechnicalProfile", [("Id", SamlIssuer)], () =>
            {
                Text(xml, "DisplayName", "Assertion issuer");
                Element(xml, "Protocol", [("Name", "SAML2")]);
                Text(xml, "OutputTokenFormat", "SAML2");
                Element(xml, "UseTechnicalProfileForSessionManagement", [("ReferenceId", SamlIssuerSession)]);
            });
            Element(xml, "TechnicalProfile", [("Id", SamlIssuerSession)], () =>
            {
                Text(xml, "DisplayName", "SAML apps of the session");
                Element(xml, "Protocol", [("Name", "Proprietary"), ("Handler", Handler("SSO.SamlSSOSessionProvider"))]);
            });
        });
    }
}
