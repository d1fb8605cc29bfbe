using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd.Sites;

/// <summary>What a user does on pages of the site itself, on another device: a new password, the end of sessions, their list.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class OwnAccountTests
{
    private const string ByPages = """
        account-events:
          password-changed: { page: /password }
          sessions-revoked: { page: /sessions }
        clock: none
        """;

    private const string AnotherPassword = """
          - sign-in: { user: alice, app: groceries }
          - account: { user: alice, event: password-changed }
          - open: groceries
            expect: prompt
          - sign-in: { user: alice, app: groceries, password: former }
            expect: rejected
          - sign-in: { user: alice, app: groceries }
        """;

    private const string EndOfAll = """
          - sign-in: { user: alice, app: groceries }
          - account: { user: alice, event: sessions-revoked }
          - open: groceries
            expect: prompt
        """;

    private const string List = """
          - account: { user: alice, event: sessions-revoked }
          - expect-sessions: { user: alice, number: 0 }
          - sign-in: { user: alice, app: groceries }
          - expect-sessions: { user: alice, number: 1 }
          - sign-out: { app: groceries }
          - expect-sessions: { user: alice, number: 0 }
        """;

    [TestCase("", AnotherPassword, Verdict.Passed, "")]
    [TestCase("keeps sessions at another password", AnotherPassword, Verdict.Failed, "silent")]
    [TestCase("changes no password", AnotherPassword, Verdict.Error, "did not change the password of alice")]
    [TestCase("", EndOfAll, Verdict.Passed, "")]
    [TestCase("", List, Verdict.Passed, "")]
    [TestCase("lists one session", List, Verdict.Failed, "0 sessions are listed")]
    [TestCase("stays signed in", List, Verdict.Failed, "listed besides")]
    public async Task It_is_done_there_and_what_comes_of_it_is_judged(string wrong, string steps, Verdict verdict, string said)
    {
        await using var site = await DescribedSite.StartAsync(wrong, ("clock: none", ByPages));
        var played = await site.PlayAsync(steps);
        Assert.That(played.Verdict, Is.EqualTo(verdict), played.Reason);
        Assert.That($"{played.Reason} {played.Deciding()?.Actual}", Does.Contain(said));
        Assert.That(site.PasswordOf("alice"), Is.EqualTo(SmallSite.Password), "whoever comes next finds the account as it was");
    }

    [Test]
    public async Task A_page_without_what_the_recipe_says_is_named_with_the_key()
    {
        await using var site = await DescribedSite.StartAsync(
            "", ("clock: none", ByPages.Replace("page: /password", "page: /sessions", StringComparison.Ordinal)));
        var played = await site.PlayAsync(AnotherPassword);
        Assert.That(played.Verdict, Is.EqualTo(Verdict.Error));
        Assert.That(played.Reason, Does.Contain("/sessions has no ").And.Contain("'new-password' in our.yaml"));
        Assert.That(played.Reason, Does.Not.Contain(SmallSite.Password));
    }

    [Test]
    public async Task A_page_that_there_is_not_is_named()
    {
        await using var site = await DescribedSite.StartAsync(
            "", ("clock: none", ByPages.Replace("page: /password", "page: /pasword", StringComparison.Ordinal)));
        var played = await site.PlayAsync(AnotherPassword);
        Assert.That(played.Verdict, Is.EqualTo(Verdict.Error));
        Assert.That(played.Reason, Does.Contain("/pasword was answered with 404. Correct 'page' under 'account-events'."));
    }
}
