using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner.Steps;

/// <summary>A stranger's page sends what somebody else was shown, and what there is nothing of is not carried over.</summary>
internal sealed class ForgeTests
{
    private const string Start = """
        title: It comes to nothing
        requirements: [R-005]
        profiles: [b2c-2020-12]
        identity-providers: { contoso: {} }
        steps:

        """;

    [Test]
    public async Task What_somebody_else_was_shown_is_sent_from_another_site()
    {
        var record = await OneScenario.PlayAsync(Start + """
              - forge: { what: sign-in, user: bob, app: groceries }
              - forge: { what: provider-answer, user: bob, app: groceries, with: contoso }
              - open: groceries
                expect: prompt
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
    }

    [TestCase("{ what: stay-signed-in, user: bob, app: groceries }", "without a page that could be carried over")]
    [TestCase("{ what: provider-answer, user: bob, app: groceries }", "went straight on to groceries")]
    [TestCase("{ what: sign-out, user: bob, app: groceries }", "nobody asked the attacker whether to sign out")]
    public async Task What_there_is_nothing_of_shows_nothing(string forge, string why)
    {
        var record = await OneScenario.PlayAsync(Start + $"  - forge: {forge}\n  - open: groceries\n    expect: prompt");
        Assert.That(record.Verdict, Is.EqualTo(Verdict.CantTell));
        Assert.That(record.Reason, Does.Contain(why));
    }

    [Test]
    public async Task A_LogoutRequest_names_a_session_that_somebody_has()
    {
        var record = await OneScenario.PlayAsync("""
            title: It comes to nothing
            requirements: [R-005]
            profiles: [b2c-2020-12]
            apps: { garage: { kind: saml } }
            steps:
              - forge: { what: logout-request, user: bob, app: garage, flaw: unsigned }
              - open: garage
                expect: prompt
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.CantTell));
        Assert.That(record.Reason, Does.Contain("garage has signed nobody in so far"));
    }

    [Test]
    public async Task A_code_that_nobody_has_used_is_not_typed_again()
    {
        var record = await OneScenario.PlayAsync("""
            title: It comes to nothing
            requirements: [R-066]
            profiles: [b2c-2020-12]
            policy: { second-factor: true }
            steps:
              - sign-in: { user: alice, app: groceries, one-time-code: again }
                expect: second-factor
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.CantTell));
        Assert.That(record.Reason, Does.Contain("no one-time code of alice was typed so far"));
    }
}
