using KmsiConformance.Ledger;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.Browsers;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace KmsiConformance.Tests.Worlds;

/// <summary>Nothing is asked of a host that the target has not declared, and what was not asked is said.</summary>
[Category("Browser")]
internal sealed class UndeclaredHostTests
{
    private const string Elsewhere = "elsewhere.example";

    [TestCase(AnyBrowser.Simulated)]
    [TestCase("chromium")]
    [TestCase(AnyBrowser.Firefox)]
    public async Task A_browser_that_is_sent_there_does_not_go(string browser)
    {
        using var site = WireMockServer.Start();
        site.Given(Request.Create().WithPath("/sends")).RespondWith(
            Response.Create().WithStatusCode(302).WithHeader("Location", $"https://{Elsewhere}/sign-in"));
        site.Given(Request.Create().WithPath("/shows")).RespondWith(Response.Create().WithHeader("Content-Type", "text/html").WithBody(
            $"<!doctype html><meta name=kmsi-page content=app><title>Shop</title><iframe src='https://{Elsewhere}/frame'></iframe>"));
        await using var world = await WorldAsync(browser);

        Assert.That(
            () => world.OpenAsync(site.Url + "/sends", CancellationToken.None),
            Throws.TypeOf<UndeclaredHostException>().With.Message.Contains(Elsewhere).And.Message.Contains("'sites'"));
        await world.OpenAsync(site.Url + "/shows", CancellationToken.None);
        await world.OpenAsync(site.Url + "/shows", CancellationToken.None);

        var events = world.Ledger.Since(0);
        Assert.That(
            events.OfType<HostNotVisited>().Select(host => (host.Host, host.Context)),
            Is.EqualTo(new[] { (Elsewhere, "top-level"), (Elsewhere, "frame") }), "a frame is said once");
        Assert.That(
            events.OfType<RequestCompleted>().Where(request => request.Url.Contains(Elsewhere, StringComparison.Ordinal)),
            Has.All.Property(nameof(RequestCompleted.Status)).Zero);
    }

    [Test]
    public async Task A_frame_that_was_not_let_come_is_no_failure_of_the_target()
    {
        const string Tells = "single-sign-out/every-app-of-the-session-is-told";
        var reference = new ReferenceTargetKind(KnownProfiles.Readings(RealBrowser.DefaultProfile), null, RealBrowser.Suite.Folder);
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(),
            new WaryKind(reference) { OnlyHosts = [], LogoutUrl = $"https://{Elsewhere}/signed-out-there" },
            RealBrowser.Suite.RecipeOf(RealBrowser.DefaultProfile), null, TimeSpan.FromSeconds(20));
        var told = (await RealBrowser.RunAsync(worlds, RealBrowser.DefaultProfile, null, Tells)).Scenarios.Single();
        Assert.That(told.Verdict, Is.EqualTo(Verdict.CantTell), told.Reason);
        Assert.That(told.Reason, Does.Contain(Elsewhere).And.Contain("'hosts'"));
    }

    private static async Task<World> WorldAsync(string browser)
    {
        var ready = browser switch
        {
            AnyBrowser.Simulated => await RealBrowser.SimulatedAsync(),
            AnyBrowser.Firefox => await RealBrowser.FirefoxAsync(),
            _ => await RealBrowser.ReadyAsync(),
        };
        var reference = new ReferenceTargetKind(KnownProfiles.Readings(RealBrowser.DefaultProfile), null, RealBrowser.Suite.Folder);
        var worlds = new WorldFactory(
            ready, new WaryKind(reference) { OnlyHosts = [] }, RealBrowser.Suite.RecipeOf(RealBrowser.DefaultProfile), null,
            TimeSpan.FromSeconds(20));
        var scenario = RealBrowser.Suite.Scenarios.First(known => known.Id == "prompt/none-with-a-session-is-silent");
        return await worlds.CreateAsync(scenario, _ => { }, CancellationToken.None);
    }
}
