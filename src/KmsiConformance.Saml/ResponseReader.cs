using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace KmsiConformance.Saml;

/// <summary>What must be true of an answer before it is believed.</summary>
/// <param name="Issuer">Entity id of the one that was asked.</param>
/// <param name="Audience">Entity id of the one that asked.</param>
/// <param name="Recipient">The address at which the answer arrived.</param>
/// <param name="InResponseTo">Id of the request.</param>
/// <param name="Keys">The certificates of the one that was asked, from its metadata.</param>
public sealed record ExpectedResponse(
    string Issuer, string Audience, string Recipient, string InResponseTo, IReadOnlyCollection<X509Certificate2> Keys, DateTimeOffset Now)
{
    /// <summary>By how much its times may be off.</summary>
    public TimeSpan Leeway { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether signatures are demanded; only a fault says otherwise.</summary>
    public bool VerifiesSignature { get; init; } = true;
}

/// <summary>An answer that is believed: somebody, or a no.</summary>
/// <param name="Subject">Whom it vouches for; null when it says no.</param>
/// <param name="Status">The innermost status.</param>
/// <param name="Topmost">The status around it, or the same where there is none inside.</param>
public sealed record ReadResponse(SamlSubject? Subject, string Status, string Topmost);

/// <summary>Reads answers to AuthnRequests, and believes only those that were meant for this very request (SAML profiles, 4.1.4).</summary>
/// <param name="replays">Remembers which assertions were presented before.</param>
public sealed class ResponseReader(ReplayCache replays)
{
    /// <summary>Reads an answer.</summary>
    /// <exception cref="SamlRefusedException">It must not be believed.</exception>
    public ReadResponse Read(string xml, ExpectedResponse expected)
    {
        var response = SamlXml.Parse(xml, "Response", SamlNames.Protocol);
        Same("Destination", response.Required("Destination"), expected.Recipient);
        Same("InResponseTo", response.Required("InResponseTo"), expected.InResponseTo);
        if (response.Child("Issuer", SamlNames.Assertion) is { } issuer) Same("Issuer", issuer.InnerText.Trim(), expected.Issuer);

        // Two assertions, or one that hides further down, would leave open which one counts.
        var assertions = response.SelectNodes("//*[local-name()='Assertion' or local-name()='EncryptedAssertion']")!.Count;
        var (status, topmost) = Status(response.Demand("Status", SamlNames.Protocol));
        if (status != SamlNames.Success)
            return assertions == 0
                ? new ReadResponse(null, status, topmost)
                : throw new SamlRefusedException("a refusal carries an assertion");
        if (assertions != 1) throw new SamlRefusedException($"the answer has {assertions} assertions, expected one");

        var assertion = response.Demand("Assertion", SamlNames.Assertion);
        if (expected.VerifiesSignature) XmlSignature.Verify(assertion, expected.Keys);
        return new ReadResponse(Subject(assertion, expected), status, topmost);
    }

    private SamlSubject Subject(XmlElement assertion, ExpectedResponse expected)
    {
        Same("Issuer", assertion.Demand("Issuer", SamlNames.Assertion).InnerText.Trim(), expected.Issuer);
        var subject = assertion.Demand("Subject", SamlNames.Assertion);
        var until = Confirm(subject.Demand("SubjectConfirmation", SamlNames.Assertion), expected);
        Conditions(assertion.Demand("Conditions", SamlNames.Assertion), expected);

        var statement = assertion.Demand("AuthnStatement", SamlNames.Assertion);
        var nameId = subject.Demand("NameID", SamlNames.Assertion);
        var read = new SamlSubject(
            nameId.InnerText.Trim() is { Length: > 0 } name ? name : throw new SamlRefusedException("the NameID is empty"),
            statement.Attribute("SessionIndex") ?? "",
            statement.Moment("AuthnInstant") ?? expected.Now,
            Attributes(assertion))
        {
            Qualifiers = NameQualifiers.Of(nameId),
        };
        if (!replays.IsFirst(assertion.Required("ID"), until + expected.Leeway, expected.Now))
            throw new SamlRefusedException("the assertion was presented before");
        return read;
    }

    private static DateTimeOffset Confirm(XmlElement confirmation, ExpectedResponse expected)
    {
        Same("Method", confirmation.Required("Method"), SamlNames.Bearer);
        var said = confirmation.Demand("SubjectConfirmationData", SamlNames.Assertion);
        Same("Recipient", said.Required("Recipient"), expected.Recipient);
        Same("InResponseTo", said.Required("InResponseTo"), expected.InResponseTo);
        if (said.Attribute("NotBefore") is not null)
            throw new SamlRefusedException("a bearer assertion must not have NotBefore in its confirmation");
        var until = said.Moment("NotOnOrAfter") ?? throw new SamlRefusedException("the confirmation has no NotOnOrAfter");
        return expected.Now < until + expected.Leeway ? until : throw new SamlRefusedException("the assertion has expired");
    }

    private static void Conditions(XmlElement conditions, ExpectedResponse expected)
    {
        if (conditions.Moment("NotBefore") is { } from && expected.Now < from - expected.Leeway)
            throw new SamlRefusedException("the assertion is not valid yet");
        if (conditions.Moment("NotOnOrAfter") is { } until && expected.Now >= until + expected.Leeway)
            throw new SamlRefusedException("the assertion has expired");

        // Every restriction must be met, each by one of its audiences.
        var restrictions = conditions.Children("AudienceRestriction", SamlNames.Assertion);
        if (restrictions.Count == 0) throw new SamlRefusedException("the assertion is restricted to no audience");
        foreach (var restriction in restrictions)
        {
            if (restriction.Children("Audience", SamlNames.Assertion).All(audience => audience.InnerText.Trim() != expected.Audience))
                throw new SamlRefusedException($"the assertion is not for {expected.Audience}");
        }
    }

    private static Dictionary<string, string> Attributes(XmlElement assertion) =>
        assertion.Children("AttributeStatement", SamlNames.Assertion)
        .SelectMany(statement => statement.Children("Attribute", SamlNames.Assertion))
        .DistinctBy(attribute => attribute.Required("Name"))
        .ToDictionary(attribute =>
            attribute.Required("Name"),
            attribute => attribute.Children("AttributeValue", SamlNames.Assertion) is [var first, ..] ? first.InnerText : "",
            StringComparer.Ordinal);

    private static (string Innermost, string Topmost) Status(XmlElement status)
    {
        var code = status.Demand("StatusCode", SamlNames.Protocol);
        var topmost = code.Required("Value");
        return (code.Child("StatusCode", SamlNames.Protocol)?.Required("Value") ?? topmost, topmost);
    }

    private static void Same(string what, string actual, string expected)
    {
        if (actual != expected) throw new SamlRefusedException($"{what} is '{actual}', expected '{expected}'");
    }
}
