using AngleSharp.Html.Dom;
using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;
using KmsiConformance.Saml;
using KmsiConformance.Sites;
using KmsiConformance.Suite;
using KmsiConformance.Tests.Reference.B2c.Federation;
using KmsiConformance.Worlds.Providers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace KmsiConformance.Tests.Peers;

/// <summary>node-saml signs its users in and out at our identity provider.</summary>
internal sealed class SamlProviderPeerTests
{
    private LoopbackServer _sites = null!;
    private EntityMetadata _northwind = null!;
    private NodeService _garage = null!;
    private NodeService _mallory = null!;
    private Traveller _alice = null!;

    [SetUp]
    public async Task StartAsync()
    {
        // Real time: node-saml knows no other.
        var clock = TimeProvider.System;
        var provider = OfferedProviders.Make("northwind", ProviderRequest.Plain("saml"), new WorldLedger("peer", clock), clock);
        _sites = await LoopbackServer.StartAsync(clock, web =>
        {
            provider.Map(web);
            web.MapGet("/metadata", context => context.Response.WriteAsync(NodeService.Metadata(_garage)))
                .RequireHost("garage.localhost:*");
        });
        provider.MoveTo(_sites.Origin("northwind"));
        provider.Register(new ProviderClient("garage", "unused", [], _sites.Origin("garage") + "/metadata"));

        using var http = new HttpClient(LoopbackHttp.CreateHandler());
        _northwind = EntityMetadata.Read(await http.GetStringAsync(new Uri(provider.MetadataAddress)));
        (_garage, _mallory) = (new NodeService(_northwind), new NodeService(_northwind));
        _alice = new Traveller(clock);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _alice.Dispose();
        _garage.Dispose();
        _mallory.Dispose();
        await _sites.DisposeAsync();
    }

    [TestCase("redirect")]
    [TestCase("post")]
    public async Task Alice_signs_in_and_out_and_both_sides_understand_each_other(string binding)
    {
        var (request, page) = await AskAsync(_garage, binding);
        Assert.That(page.Marker, Is.EqualTo("provider-sign-in"), page.Text);
        var answered = await _alice.SendAsync(
            page, (IHtmlFormElement)page.Page!.QuerySelector("#provider-form")!,
            ("user", "alice"), ("password", "alice-at-northwind-1"), ("action", "sign-in"));
        var answer = answered.Page!.QuerySelector("form#auto input[name=SAMLResponse]")!.GetAttribute("value")!;
        var said = _garage.ReadAnswer(PostBinding.Message(answer), request);
        Assert.That(said.TryGetProperty("refused", out var why), Is.False, why.ToString());

        var signOut = _garage.SignOut(said.GetProperty("subject").GetString()!, said.GetProperty("session").GetString());
        var back = new Uri((await _alice.GoAsync(signOut.AbsoluteUri)).Location!);
        var read = _garage.Read(back, NodeService.IdIn(signOut));
        Assert.That(read.GetProperty("message").GetString(), Is.EqualTo("LogoutResponse"), read.ToString());
        Assert.That((await AskAsync(_garage, binding)).Page.Marker, Is.EqualTo("provider-sign-in"), "the session is over");
    }

    [TestCase("redirect")]
    [TestCase("post")]
    public async Task A_request_to_sign_in_that_another_key_signed_is_refused(string binding)
    {
        var (_, refused) = await AskAsync(_mallory, binding);
        Assert.That(refused.Marker, Is.EqualTo("provider-error"));
        Assert.That(refused.Text, Does.Contain("no known key"));
    }

    [Test]
    public async Task A_request_to_sign_out_that_another_key_signed_is_refused()
    {
        var refused = await _alice.GoAsync(_mallory.SignOut("alice-7f3a", null).AbsoluteUri);
        Assert.That((refused.Marker, refused.Location), Is.EqualTo(("provider-error", (string?)null)));
    }

    // Sign-in requests need no signature here: the answer goes where the service's metadata says.
    [Test]
    public async Task A_request_to_sign_in_that_nobody_signed_is_as_good_as_its_registered_address()
    {
        var request = new AuthnRequest(
            SamlIds.New(), NodeService.EntityId, _northwind.SignInUrl!, NodeService.Consumer, TimeProvider.System.GetUtcNow());
        var page = await _alice.GoAsync(_northwind.SignInUrl!, [KeyValuePair.Create("SAMLRequest", PostBinding.Value(request.Write()))]);
        Assert.That(page.Marker, Is.EqualTo("provider-sign-in"), page.Text);
    }

    private async Task<(string Request, Stop Page)> AskAsync(NodeService service, string binding)
    {
        if (binding == "redirect")
        {
            var url = service.SignIn();
            return (NodeService.IdIn(url), await _alice.GoAsync(url.AbsoluteUri));
        }

        var fields = service.SignInByPost();
        var xml = PostBinding.Message(fields.Single(field => field.Name == "SAMLRequest").Value);
        var form = fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
        return (AuthnRequest.Read(xml).Id, await _alice.GoAsync(_northwind.SignInUrl!, form));
    }
}
