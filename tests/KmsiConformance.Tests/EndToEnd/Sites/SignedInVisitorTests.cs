using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd.Sites;

/// <summary>What a site may do with whoever opens its sign-in page and is signed in already.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SignedInVisitorTests
{
    private const string Again = """
          - sign-in: { user: alice, app: groceries }
          - sign-in: { user: alice, app: groceries, via: sign-in-page }
          - open: groceries
            expect: silent
        """;

    private const string Astray = """
          - sign-in: { user: alice, app: groceries }
          - sign-in: { user: alice, app: groceries, return-to: unregistered }
            expect: no-redirect
        """;

    [TestCase("", Again, Verdict.Passed)]
    [TestCase("sends on whoever is signed in", Again, Verdict.Inapplicable)]
    [TestCase("", Astray, Verdict.Passed)]
    [TestCase("sends on whoever is signed in", Astray, Verdict.Passed)]
    [TestCase("sends on whoever is signed in to any address", Astray, Verdict.Failed)]
    public async Task Being_led_on_to_a_page_of_the_site_is_no_fault(string wrong, string steps, Verdict verdict)
    {
        await using var site = await DescribedSite.StartAsync(wrong);
        var played = await site.PlayAsync(steps);
        Assert.That(played.Verdict, Is.EqualTo(verdict), played.Reason);
    }

    [TestCase("other-case", "", Verdict.Passed)]
    [TestCase("cut-short", "", Verdict.Passed)]
    [TestCase("other-case", "takes any password", Verdict.Failed)]
    public async Task Nearly_the_right_password_is_a_wrong_one(string password, string wrong, Verdict verdict)
    {
        await using var site = await DescribedSite.StartAsync(wrong);
        var played = await site.PlayAsync($$"""
              - sign-in: { user: alice, app: groceries, password: {{password}} }
                expect: rejected
            """);
        Assert.That(played.Verdict, Is.EqualTo(verdict), played.Reason);
    }
}
