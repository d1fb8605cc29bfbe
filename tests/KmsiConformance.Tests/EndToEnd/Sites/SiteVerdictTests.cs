using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd.Sites;

/// <summary>What is said of a site with one thing wrong, and of whoever is shown no protected page.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SiteVerdictTests
{
    // Each fault, the scenario that finds it, and what it says.
    [TestCase("stays signed in", "web/a-sign-out-ends-the-session", Verdict.Failed)]
    [TestCase("follows any address", "web/a-strangers-address-is-not-followed", Verdict.Warning)]
    [TestCase("follows any address", "web/a-strangers-address-without-a-scheme-is-not-followed", Verdict.Warning)]
    [TestCase("follows any address", "web/a-stranger-behind-an-at-sign-is-not-followed", Verdict.Warning)]
    [TestCase("follows any address", "web/a-stranger-before-a-backslash-is-not-followed", Verdict.Warning)]
    [TestCase("keeps the session id", "web/a-sign-in-gives-a-new-session-cookie", Verdict.Failed)]
    [TestCase("lets scripts read the cookie", "web/scripts-cannot-read-the-session-cookie", Verdict.Warning)]
    [TestCase("says no SameSite", "web/the-session-cookie-stays-on-the-site", Verdict.Warning)]
    [TestCase("takes any password", "declared-policy/a-wrong-password-signs-nobody-in", Verdict.Failed)]
    [TestCase("ignores the box", "declared-policy/a-ticked-box-outlives-the-browser", Verdict.Failed)]
    [TestCase("greets whoever came last", "web/two-users-on-two-devices", Verdict.Failed)]
    [TestCase("lets browsers store its pages", "web/going-back-after-the-sign-out-shows-nothing", Verdict.Failed)]
    [TestCase("lets browsers store its pages", "web/protected-pages-are-not-stored", Verdict.Warning)]
    [TestCase("protects nothing", "web/whoever-has-not-signed-in-is-asked", Verdict.Failed)]
    public async Task What_is_wrong_is_found_and_a_site_without_it_passes(string wrong, string scenario, Verdict verdict)
    {
        await using var faulty = await DescribedSite.StartAsync(wrong, PharmacyToo);
        await using var healthy = await DescribedSite.StartAsync("", PharmacyToo);
        var found = (await RealBrowser.RunAsync(faulty.Worlds, "web", null, scenario)).Scenarios.Single();
        var sound = (await RealBrowser.RunAsync(healthy.Worlds, "web", null, scenario)).Scenarios.Single();
        Assert.That(found.Verdict, Is.EqualTo(verdict), found.Reason);

        // Whose box works waits for minutes afterwards, and the time of this site stands still.
        var expected = wrong == "ignores the box" ? Verdict.CantTell : Verdict.Passed;
        Assert.That(sound.Verdict, Is.EqualTo(expected), sound.Reason);
    }

    // Only a page that asks is a question, and nothing but the protected page itself is silence.
    [TestCase("", Verdict.Failed, Verdict.Passed)]
    [TestCase("asks at the protected address", Verdict.Failed, Verdict.Passed)]
    [TestCase("asks in an odd way", Verdict.CantTell, Verdict.CantTell)]
    [TestCase("leads home", Verdict.CantTell, Verdict.CantTell)]
    [TestCase("shows an error", Verdict.Failed, Verdict.Failed)]
    [TestCase("shows an error as success", Verdict.Failed, Verdict.Failed)]
    [TestCase("shows an empty page", Verdict.CantTell, Verdict.CantTell)]
    public async Task Whoever_is_shown_something_else_than_the_protected_page_is_not_signed_in(string wrong, Verdict silent, Verdict prompt)
    {
        await using var site = await DescribedSite.StartAsync(wrong);
        var expectsSilence = await site.PlayAsync("  - open: groceries\n    expect: silent");
        var expectsAQuestion = await site.PlayAsync("  - open: groceries\n    expect: prompt");
        Assert.That((expectsSilence.Verdict, expectsAQuestion.Verdict), Is.EqualTo((silent, prompt)), expectsSilence.Reason);
    }

    [Test]
    public async Task A_protected_page_without_the_sign_of_one_proves_nothing()
    {
        await using var site = await DescribedSite.StartAsync("shows no sign-out");
        var record = await site.PlayAsync("  - sign-in: { user: alice, app: groceries }");
        Assert.That(record.Verdict, Is.EqualTo(Verdict.CantTell));
        Assert.That(record.Reason, Does.Contain("'signed-in'"));
    }

    // The browser asks nobody then, so that neither is shown.
    [TestCase("silent")]
    [TestCase("prompt")]
    [Category("Browser")]
    public async Task A_page_that_the_browser_has_stored_proves_nothing(string expected)
    {
        await using var site = await DescribedSite.StartAsync("lets browsers store its pages", browser: await RealBrowser.ReadyAsync());
        var record = await site.PlayAsync(
            "  - sign-in: { user: alice, app: groceries }\n  - open: groceries\n    expect: silent\n  - clear-cookies: all\n"
            + $"  - open: groceries\n    expect: {expected}");
        Assert.That(record.Verdict, Is.EqualTo(Verdict.CantTell), record.Reason);
        Assert.That(record.Reason, Does.Contain("Cache-Control"));
    }

    [Test]
    public async Task A_return_address_that_the_site_does_not_know_proves_nothing()
    {
        await using var site = await DescribedSite.StartAsync("", ("return-parameter: next", "return-parameter: whereTo"));
        var run = await RealBrowser.RunAsync(site.Worlds, "web", null, "web/a-strangers-address-is-not-followed");
        Assert.That(run.Scenarios.Single().Verdict, Is.EqualTo(Verdict.CantTell), run.Scenarios.Single().Reason);
        Assert.That(run.Scenarios.Single().Reason, Does.Contain("whereTo"));
    }

    [TestCase("alice", Verdict.Passed)]
    [TestCase("bob", Verdict.Failed)]
    public async Task The_page_says_who_is_signed_in(string named, Verdict verdict)
    {
        await using var site = await DescribedSite.StartAsync();
        var record = await site.PlayAsync(
            $"  - sign-in: {{ user: alice, app: groceries }}\n  - open: {{ app: groceries, as: {named} }}\n    expect: silent");
        Assert.That(record.Verdict, Is.EqualTo(verdict), record.Reason);
    }

    private static (string, string) PharmacyToo => ("users:", "  pharmacy: { kind: site, protected: /account }\nusers:");
}
