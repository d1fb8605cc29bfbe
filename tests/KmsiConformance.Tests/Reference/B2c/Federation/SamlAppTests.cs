using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Reference.B2c.CustomPolicies;
using KmsiConformance.Reference.B2c.Services;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Saml;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c.Federation;

/// <summary>The reference as an identity provider for SAML applications: what it answers, and whom it does not listen to.</summary>
internal sealed class SamlAppTests
{
    private const string Policy = "B2C_1A_signin";
    private const string EntityId = "urn:kmsi-app:garage";
    private const string Consumer = "https://garage.localhost/saml/acs";

    private HandMovedClock _clock = null!;
    private LoopbackServer _app = null!;
    private ReferenceServer _server = null!;
    private Traveller _alice = null!;
    private X509Certificate2 _key = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _clock = new HandMovedClock();
        _key = Key();
        var metadata = new EntityMetadata(EntityId, [_key], null, Consumer, "https://garage.localhost/saml/slo").Write();
        _app = await LoopbackServer.StartAsync(_clock, web => web.Run(context => context.Response.WriteAsync(metadata)));
        var openId = PolicyReader.Parse(PolicyWriter.Write(B2cWorld.SevenDays, Policy, "kmsidemo.onmicrosoft.com", true,
            KnownProfiles.Readings(B2cProfile.December2020)));
        _server = await ReferenceServer.StartAsync(new ReferenceOptions
        {
            Clock = _clock,
            Readings = KnownProfiles.Default,
            Policies = [openId, PolicyReader.Parse(PolicyWriter.WriteForSaml(openId, Policy + "_saml"), openId)],
            Apps = [new AppRegistration(EntityId, "Garage", []) { SamlMetadata = _app.Origin("garage") + "/saml/metadata" }],
        });
        _alice = new Traveller(_clock);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _alice.Dispose();
        _key.Dispose();
        await _server.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Test]
    public async Task The_policy_for_saml_apps_keeps_the_settings_and_leaves_nothing_out()
    {
        var metadata = EntityMetadata.Read(await TextAsync(_server.SamlMetadata(Policy + "_saml")));
        Assert.That(metadata.SignInUrl, Does.EndWith("/samlp/sso/login"));
        Assert.That(metadata.SignOutUrl, Does.EndWith("/samlp/sso/logout"));
        var openId = PolicyReader.Parse(PolicyWriter.Write(B2cWorld.SevenDays, Policy, "kmsidemo.onmicrosoft.com", true,
            KnownProfiles.Readings(B2cProfile.December2020)));
        var saml = PolicyReader.Parse(PolicyWriter.WriteForSaml(openId, Policy + "_saml"), openId);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(saml.Settings, Is.EqualTo(openId.Settings));
            Assert.That(saml.KmsiOffered(KnownProfiles.Readings(B2cProfile.December2020)), Is.True);
            var parts = UnsupportedParts.Of(saml, KnownProfiles.Readings(B2cProfile.December2020), ServiceHosts.None);
            Assert.That(parts.Select(part => part.What),
                Has.None.Contains("SAML"));
        }
    }

    [Test]
    public async Task A_signed_request_leads_to_the_sign_in_page() =>
        Assert.That((await _alice.OpenAsync(Ask(Request()))).Marker, Is.EqualTo("sign-in"));

    [Test]
    public async Task An_unsigned_request_is_refused() =>
        Assert.That(await _alice.OpenAsync(Ask(Request(), sign: false)),
            Has.Property("Marker").EqualTo("error").And.Property("Text").Contains("not signed"));

    [Test]
    public async Task A_request_of_somebody_unknown_is_refused() =>
        Assert.That((await _alice.OpenAsync(Ask(Request() with { Issuer = "urn:stranger" }))).Marker, Is.EqualTo("error"));

    [Test]
    public async Task An_answer_goes_only_where_the_metadata_says() =>
        Assert.That((await _alice.OpenAsync(Ask(Request() with { ConsumerUrl = "https://evil.localhost/acs" }))).Marker,
            Is.EqualTo("error"));

    [Test]
    public async Task A_passive_request_without_a_session_is_answered_with_a_no()
    {
        var answer = await _alice.GoAsync(Ask(Request() with { IsPassive = true }));
        var form = answer.Page!.QuerySelector("form#auto")!;
        var xml = PostBinding.Message(form.QuerySelector("input[name=SAMLResponse]")!.GetAttribute("value")!);
        Assert.That(form.GetAttribute("action"), Is.EqualTo(Consumer));
        Assert.That(xml, Does.Contain(SamlNames.NoPassive).And.Not.Contain("Assertion>"));
    }

    [Test]
    public async Task A_policy_for_openid_connect_serves_no_saml_app() =>
        Assert.That((await _alice.OpenAsync(Ask(Request(), policy: Policy))).Marker, Is.EqualTo("error"));

    [Test]
    public async Task A_logout_request_that_nobody_signed_ends_nothing()
    {
        var at = SignOutAt();
        var request = new LogoutRequest(SamlIds.New(), EntityId, at, "somebody", null, _clock.GetUtcNow());
        var refused = await _alice.OpenAsync(RedirectBinding.Address(at, RedirectBinding.Request, request.Write(), null, null));
        var accepted = await _alice.GoAsync(RedirectBinding.Address(at, RedirectBinding.Request, request.Write(), null, _key));
        Assert.That(refused.Marker, Is.EqualTo("error"));
        Assert.That(accepted.Marker, Is.EqualTo("signing-out"), "nobody is signed in, which is no error");
    }

    private AuthnRequest Request() => new(SamlIds.New(), EntityId, SignInAt(), Consumer, _clock.GetUtcNow());

    private string SignInAt(string policy = Policy + "_saml") =>
        _server.SamlMetadata(policy).Replace("metadata", "sso/login", StringComparison.Ordinal);

    private string SignOutAt() => _server.SamlMetadata(Policy + "_saml").Replace("metadata", "sso/logout", StringComparison.Ordinal);

    private string Ask(AuthnRequest request, bool sign = true, string policy = Policy + "_saml") =>
        RedirectBinding.Address(SignInAt(policy), RedirectBinding.Request, request.Write(), "relay", sign ? _key : null);

    private static async Task<string> TextAsync(string url)
    {
        using var http = new HttpClient(LoopbackHttp.CreateHandler());
        return await http.GetStringAsync(new Uri(url));
    }

    private static X509Certificate2 Key()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=garage", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddYears(-1), TimeProvider.System.GetUtcNow().AddYears(20));
    }
}
