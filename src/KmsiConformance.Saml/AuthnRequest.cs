using System.Xml;

namespace KmsiConformance.Saml;

/// <summary>Asks an identity provider to sign somebody in.</summary>
/// <param name="Id">Comes back in InResponseTo.</param>
/// <param name="Issuer">Entity id of the one that asks.</param>
/// <param name="ConsumerUrl">Where the answer is wanted; null leaves it to the metadata.</param>
/// <param name="IsPassive">Nobody may be shown a page.</param>
/// <param name="ForceAuthn">Credentials must be typed although there is a session.</param>
public sealed record AuthnRequest(
    string Id, string Issuer, string Destination, string? ConsumerUrl, DateTimeOffset IssuedAt, bool IsPassive = false,
    bool ForceAuthn = false)
{
    /// <summary>The message.</summary>
    public string Write() => SamlXml.Write(writer => writer.Element("samlp", "AuthnRequest", SamlNames.Protocol, () =>
    {
        writer.Text("saml", "Issuer", SamlNames.Assertion, Issuer);
        writer.Element("samlp", "NameIDPolicy", SamlNames.Protocol, () => { }, ("Format", SamlNames.Persistent), ("AllowCreate", "true"));
    },
    ("ID", Id), ("Version", "2.0"), ("IssueInstant", SamlXml.Moment(IssuedAt)), ("Destination", Destination),
    ("IsPassive", IsPassive ? "true" : null), ("ForceAuthn", ForceAuthn ? "true" : null),
    ("AssertionConsumerServiceURL", ConsumerUrl), ("ProtocolBinding", ConsumerUrl is null ? null : SamlNames.PostBinding)));

    /// <summary>Reads a message. Whether it is signed is its binding's matter.</summary>
    /// <exception cref="SamlRefusedException">It cannot be read.</exception>
    public static AuthnRequest Read(string xml)
    {
        var root = SamlXml.Parse(xml, "AuthnRequest", SamlNames.Protocol);
        return new AuthnRequest(
            root.Required("ID"),
            root.Demand("Issuer", SamlNames.Assertion).InnerText.Trim(),
            root.Attribute("Destination") ?? "",
            root.Attribute("AssertionConsumerServiceURL"),
            root.Moment("IssueInstant") ?? throw new SamlRefusedException("AuthnRequest has no IssueInstant"),
            root.Attribute("IsPassive") is { } passive && XmlConvert.ToBoolean(passive),
            root.Attribute("ForceAuthn") is { } force && XmlConvert.ToBoolean(force));
    }
}
