using KmsiConformance.Apps;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>A page that only tells something is gone on from, and not for ever.</summary>
internal sealed class NoticeTests
{
    [Test]
    public async Task The_browser_goes_on_from_it_and_the_evidence_says_so()
    {
        await using var world = await WorldAsync("[data-page=select-account]", "#current");
        await world.OpenAsync(world.App("groceries").ProtectedPage(new AppVisit()), CancellationToken.None);
        await world.SignInAsync(new SignInEntry(world.Target.User("alice")), CancellationToken.None);
        var page = await world.OpenAsync(world.App("pharmacy").ProtectedPage(new AppVisit("select_account")), CancellationToken.None);

        Assert.That((page.Kind, page.Site), Is.EqualTo((PageKinds.App, "pharmacy")));
        Assert.That(
            world.Ledger.Since(0).OfType<InterruptAnswered>().Select(answered => (answered.Interrupt, answered.Answer, answered.Unasked)),
            Is.EqualTo(new[] { (PageKinds.Notice, "continue", true) }));
    }

    [Test]
    public async Task One_that_comes_again_and_again_stays_as_it_is()
    {
        await using var world = await WorldAsync("form:has(#username)", "#sign-in");
        var page = await world.OpenAsync(world.App("groceries").ProtectedPage(new AppVisit()), CancellationToken.None);
        Assert.That(page.Kind, Is.EqualTo(PageKinds.Notice));
        Assert.That(world.Ledger.Since(0).OfType<InterruptAnswered>().Count(), Is.EqualTo(3));
    }

    private static async Task<World> WorldAsync(string page, string button)
    {
        const string Profile = "oidc";
        var answers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["continue"] = [button] };
        var notice = new Interrupt(PageKinds.Notice, [page], answers, []);
        var recipe = RealBrowser.Suite.RecipeOf(Profile) with { Interrupts = [notice] };
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(), new ReferenceTargetKind(KnownProfiles.Readings(Profile), null, RealBrowser.Suite.Folder),
            recipe, null, TimeSpan.FromSeconds(20));
        var scenario = RealBrowser.Suite.Scenarios.First(known => known.Id == "prompt/none-with-a-session-is-silent");
        return await worlds.CreateAsync(scenario, _ => { }, CancellationToken.None);
    }
}
