using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using NUnit.Framework;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace KmsiConformance.Tests.Targets.Files;

/// <summary>What stands at the address of a target file, and is not what the file says: each has a message of its own.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class TroubledAddressTests : IDisposable
{
    private const string WellKnown = "/.well-known/openid-configuration";

    private readonly TargetText _text = new();
    private readonly List<WireMockServer> _servers = [];

    public void Dispose()
    {
        foreach (var server in _servers) server.Dispose();
        _text.Dispose();
    }

    [Test]
    public void Nobody_is_there()
    {
        var server = Server();
        var address = server.Url + WellKnown;
        server.Stop();
        Assert.That(() => PrepareAsync(address), Throws.TypeOf<TargetException>().With.Message.Contains("Correct 'discovery'"));
    }

    [TestCase(404, "{}", "was answered with 404")]
    [TestCase(200, "<html>Sign in</html>", "is not a JSON object of metadata")]
    [TestCase(200, """{"issuer": "https://somebody.example.com"}""", "names the issuer https://somebody.example.com")]
    public void Somebody_else_is_there(int status, string body, string said)
    {
        var server = Server();
        server.Given(Request.Create().WithPath(WellKnown)).RespondWith(Response.Create().WithStatusCode(status).WithBody(body));
        Assert.That(() => PrepareAsync(server.Url + WellKnown), Throws.TypeOf<TargetException>().With.Message.Contains(said));
    }

    [TestCase("authorization_endpoint", "https://login.elsewhere.example/authorize", "", "elsewhere.example (authorization_endpoint)")]
    [TestCase("authorization_endpoint", "https://login.elsewhere.example/authorize", "hosts: [login.elsewhere.example]", "")]
    [TestCase("end_session_endpoint", "http://localhost/bye", "absent: { sign-out: we have none }", "end_session_endpoint")]
    [TestCase("check_session_iframe", "http://localhost/check", "absent: { session-state: we have none }", "check_session_iframe")]
    [TestCase("end_session_endpoint", "http://localhost/bye", "absent: { session-state: we have none }", "")]
    public async Task What_it_announces_is_held_against_the_file(string name, string address, string more, string said)
    {
        var server = Server();
        server.Given(Request.Create().WithPath(WellKnown)).RespondWith(
            Response.Create().WithBody($$"""{"issuer": "{{server.Url}}", "{{name}}": "{{address}}"}"""));
        Task Prepare() => PrepareAsync(server.Url + WellKnown, $"{more}\n");
        if (said.Length == 0) await Prepare();
        else Assert.That(Prepare, Throws.TypeOf<TargetException>().With.Message.Contains(said));
    }

    // B2C and Azure AD name their issuer by the tenant's id, which is not in the address of the document.
    [TestCase("b2c-2020-12", "{0}/f6d1c1f4/v2.0/", "")]
    [TestCase("aad-2020-06", "{0}/f6d1c1f4/v2.0", "")]
    [TestCase("oidc", "{0}/f6d1c1f4/v2.0/", "names the issuer")]
    [TestCase("b2c-2020-12", "https://somebody.example/f6d1c1f4/v2.0/", "names the issuer https://somebody.example")]
    public async Task An_issuer_is_named_as_its_product_does(string profile, string issuer, string said)
    {
        var server = Server();
        const string Path = "/shop.example/sign-in/v2.0" + WellKnown;
        server.Given(Request.Create().WithPath(Path)).RespondWith(Response.Create().WithBody(
            $$"""{"issuer": "{{string.Format(CultureInfo.InvariantCulture, issuer, server.Url)}}"}"""));
        Task Prepare() => PrepareAsync(server.Url + Path, profile: profile);
        if (said.Length == 0) await Prepare();
        else Assert.That(Prepare, Throws.TypeOf<TargetException>().With.Message.Contains(said));
    }

    [TestCase("localhost", -1, "an authority that nobody here trusts")]
    [TestCase("localhost", -1, "", true)]
    [TestCase("localhost", -30, "expired", true)]
    [TestCase("somebody.example.com", -1, "for another host", true)]
    public async Task Its_certificate_is_looked_at(string host, int days, string said, bool isTrusted = false)
    {
        using var authority = Authority();
        using var certificate = Certificate(authority, host, TimeProvider.System.GetUtcNow().AddDays(days));
        var server = Server(certificate);
        var address = $"https://localhost:{server.Port}{WellKnown}";
        server.Given(Request.Create().WithPath(WellKnown)).RespondWith(
            Response.Create().WithBody($$"""{"issuer": "https://localhost:{{server.Port}}"}"""));
        if (isTrusted) _text.Beside("authority.pem", authority.ExportCertificatePem());
        Task Prepare() => PrepareAsync(address, isTrusted ? "trust: [authority.pem]\n" : "");
        if (said.Length == 0) await Prepare();
        else Assert.That(Prepare, Throws.TypeOf<TargetException>().With.Message.Contains(said));
    }

    [Test]
    public void Passwords_do_not_cross_the_network_in_the_clear() => Assert.That(
        () => File($"http://login.example.com{WellKnown}", ""), Throws.TypeOf<SuiteException>().With.Message.Contains("in the clear"));

    [TestCase("none.pem", "There is no file")]
    [TestCase("empty.pem", "holds no certificate")]
    public void An_authority_that_cannot_be_read_is_a_problem_of_the_file(string name, string said)
    {
        _text.Beside("empty.pem", "nothing");
        Assert.That(
            () => File($"https://login.example.com{WellKnown}", $"trust: [{name}]\n"),
            Throws.TypeOf<SuiteException>().With.Message.Contains(said));
    }

    private async Task PrepareAsync(string address, string more = "", string profile = "oidc")
    {
        await using var kind = new RemoteTargetKind(File(address, more, profile));
        await kind.PrepareAsync(null, _ => { }, CancellationToken.None);
    }

    private TargetFile File(string address, string more, string profile = "oidc")
    {
        _text.Beside("secret", "s3cret-of-everybody");
        var text = TargetText.Good[..TargetText.Good.IndexOf("start:", StringComparison.Ordinal)]
            .Replace("kind: process", "kind: remote", StringComparison.Ordinal)
            .Replace("profile: oidc", $"profile: {profile}", StringComparison.Ordinal)
            .Replace("clock: process", "clock: none", StringComparison.Ordinal)
            .Replace("made", "file:secret", StringComparison.Ordinal)
            .Replace($"http://localhost:{{port:login}}{WellKnown}", address, StringComparison.Ordinal)
            .Replace("{port:apps}", "4811", StringComparison.Ordinal);
        return _text.Read(text + more);
    }

    private WireMockServer Server(X509Certificate2? certificate = null)
    {
        var server = WireMockServer.Start(new WireMockServerSettings
        {
            UseSSL = certificate is not null,
            CertificateSettings = certificate is null ? null : new WireMockCertificateSettings { X509Certificate = certificate },
        });
        _servers.Add(server);
        return server;
    }

    private static X509Certificate2 Authority()
    {
        using var key = RSA.Create(2048);

        // Chains are built by name, and tests run side by side.
        var name = $"CN=A test environment {Guid.NewGuid()}";
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-90), now.AddDays(90));
    }

    // Valid for ten days.
    private static X509Certificate2 Certificate(X509Certificate2 authority, string host, DateTimeOffset from)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var bare = request.Create(authority, from, from.AddDays(10), [1, 2, 3, 4]);
        using var whole = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }
}
