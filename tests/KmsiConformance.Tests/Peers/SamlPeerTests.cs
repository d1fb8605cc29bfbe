using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using KmsiConformance.Saml;
using NUnit.Framework;

namespace KmsiConformance.Tests.Peers;

/// <summary>Our SAML answers as node-saml reads them: what we write by hand must be what others understand.</summary>
internal sealed class SamlPeerTests
{
    private const string Issuer = "https://contoso.localhost/saml/metadata";
    private const string Audience = "https://login.localhost/tenant/policy";
    private const string Acs = Audience + "/samlp/sso/assertionconsumer";
    private const string Request = "_request-1";

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly SamlSubject Alice = new("alice-7f3a", "session-1", Now,
        new Dictionary<string, string> { ["displayName"] = "Alice <of> Contoso & Söhne" });

    [Test]
    public void A_signed_answer_is_believed_and_read_alike()
    {
        using var contoso = Certificate();
        var said = Ask(new SamlResponse(Issuer, Audience, Acs, Request, Now).Vouch(Alice, contoso), contoso);
        Assert.That(said.ToString(), Does.Not.Contain("refused"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(said.GetProperty("subject").GetString(), Is.EqualTo(Alice.Subject));
            Assert.That(said.GetProperty("session").GetString(), Is.EqualTo(Alice.SessionIndex));
            Assert.That(said.GetProperty("displayName").GetString(), Is.EqualTo(Alice.Attributes["displayName"]));
        }
    }

    [TestCase("alice-7f3a", "mallory-7f3a", "signature")]
    [TestCase("session-1", "session-2", "signature")]
    public void A_changed_answer_is_refused(string right, string wrong, string because)
    {
        using var contoso = Certificate();
        var changed = new SamlResponse(Issuer, Audience, Acs, Request, Now).Vouch(Alice, contoso).Replace(right, wrong);
        Assert.That(Refusal(changed, contoso), Does.Contain(because).IgnoreCase);
    }

    [Test]
    public void An_answer_of_another_key_for_another_audience_or_too_old_is_refused()
    {
        using var contoso = Certificate();
        using var mallory = Certificate();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refusal(new SamlResponse(Issuer, Audience, Acs, Request, Now).Vouch(Alice, mallory), contoso),
                Does.Contain("signature").IgnoreCase);
            Assert.That(Refusal(new SamlResponse(Issuer, "https://other.localhost", Acs, Request, Now).Vouch(Alice, contoso), contoso),
                Does.Contain("audience").IgnoreCase);
            Assert.That(Refusal(new SamlResponse(Issuer, Audience, Acs, Request, Now.AddHours(-1)).Vouch(Alice, contoso), contoso),
                Does.Contain("subject confirmation"));
            Assert.That(Refusal(new SamlResponse(Issuer, Audience, Acs, "_request-2", Now).Vouch(Alice, contoso), contoso),
                Does.Contain("InResponseTo"));
        }
    }

    private static string Refusal(string response, X509Certificate2 certificate) =>
        Ask(response, certificate).TryGetProperty("refused", out var reason) ? reason.GetString()! : "believed";

    private static JsonElement Ask(string response, X509Certificate2 certificate) => NodePeer.Ask("saml.cjs", JsonSerializer.Serialize(new
    {
        response, certificate = certificate.ExportCertificatePem(), issuer = Issuer, audience = Audience, acs = Acs, request = Request,
    }));

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=contoso", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Now.AddYears(-1), Now.AddYears(1));
    }
}
