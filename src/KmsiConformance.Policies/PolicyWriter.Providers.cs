using System.Xml;
using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Policies;

/// <content>Identity providers: their claims providers, what sessions remember of them, and the step that asks them.</content>
public static partial class PolicyWriter
{
    private static void Provider(XmlWriter xml, WrittenProvider provider)
    {
        Text(xml, "Domain", provider.Name);
        Text(xml, "DisplayName", provider.DisplayName);
        Element(xml, "TechnicalProfiles", [], () => Element(xml, "TechnicalProfile", [("Id", provider.TechnicalProfile)], () =>
        {
            Text(xml, "DisplayName", provider.DisplayName);
            Element(xml, "Protocol", [("Name", provider.Protocol)]);
            Element(xml, "Metadata", [], () =>
            {
                foreach (var (key, value) in provider.Metadata) Text(xml, "Item", value, ("Key", key));
                if (provider.SingleLogoutEnabled is { } enabled)
                    Text(xml, "Item", enabled ? "true" : "false", ("Key", "SingleLogoutEnabled"));
            });
            if (provider.Protocol != "SAML2")
                Element(
                    xml, "CryptographicKeys", [],
                    () => Element(xml, "Key", [("Id", "client_secret"), ("StorageReferenceId", provider.SecretStorage)]));
            Element(xml, "OutputClaims", [], () =>
            {
                Element(xml, "OutputClaim", [("ClaimTypeReferenceId", "identityProvider"), ("DefaultValue", provider.Name)]);
                Element(
                    xml, "OutputClaim", [("ClaimTypeReferenceId", "authenticationSource"), ("DefaultValue", "socialIdpAuthentication")]);
            });
            Element(xml, "UseTechnicalProfileForSessionManagement", [("ReferenceId", SessionProfile(provider))]);
        }));
    }

    // R-102: a session profile for an identity provider must not take it for an application.
    private static void ProviderSessions(XmlWriter xml, IReadOnlyList<WrittenProvider> providers)
    {
        Text(xml, "DisplayName", "What sessions remember of identity providers");
        Element(xml, "TechnicalProfiles", [], () =>
        {
            foreach (var provider in providers.DistinctBy(SessionProfile))
            {
                Element(xml, "TechnicalProfile", [("Id", SessionProfile(provider))], () =>
                {
                    Text(xml, "DisplayName", SessionProfile(provider));
                    var kind = provider.Memory == ProviderMemory.Nothing ? "Noop" : provider.Protocol == "SAML2" ? "Saml" : "ExternalLogin";
                    Element(
                        xml, "Protocol",
                        [("Name", "Proprietary"), ("Handler", $"Web.TPEngine.SSO.{kind}SSOSessionProvider, Web.TPEngine, "
                            + "Version=1.0.0.0, Culture=neutral, PublicKeyToken=null")]);
                    if (kind == "Saml") Element(xml, "Metadata", [], () => Text(xml, "Item", "false", ("Key", "RegisterServiceProviders")));
                    if (provider.Memory == ProviderMemory.Answer)
                        Element(
                            xml, "PersistedClaims", [],
                            () => Element(xml, "PersistedClaim", [("ClaimTypeReferenceId", "AlternativeSecurityId")]));
                });
            }
        });
    }

    private static string SessionProfile(WrittenProvider provider) =>
        $"SM-{(provider.Protocol == "SAML2" ? "Saml-idp" : "SocialLogin")}-{provider.Memory}";

    private static void ProviderStep(XmlWriter xml, string order, IReadOnlyList<WrittenProvider> providers) =>
        Element(xml, "OrchestrationStep", [("Order", order), ("Type", "ClaimsExchange")], () =>
        {
            Element(
                xml, "Preconditions", [], () => Element(xml, "Precondition", [("Type", "ClaimsExist"), ("ExecuteActionsIf", "true")], () =>
            {
                Text(xml, "Value", "objectId");
                Text(xml, "Action", "SkipThisOrchestrationStep");
            }));
            Element(xml, "ClaimsExchanges", [], () =>
            {
                foreach (var provider in providers)
                    Element(xml, "ClaimsExchange", [("Id", provider.Exchange), ("TechnicalProfileReferenceId", provider.TechnicalProfile)]);
            });
        });
}
