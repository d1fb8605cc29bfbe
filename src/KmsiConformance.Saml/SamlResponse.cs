using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace KmsiConformance.Saml;

/// <summary>What an assertion says about somebody.</summary>
/// <param name="Subject">The NameID.</param>
/// <param name="SessionIndex">Names the session at the one that asserts.</param>
/// <param name="Attributes">Whatever else is said, by attribute name.</param>
public sealed record SamlSubject(
    string Subject, string SessionIndex, DateTimeOffset AuthenticatedAt, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>What the NameID says besides the name.</summary>
    public NameQualifiers Qualifiers { get; init; } = NameQualifiers.Persistent;
}

/// <summary>An answer to an AuthnRequest, as it is written.</summary>
/// <param name="Issuer">Entity id of the one that asserts.</param>
/// <param name="Audience">Entity id of the one that asked.</param>
/// <param name="Recipient">The address that the answer is posted to.</param>
/// <param name="InResponseTo">Id of the request.</param>
public sealed record SamlResponse(string Issuer, string Audience, string Recipient, string InResponseTo, DateTimeOffset IssuedAt)
{
    /// <summary>How long an assertion may be presented. It is used at once: minutes are plenty.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Vouches for somebody.</summary>
    /// <param name="certificate">Whose key signs the assertion; null leaves it unsigned, as a provider that misbehaves does.</param>
    public string Vouch(SamlSubject subject, X509Certificate2? certificate)
    {
        var xml = SamlXml.Write(writer => Response(writer, () =>
        {
            Status(writer, SamlNames.Success, null);
            Assertion(writer, subject);
        }));
        if (certificate is null) return xml;

        var document = SamlXml.Parse(xml);
        XmlSignature.Sign(document.DocumentElement!.Demand("Assertion", SamlNames.Assertion), certificate);
        return document.OuterXml;
    }

    /// <summary>Says no.</summary>
    /// <param name="because">A second-level status such as <see cref="SamlNames.RequestDenied"/>.</param>
    public string Refuse(string because) => Refuse(SamlNames.Responder, because);

    /// <summary>Says no.</summary>
    /// <param name="code">The topmost status.</param>
    /// <param name="because">The status in it; null for none.</param>
    public string Refuse(string code, string? because) =>
        SamlXml.Write(writer => Response(writer, () => Status(writer, code, because)));

    private void Response(XmlWriter writer, Action content) => writer.Element("samlp", "Response", SamlNames.Protocol, () =>
    {
        writer.Text("saml", "Issuer", SamlNames.Assertion, Issuer);
        content();
    },
    ("ID", SamlIds.New()), ("Version", "2.0"), ("IssueInstant", SamlXml.Moment(IssuedAt)), ("Destination", Recipient),
    ("InResponseTo", InResponseTo));

    private static void Status(XmlWriter writer, string code, string? because) =>
        writer.Element("samlp", "Status", SamlNames.Protocol, () =>
        writer.Element("samlp", "StatusCode", SamlNames.Protocol, () =>
        {
            if (because is not null) writer.Element("samlp", "StatusCode", SamlNames.Protocol, () => { }, ("Value", because));
        }, ("Value", code)));

    private void Assertion(XmlWriter writer, SamlSubject subject)
    {
        var until = SamlXml.Moment(IssuedAt + Lifetime);
        writer.Element("saml", "Assertion", SamlNames.Assertion, () =>
        {
            writer.Text("saml", "Issuer", SamlNames.Assertion, Issuer);
            writer.Element("saml", "Subject", SamlNames.Assertion, () =>
            {
                subject.Qualifiers.Write(writer, subject.Subject);
                writer.Element("saml", "SubjectConfirmation", SamlNames.Assertion, () =>
                    writer.Element(
                        "saml", "SubjectConfirmationData", SamlNames.Assertion, () => { }, ("InResponseTo", InResponseTo),
                        ("Recipient", Recipient), ("NotOnOrAfter", until)),
                    ("Method", SamlNames.Bearer));
            });
            writer.Element("saml", "Conditions", SamlNames.Assertion, () =>
                writer.Element(
                    "saml", "AudienceRestriction", SamlNames.Assertion,
                    () => writer.Text("saml", "Audience", SamlNames.Assertion, Audience)),
                ("NotBefore", SamlXml.Moment(IssuedAt)), ("NotOnOrAfter", until));
            writer.Element("saml", "AuthnStatement", SamlNames.Assertion, () =>
                writer.Element(
                    "saml", "AuthnContext", SamlNames.Assertion,
                    () => writer.Text("saml", "AuthnContextClassRef", SamlNames.Assertion, SamlNames.PasswordOverTls)),
                ("AuthnInstant", SamlXml.Moment(subject.AuthenticatedAt)), ("SessionIndex", subject.SessionIndex));
            if (subject.Attributes.Count > 0) writer.Element("saml", "AttributeStatement", SamlNames.Assertion, () =>
            {
                foreach (var (name, value) in subject.Attributes)
                    writer.Element(
                        "saml", "Attribute", SamlNames.Assertion,
                        () => writer.Text("saml", "AttributeValue", SamlNames.Assertion, value), ("Name", name));
            });
        },
        ("ID", SamlIds.New()), ("Version", "2.0"), ("IssueInstant", SamlXml.Moment(IssuedAt)));
    }
}
