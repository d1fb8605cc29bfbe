using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace KmsiConformance.Saml;

/// <summary>What one side of SAML says about itself. Roles that it does not play are null.</summary>
/// <param name="EntityId">Its name.</param>
/// <param name="Certificates">With whose keys it signs.</param>
/// <param name="SignInUrl">An identity provider's SingleSignOnService, by redirect.</param>
/// <param name="ConsumerUrl">A service provider's AssertionConsumerService, by post.</param>
/// <param name="SignOutUrl">SingleLogoutService, by redirect; null when it has none .</param>
public sealed record EntityMetadata(
    string EntityId, IReadOnlyList<X509Certificate2> Certificates, string? SignInUrl, string? ConsumerUrl, string? SignOutUrl)
{
    /// <summary>Where answers to its LogoutRequests go: a SingleLogoutService may name another address for them.</summary>
    public string? SignOutAnswerUrl { get; init; } = SignOutUrl;

    /// <summary>An identity provider's SingleSignOnService, by post; null for none.</summary>
    public string? SignInPostUrl { get; init; } = SignInUrl;

    /// <summary>Whether an identity provider demands that AuthnRequests are signed.</summary>
    public bool WantsSignedRequests { get; init; }

    /// <summary>The document.</summary>
    public string Write() => SamlXml.Write(writer => writer.Element("md", "EntityDescriptor", SamlNames.Metadata, () =>
    {
        if (SignInUrl is not null)
        {
            writer.Element("md", "IDPSSODescriptor", SamlNames.Metadata, () =>
            {
                KeysAndSignOut(writer);
                Service(writer, "SingleSignOnService", SamlNames.RedirectBinding, SignInUrl);
                if (SignInPostUrl is not null) Service(writer, "SingleSignOnService", SamlNames.PostBinding, SignInPostUrl);
            }, ("WantAuthnRequestsSigned", WantsSignedRequests ? "true" : null), ("protocolSupportEnumeration", SamlNames.Protocol));
        }

        if (ConsumerUrl is not null)
        {
            writer.Element("md", "SPSSODescriptor", SamlNames.Metadata, () =>
            {
                KeysAndSignOut(writer);
                writer.Element(
                    "md", "AssertionConsumerService", SamlNames.Metadata, () => { }, ("Binding", SamlNames.PostBinding),
                    ("Location", ConsumerUrl), ("index", "0"), ("isDefault", "true"));
            }, ("protocolSupportEnumeration", SamlNames.Protocol), ("WantAssertionsSigned", "true"));
        }
    }, ("entityID", EntityId)));

    /// <summary>Reads a document. It is believed for where it was fetched from, over TLS.</summary>
    /// <exception cref="SamlRefusedException">It cannot be read.</exception>
    public static EntityMetadata Read(string xml)
    {
        var root = SamlXml.Parse(xml, "EntityDescriptor", SamlNames.Metadata);
        var provider = root.Child("IDPSSODescriptor", SamlNames.Metadata);
        var service = root.Child("SPSSODescriptor", SamlNames.Metadata);
        var role = provider
            ?? service
            ?? throw new SamlRefusedException("the metadata describes neither an identity provider nor a service provider");
        var signOut = Service(role, "SingleLogoutService", SamlNames.RedirectBinding);
        return new EntityMetadata(
            root.Required("entityID"),
            [.. Keys(role)],
            provider is null ? null : Location(provider, "SingleSignOnService", SamlNames.RedirectBinding),
            service is null ? null : Location(service, "AssertionConsumerService", SamlNames.PostBinding),
            signOut?.Required("Location"))
        {
            SignOutAnswerUrl = signOut?.Attribute("ResponseLocation") ?? signOut?.Required("Location"),
            SignInPostUrl = provider is null ? null : Location(provider, "SingleSignOnService", SamlNames.PostBinding),
            WantsSignedRequests = provider?.Attribute("WantAuthnRequestsSigned") is { } wants && XmlConvert.ToBoolean(wants),
        };
    }

    private void KeysAndSignOut(XmlWriter writer)
    {
        foreach (var certificate in Certificates)
        {
            writer.Element("md", "KeyDescriptor", SamlNames.Metadata, () =>
                writer.Element("ds", "KeyInfo", SamlNames.Signature, () =>
                    writer.Element("ds", "X509Data", SamlNames.Signature, () =>
                        writer.Text(
                            "ds", "X509Certificate", SamlNames.Signature,
                            Convert.ToBase64String(certificate.RawData)))), ("use", "signing"));
        }

        if (SignOutUrl is not null) Service(writer, "SingleLogoutService", SamlNames.RedirectBinding, SignOutUrl);
    }

    private static void Service(XmlWriter writer, string name, string binding, string location) =>
        writer.Element("md", name, SamlNames.Metadata, () => { }, ("Binding", binding), ("Location", location));

    private static string? Location(XmlElement role, string service, string binding) =>
        Service(role, service, binding)?.Required("Location");

    private static XmlElement? Service(XmlElement role, string service, string binding) =>
        role.Children(service, SamlNames.Metadata).FirstOrDefault(element => element.Attribute("Binding") == binding);

    private static IEnumerable<X509Certificate2> Keys(XmlElement role)
    {
        foreach (var key in role.Children("KeyDescriptor", SamlNames.Metadata).Where(key => key.Attribute("use") is null or "signing"))
        {
            foreach (XmlElement written in key.GetElementsByTagName("X509Certificate", SamlNames.Signature))
            {
                X509Certificate2? certificate = null;
                try
                {
                    certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(written.InnerText));
                }
                catch (Exception malformed) when (malformed is FormatException or CryptographicException)
                {
                    throw new SamlRefusedException("a certificate of the metadata cannot be read");
                }

                yield return certificate;
            }
        }
    }
}
