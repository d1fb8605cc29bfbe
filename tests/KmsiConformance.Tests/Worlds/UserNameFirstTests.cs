using KmsiConformance.Apps;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>A recipe that knows pages for the user name alone, at a product that asks for both on one page.</summary>
internal sealed class UserNameFirstTests
{
    [Test]
    public async Task Both_are_typed_where_both_are_asked_for()
    {
        const string Profile = KnownProfiles.OpenIdConnect;
        var known = RealBrowser.Suite.RecipeOf(Profile);
        var signs = new Dictionary<string, IReadOnlyList<string>>(known.Signs, StringComparer.Ordinal)
        {
            ["user-name-first"] = ["form:not(:has(input[type=password])) #username"],
        };
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(), new ReferenceTargetKind(KnownProfiles.Readings(Profile), null, RealBrowser.Suite.Folder),
            known with { Signs = signs }, null, TimeSpan.FromSeconds(20));
        var scenario = RealBrowser.Suite.Scenarios.First(scenario => scenario.Id == "prompt/none-with-a-session-is-silent");
        await using var world = await worlds.CreateAsync(scenario, _ => { }, CancellationToken.None);
        await world.OpenAsync(world.App("groceries").ProtectedPage(new AppVisit()), CancellationToken.None);
        var page = await world.SignInAsync(new SignInEntry(world.Target.User("alice")), CancellationToken.None);
        Assert.That(page!.Kind, Is.EqualTo(PageKinds.App));
    }
}
