using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using KmsiConformance.Saml;
using NUnit.Framework;
using NUnit.Framework.Constraints;

namespace KmsiConformance.Tests.Saml;

/// <summary>What is believed of a SAML answer, and what somebody with bad intentions makes of one.</summary>
internal sealed class SamlMessageTests
{
    private const string Issuer = "https://contoso.localhost/saml/metadata";
    private const string Audience = "https://login.localhost/tenant/policy";
    private const string Recipient = Audience + "/samlp/sso/assertionconsumer";
    private const string Request = "_request-1";

    private static readonly DateTimeOffset Now = new(2020, 12, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly X509Certificate2 Contoso = Certificate("contoso");
    private static readonly X509Certificate2 Mallory = Certificate("mallory");
    private static readonly SamlSubject Alice = new("alice-7f3a", "session-1", Now,
        new Dictionary<string, string> { ["displayName"] = "Alice <of> Contoso" });

    [OneTimeTearDown]
    public void Forget()
    {
        Contoso.Dispose();
        Mallory.Dispose();
    }

    private static ExpectedResponse Expected => new(Issuer, Audience, Recipient, Request, [Contoso], Now);

    private static string Good => new SamlResponse(Issuer, Audience, Recipient, Request, Now).Vouch(Alice, Contoso);

    [Test]
    public void A_good_answer_is_believed()
    {
        var read = new ResponseReader(new ReplayCache()).Read(Good, Expected).Subject!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((read.Subject, read.SessionIndex), Is.EqualTo((Alice.Subject, Alice.SessionIndex)));
            Assert.That(read.Attributes["displayName"], Is.EqualTo("Alice <of> Contoso"));
        }
    }

    [Test]
    public void The_same_assertion_is_believed_once()
    {
        var reader = new ResponseReader(new ReplayCache());
        var good = Good;
        reader.Read(good, Expected);
        Assert.That(() => reader.Read(good, Expected), Refused("presented before"));
    }

    private static IEnumerable<TestCaseData> OthersAnswers()
    {
        yield return Case("for_another_audience", new SamlResponse(Issuer, "https://other.localhost", Recipient, Request, Now), "not for");
        yield return Case("for_another_address", new SamlResponse(Issuer, Audience, "https://other.localhost/acs", Request, Now),
            "Destination");
        yield return Case("to_another_request", new SamlResponse(Issuer, Audience, Recipient, "_request-2", Now), "InResponseTo");
        yield return Case("of_another_issuer", new SamlResponse("https://fabrikam.localhost", Audience, Recipient, Request, Now), "Issuer");
        yield return Case("that_is_too_old",
            new SamlResponse(Issuer, Audience, Recipient, Request, Now - TimeSpan.FromMinutes(6)), "expired");
        yield return Case("of_the_future", new SamlResponse(Issuer, Audience, Recipient, Request, Now + TimeSpan.FromMinutes(5)),
            "not valid yet");

        static TestCaseData Case(string name, SamlResponse response, string because) => new TestCaseData(response, because)
            .SetName($"An_answer_{name}_is_refused");
    }

    [TestCaseSource(nameof(OthersAnswers))]
    public void An_answer_that_is_meant_otherwise_is_refused(SamlResponse response, string because) =>
        Assert.That(() => Read(response.Vouch(Alice, Contoso)), Refused(because));

    [Test]
    public void An_unsigned_assertion_is_refused() =>
        Assert.That(() => Read(new SamlResponse(Issuer, Audience, Recipient, Request, Now).Vouch(Alice, null)), Refused("not signed"));

    [Test]
    public void An_assertion_signed_by_somebody_else_is_refused_although_it_brings_the_key() =>
        Assert.That(() => Read(new SamlResponse(Issuer, Audience, Recipient, Request, Now).Vouch(Alice, Mallory)), Refused("no known key"));

    [Test]
    public void An_assertion_that_was_changed_is_refused() =>
        Assert.That(() => Read(Good.Replace("alice-7f3a", "bob-7f3a", StringComparison.Ordinal)), Refused("changed afterwards"));

    [Test]
    public void A_signed_assertion_wrapped_beside_a_forged_one_is_refused() => Assert.That(() => Read(Wrapped((response, signed, forged) =>
        response.InsertBefore(forged, signed))), Refused("2 assertions"));

    [Test]
    public void A_signed_assertion_hidden_in_the_signature_of_a_forged_one_is_refused() =>
        Assert.That(() => Read(Wrapped((response, signed, forged) =>
    {
        var signature = (XmlElement)forged.GetElementsByTagName("Signature", SamlNames.Signature)[0]!;
        var hide = response.OwnerDocument.CreateElement("ds", "Object", SamlNames.Signature);
        response.ReplaceChild(forged, signed);
        hide.AppendChild(signed);
        signature.AppendChild(hide);
    })), Refused("2 assertions"));

    [Test]
    public void A_forged_assertion_with_the_signature_of_another_is_refused() =>
        Assert.That(() => Read(Wrapped((response, signed, forged) =>
    {
        // The original stays in the document under another name, so that a search by id still finds what was signed.
        var wrapper = response.OwnerDocument.CreateElement("Extensions", SamlNames.Protocol);
        var original = response.OwnerDocument.CreateElement("saml", "Original", SamlNames.Assertion);
        foreach (XmlAttribute attribute in signed.Attributes) original.SetAttribute(attribute.Name, attribute.Value);
        original.InnerXml = signed.InnerXml;
        wrapper.AppendChild(original);
        response.ReplaceChild(forged, signed);
        response.AppendChild(wrapper);
        forged.SetAttribute("ID", original.GetAttribute("ID"));
    })), Refused("more than one element"));

    [Test]
    public void A_forged_assertion_with_an_id_of_its_own_and_a_borrowed_signature_is_refused() =>
        Assert.That(() => Read(Wrapped((response, signed, forged) =>
    {
        response.ReplaceChild(forged, signed);
        forged.SetAttribute("ID", "_forged");
    })), Refused("not about this element"));

    [Test]
    public void A_name_with_a_comment_in_it_is_read_whole()
    {
        // The signature does not see comments: text must not end where one begins.
        var tricked = Good.Replace("alice-7f3a", "alice-<!-- -->7f3a", StringComparison.Ordinal);
        Assert.That(Read(tricked).Subject!.Subject, Is.EqualTo("alice-7f3a"));
    }

    [TestCase("<!DOCTYPE Response [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>")]
    [TestCase("<!DOCTYPE Response>")]
    public void A_message_with_a_document_type_is_refused(string prolog) =>
        Assert.That(() => Read(prolog + Good), Refused("not XML that is read here"));

    [Test]
    public void A_refusal_with_an_assertion_is_refused() =>
        Assert.That(() => Read(Good.Replace(SamlNames.Success, SamlNames.Responder, StringComparison.Ordinal)),
            Refused("carries an assertion"));

    [Test]
    public void A_refusal_says_why()
    {
        var read = Read(new SamlResponse(Issuer, Audience, Recipient, Request, Now).Refuse(SamlNames.RequestDenied));
        Assert.That((read.Subject, read.Status), Is.EqualTo(((SamlSubject?)null, SamlNames.RequestDenied)));
    }

    [Test]
    public void A_redirected_message_is_verified_over_what_was_sent()
    {
        var request = new LogoutRequest("_1", Audience, "https://contoso.localhost/saml/slo", "alice-7f3a", "session-1", Now);
        var query = new Uri(RedirectBinding.Address(request.Destination, RedirectBinding.Request, request.Write(), "relay", Contoso)).Query;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => RedirectBinding.Verify(query, [Contoso]), Throws.Nothing);
            Assert.That(() => RedirectBinding.Verify(query, [Mallory]), Refused("no known key"));
            Assert.That(() => RedirectBinding.Verify(query.Replace("RelayState=relay", "RelayState=other", StringComparison.Ordinal),
                [Contoso]), Refused("no known key"));
            Assert.That(() => RedirectBinding.Verify(query + "&SAMLRequest=other", [Contoso]), Refused("more than once"));
            Assert.That(() => RedirectBinding.Verify(query[..query.IndexOf("&SigAlg", StringComparison.Ordinal)], [Contoso]),
                Refused("not signed"));
            Assert.That(LogoutRequest.Read(RedirectBinding.Message(Uri.UnescapeDataString(query.Split('&')[0]["?SAMLRequest=".Length..])),
                request.Destination, Now), Is.EqualTo(request));
            Assert.That(() => LogoutRequest.Read(request.Write(), request.Destination, Now + TimeSpan.FromMinutes(5)), Refused("expired"));
            Assert.That(() => LogoutRequest.Read(request.Write(), "https://other.localhost/slo", Now), Refused("Destination"));
        }
    }

    [Test]
    public void Requests_and_metadata_come_back_as_they_were_written()
    {
        var request = new AuthnRequest("_1", Audience, "https://contoso.localhost/saml/sso", Recipient, Now, IsPassive: true,
            ForceAuthn: true);
        var metadata = EntityMetadata.Read(new EntityMetadata(Issuer, [Contoso], "https://contoso.localhost/saml/sso", null, null).Write());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(AuthnRequest.Read(request.Write()), Is.EqualTo(request));
            Assert.That((metadata.EntityId, metadata.SignInUrl, metadata.SignOutUrl),
                Is.EqualTo((Issuer, "https://contoso.localhost/saml/sso", (string?)null)));
            Assert.That(metadata.Certificates.Single().Thumbprint, Is.EqualTo(Contoso.Thumbprint));
        }
    }

    [Test]
    public void Whoever_is_named_again_is_named_as_before()
    {
        var qualifiers = new NameQualifiers("urn:oasis:names:tc:SAML:2.0:nameid-format:transient", Issuer, Audience);
        var named = Alice with { Qualifiers = qualifiers };
        var read = Read(new SamlResponse(Issuer, Audience, Recipient, Request, Now).Vouch(named, Contoso)).Subject!;
        var request = new LogoutRequest("_1", Audience, Recipient, read.Subject, read.SessionIndex, Now) { Qualifiers = read.Qualifiers };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Qualifiers, Is.EqualTo(qualifiers));
            Assert.That(LogoutRequest.Read(request.Write(), Recipient, Now).Qualifiers, Is.EqualTo(qualifiers));
        }
    }

    [Test]
    public void A_sign_out_service_may_be_answered_at_another_address()
    {
        var written = new EntityMetadata(
            Issuer, [Contoso], "https://contoso.localhost/saml/sso", null, "https://contoso.localhost/slo").Write();
        var other = written.Replace(
            "/slo\"", "/slo\" ResponseLocation=\"https://contoso.localhost/slo-answers\"", StringComparison.Ordinal);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(EntityMetadata.Read(written).SignOutAnswerUrl, Is.EqualTo("https://contoso.localhost/slo"));
            Assert.That(EntityMetadata.Read(other).SignOutAnswerUrl, Is.EqualTo("https://contoso.localhost/slo-answers"));
            Assert.That(EntityMetadata.Read(other).SignOutUrl, Is.EqualTo("https://contoso.localhost/slo"));
        }
    }

    private static ReadResponse Read(string xml) => new ResponseReader(new ReplayCache()).Read(xml, Expected);

    private static IResolveConstraint Refused(string because) => Throws.TypeOf<SamlRefusedException>().With.Message.Contains(because);

    private static string Wrapped(Action<XmlElement, XmlElement, XmlElement> wrap)
    {
        var document = SamlXml.Parse(Good);
        var response = document.DocumentElement!;
        var signed = response.Demand("Assertion", SamlNames.Assertion);
        var forged = (XmlElement)signed.CloneNode(true);
        forged.InnerXml = forged.InnerXml.Replace("alice-7f3a", "admin", StringComparison.Ordinal);
        wrap(response, signed, forged);
        return document.OuterXml;
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Now.AddYears(-1), Now.AddYears(20));
    }
}
