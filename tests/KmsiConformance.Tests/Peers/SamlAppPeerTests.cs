using System.Net;
using KmsiConformance.Apps;
using KmsiConformance.Ledger;
using KmsiConformance.Saml;
using KmsiConformance.Sites;
using KmsiConformance.Tests.Reference.B2c.Federation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace KmsiConformance.Tests.Peers;

/// <summary>Our SAML app and node-saml in place of its login endpoint: each reads what the other signs, and nothing else.</summary>
internal sealed class SamlAppPeerTests
{
    private const string LoginId = NodeService.EntityId;

    private LoopbackServer _sites = null!;
    private WorldLedger _ledger = null!;
    private Traveller _alice = null!;
    private EntityMetadata _app = null!;
    private NodeService _login = null!;
    private NodeService _mallory = null!;

    [SetUp]
    public async Task StartAsync()
    {
        // Real time: node-saml knows no other.
        var clock = TimeProvider.System;
        _ledger = new WorldLedger("peer", clock);
        var app = RelyingParty.Of(
            new AppOptions("groceries", "groceries", TimeSpan.FromMinutes(1), Persistent: false, "query")
            {
                Kind = "saml", LogoutUrl = LogoutUrlBehaviour.Works,
            },
            _ledger, clock);
        _sites = await LoopbackServer.StartAsync(clock, web =>
        {
            app.Map(web);
            web.MapGet("/metadata", LoginMetadata).RequireHost("login.localhost:*");
        });
        var none = new LoginEndpoint(null, clock);
        app.Connect(new AppSurroundings(_sites.Origin("groceries"), _sites.Origin("stranger"), none, none)
        {
            SamlLogin = new SamlLogin(_sites.Origin("login") + "/metadata"),
        });

        using var http = new HttpClient(LoopbackHttp.CreateHandler());
        _app = EntityMetadata.Read(await http.GetStringAsync(new Uri(_sites.Origin("groceries") + "/saml/metadata")));
        _login = At(_app);
        _mallory = At(_app);
        _alice = new Traveller(clock);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _alice.Dispose();
        _login.Dispose();
        _mallory.Dispose();
        await _sites.DisposeAsync();
    }

    [Test]
    public async Task Its_request_to_sign_in_is_signed_and_says_where_the_answer_goes()
    {
        var address = await SentAsync(_sites.Origin("groceries") + "/");
        var read = _login.Read(address);
        Assert.That(read.TryGetProperty("refused", out var why), Is.False, why.ToString());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.GetProperty("message").GetString(), Is.EqualTo("AuthnRequest"));
            Assert.That(read.GetProperty("issuer").GetString(), Is.EqualTo(_app.EntityId));
            var said = read.GetProperty("said");
            Assert.That(said.GetProperty("Destination").GetString(), Is.EqualTo(address.GetLeftPart(UriPartial.Path)));
            Assert.That(said.GetProperty("AssertionConsumerServiceURL").GetString(), Is.EqualTo(_app.ConsumerUrl));
            Assert.That(said.GetProperty("ProtocolBinding").GetString(), Is.EqualTo(SamlNames.PostBinding));
        }
    }

    [Test]
    public async Task Its_request_to_sign_out_names_whom_it_is_about()
    {
        var read = _login.Read(await SentAsync(_sites.Origin("groceries") + AppOptions.SignOutPath));
        Assert.That(read.TryGetProperty("refused", out var why), Is.False, why.ToString());
        Assert.That(
            (read.GetProperty("message").GetString(), read.GetProperty("subject").GetString()), Is.EqualTo(("LogoutRequest", "nobody")));
    }

    [TestCase("/")]
    [TestCase(AppOptions.SignOutPath)]
    public async Task What_it_sent_is_refused_under_another_key_and_when_changed(string page)
    {
        var address = await SentAsync(_sites.Origin("groceries") + page);
        var changed = new Uri(Other(address.AbsoluteUri));
        using var stranger = new NodeService(_app with { Certificates = [_mallory.Certificate], SignInUrl = _app.SignOutUrl });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_login.Read(address).ToString(), Does.Not.Contain("refused"));
            Assert.That(stranger.Read(address).ToString(), Does.Contain("Invalid query signature"));
            Assert.That(_login.Read(changed).ToString(), Does.Contain("Invalid query signature"));
        }
    }

    [Test]
    public async Task It_obeys_a_request_to_sign_out_and_answers_so_that_node_saml_believes_it()
    {
        var request = _login.SignOut("alice-7f3a", "session-1");
        var read = _login.Read(await SentAsync(request.AbsoluteUri), NodeService.IdIn(request));
        Assert.That(read.TryGetProperty("refused", out var why), Is.False, why.ToString());
        Assert.That(read.GetProperty("message").GetString(), Is.EqualTo("LogoutResponse"));
        var told = _ledger.Since(0).OfType<AppNotified>().Single();
        Assert.That((told.Issuer, told.SessionFingerprint), Is.EqualTo((LoginId, Secrets.Fingerprint("session-1"))));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task It_believes_an_answer_to_its_own_request_to_sign_out(bool success)
    {
        var sent = await SentAsync(_sites.Origin("groceries") + AppOptions.SignOutPath);
        await _alice.GoAsync(_login.AnswerSignOut(NodeService.IdIn(sent), success).AbsoluteUri);
        Assert.That(_ledger.Since(0).OfType<AppReturned>().Single().StateMatches, Is.EqualTo(success));
    }

    [Test]
    public async Task What_another_key_signed_is_refused()
    {
        var sent = await SentAsync(_sites.Origin("groceries") + AppOptions.SignOutPath);
        var request = await _alice.GoAsync(_mallory.SignOut("alice-7f3a", "session-1").AbsoluteUri);
        var answer = await _alice.GoAsync(_mallory.AnswerSignOut(NodeService.IdIn(sent)).AbsoluteUri);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((request.Status, answer.Status), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)));
            Assert.That(_ledger.Since(0).OfType<AppRejectedTokens>().Count(), Is.EqualTo(2));
            Assert.That(_ledger.Since(0).Where(happened => happened is AppNotified or AppReturned), Is.Empty);
        }
    }

    // The address to which the app sends the browser.
    private async Task<Uri> SentAsync(string url) => new((await _alice.GoAsync(url)).Location!);

    private Task LoginMetadata(HttpContext context) => context.Response.WriteAsync(new EntityMetadata(
        LoginId, [_login.Certificate], _sites.Origin("login") + "/sign-in", null, _sites.Origin("login") + "/sign-out").Write());

    // The same message with another one's relay state.
    private static string Other(string address) => address.Contains("&RelayState=", StringComparison.Ordinal)
        ? address.Replace("&RelayState=", "&RelayState=x", StringComparison.Ordinal)
        : address.Replace("&SigAlg=", "&RelayState=x&SigAlg=", StringComparison.Ordinal);

    // To node-saml the app is the other side, whose messages come by redirect to one address.
    private static NodeService At(EntityMetadata app) => new(app with { SignInUrl = app.SignOutUrl });
}
