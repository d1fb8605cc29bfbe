using KmsiConformance.Apps;
using KmsiConformance.Ledger;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>A page that is not the target's asks for a password, and gets none.</summary>
internal sealed class UntrustedPageTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_password_is_typed_only_where_the_target_says_that_the_page_is_its_own(bool isItsOwn)
    {
        var scenario = RealBrowser.Suite.Scenarios.First(known => known.Id == "prompt/none-with-a-session-is-silent");
        var reference = new ReferenceTargetKind(KnownProfiles.Readings(RealBrowser.DefaultProfile), null, RealBrowser.Suite.Folder);
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(), new WaryKind(reference) { MayHavePasswords = isItsOwn },
            RealBrowser.Suite.RecipeOf(RealBrowser.DefaultProfile), null, TimeSpan.FromSeconds(20));
        await using var world = await worlds.CreateAsync(scenario, _ => { }, CancellationToken.None);
        await world.OpenAsync(world.App("groceries").ProtectedPage(new AppVisit()), CancellationToken.None);

        async Task SignInAsync() => await world.SignInAsync(new SignInEntry(world.Target.User("alice")), CancellationToken.None);
        if (isItsOwn) await SignInAsync();
        else Assert.That(SignInAsync, Throws.TypeOf<UntrustedPageException>().With.Message.Contains("nothing was typed"));
        Assert.That(world.Ledger.Since(0).OfType<CredentialsPosted>().Any(), Is.EqualTo(isItsOwn));
    }
}
