using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Saml;
using KmsiConformance.Sites;
using KmsiConformance.Tests.Reference;
using KmsiConformance.Tests.Reference.B2c;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace KmsiConformance.Tests.Peers;

/// <summary>node-saml signs its users in and out at the reference, and believes what comes back.</summary>
internal sealed class SamlSignInPeerTests
{
    private const string Policy = "B2C_1A_signin";

    private LoopbackServer _site = null!;
    private ReferenceServer _server = null!;
    private EntityMetadata _login = null!;
    private NodeService _garage = null!;
    private NodeService _mallory = null!;
    private Visitor _alice = null!;

    [SetUp]
    public async Task StartAsync()
    {
        // Real time: node-saml knows no other.
        var clock = TimeProvider.System;
        var openId = PolicyReader.Parse(PolicyWriter.Write(
            B2cWorld.SevenDays, Policy, "kmsidemo.onmicrosoft.com", true, KnownProfiles.Default));
        _site = await LoopbackServer.StartAsync(clock,
            web => web.Run(context => context.Response.WriteAsync(NodeService.Metadata(_garage))));
        _server = await ReferenceServer.StartAsync(new ReferenceOptions
        {
            Clock = clock,
            Readings = KnownProfiles.Default,
            Policies = [openId, PolicyReader.Parse(PolicyWriter.WriteForSaml(openId, Policy + "_saml"), openId)],
            Apps = [new AppRegistration(NodeService.EntityId, "Garage", []) { SamlMetadata = _site.Origin("garage") + "/saml/metadata" }],
        });
        using var http = new HttpClient(LoopbackHttp.CreateHandler());
        _login = EntityMetadata.Read(await http.GetStringAsync(new Uri(_server.SamlMetadata(Policy + "_saml"))));
        (_garage, _mallory) = (new NodeService(_login), new NodeService(_login));
        _alice = new Visitor(clock);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _alice.Dispose();
        _garage.Dispose();
        _mallory.Dispose();
        await _server.DisposeAsync();
        await _site.DisposeAsync();
    }

    [TestCase("redirect")]
    [TestCase("post")]
    public async Task Alice_signs_in_and_out_and_both_sides_understand_each_other(string binding)
    {
        var (request, page) = await AskAsync(_garage, binding);
        var answer = await TypeAsync(page);
        var said = _garage.ReadAnswer(PostBinding.Message(answer.Answer["SAMLResponse"]), request);
        Assert.That(said.TryGetProperty("refused", out var why), Is.False, why.ToString());
        Assert.That(answer.Answer["RelayState"], Is.EqualTo(NodeService.RelayState));

        // The session that the assertion names is the one that ends.
        var signOut = _garage.SignOut(said.GetProperty("subject").GetString()!, said.GetProperty("session").GetString());
        var ended = await _alice.OpenAsync(signOut.AbsoluteUri);
        Assert.That(ended.Marker, Is.EqualTo("signing-out"), ended.Text);
        var back = new Uri(ended.Page!.QuerySelector("a#continue")!.GetAttribute("href")!);
        var read = _garage.Read(back, NodeService.IdIn(signOut));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(back.GetLeftPart(UriPartial.Path), Is.EqualTo(NodeService.SignOutService));
            Assert.That(read.GetProperty("message").GetString(), Is.EqualTo("LogoutResponse"), read.ToString());
            Assert.That(read.GetProperty("issuer").GetString(), Is.EqualTo(_login.EntityId));
            Assert.That(_mallory.Read(back, "_another").ToString(), Does.Contain("InResponseTo"));
            Assert.That(_garage.Read(Changed(back), NodeService.IdIn(signOut)).ToString(), Does.Contain("Invalid query signature"));
        }

        Assert.That((await AskAsync(_garage, binding)).Page.AsksForCredentials, Is.True, "the session is over");
    }

    [Test]
    public async Task A_session_answers_in_silence_unless_node_saml_forces_a_sign_in()
    {
        await TypeAsync((await AskAsync(_garage, "redirect")).Page);
        var silent = await _alice.OpenAsync(_garage.SignIn().AbsoluteUri);
        var forced = await _alice.OpenAsync(_garage.SignIn(forceAuthn: true).AbsoluteUri);
        Assert.That((silent.Answer.ContainsKey("SAMLResponse"), forced.AsksForCredentials), Is.EqualTo((true, true)));
    }

    [TestCase("redirect")]
    [TestCase("post")]
    public async Task A_request_to_sign_in_that_another_key_signed_is_refused(string binding)
    {
        var (_, refused) = await AskAsync(_mallory, binding);
        Assert.That(refused.Marker, Is.EqualTo("error"));
        Assert.That(refused.Text, Does.Contain("no known key"));
    }

    [Test]
    public async Task A_posted_request_that_was_changed_or_is_not_signed_is_refused()
    {
        var sent = PostBinding.Message(_garage.SignInByPost().Single(field => field.Name == "SAMLRequest").Value);
        var changed = await PostAsync(sent.Replace("AllowCreate=\"true\"", "AllowCreate=\"false\"", StringComparison.Ordinal));
        var unsigned = await PostAsync(Request().Write());
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await PostAsync(sent)).AsksForCredentials, Is.True, "as it was sent it is fine");
            Assert.That((changed.Marker, unsigned.Marker), Is.EqualTo(("error", "error")));
            Assert.That(changed.Text, Does.Contain("changed afterwards"));
            Assert.That(unsigned.Text, Does.Contain("not signed"));
        }
    }

    [Test]
    public async Task A_request_to_sign_out_that_another_key_signed_ends_nothing()
    {
        var (request, page) = await AskAsync(_garage, "redirect");
        var said = _garage.ReadAnswer(PostBinding.Message((await TypeAsync(page)).Answer["SAMLResponse"]), request);
        var subject = said.GetProperty("subject").GetString()!;
        var refused = await _alice.OpenAsync(_mallory.SignOut(subject, said.GetProperty("session").GetString()).AbsoluteUri);
        Assert.That(refused.Marker, Is.EqualTo("error"));
        Assert.That((await AskAsync(_garage, "redirect")).Page.Answer, Contains.Key("SAMLResponse"), "the session is still there");
    }

    private AuthnRequest Request() => new(
        SamlIds.New(), NodeService.EntityId, _login.SignInUrl!, NodeService.Consumer, TimeProvider.System.GetUtcNow());

    private Task<Reply> PostAsync(string xml) => _alice.PostAsync(_login.SignInUrl!, ("SAMLRequest", PostBinding.Value(xml)));

    // The request's id, and what the reference answers.
    private async Task<(string Request, Reply Page)> AskAsync(NodeService service, string binding)
    {
        if (binding == "redirect")
        {
            var url = service.SignIn();
            return (NodeService.IdIn(url), await _alice.OpenAsync(url.AbsoluteUri));
        }

        var fields = service.SignInByPost();
        var xml = PostBinding.Message(fields.Single(field => field.Name == "SAMLRequest").Value);
        return (AuthnRequest.Read(xml).Id, await _alice.PostAsync(_login.SignInUrl!, fields));
    }

    private async Task<Reply> TypeAsync(Reply page)
    {
        Assert.That(page.AsksForCredentials, Is.True, page.Text);
        await _alice.TypeAsync(_server.Origin, page, "alice", "alice-Sesame-1");
        return await _alice.ConfirmAsync(_server.Origin, page, tick: false);
    }

    private static Uri Changed(Uri address) => new(address.AbsoluteUri.Replace("RelayState=a", "RelayState=b", StringComparison.Ordinal));
}
