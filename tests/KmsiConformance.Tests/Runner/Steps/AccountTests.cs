using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner.Steps;

/// <summary>Something happens to an account, and what is typed and kept afterwards follows.</summary>
internal sealed class AccountTests
{
    private const string Start = """
        title: It works as it should although something happens to an account
        requirements: [R-020]
        profiles: [b2c-2020-12]
        apps: { groceries: { offline-access: true } }
        steps:
          - sign-in: { user: alice, app: groceries }

        """;

    [Test]
    public async Task The_new_password_is_typed_from_then_on_and_a_wrong_one_is_still_wrong()
    {
        var record = await OneScenario.PlayAsync(Start + """
              - account: { user: alice, event: password-changed }
              - clear-cookies: all
              - sign-in: { user: alice, app: groceries, password: wrong }
                expect: rejected
              - sign-in: { user: alice, app: groceries }
              - clear-cookies: all
              - sign-in: { user: bob, app: groceries }
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
    }

    [TestCase("password-changed")]
    [TestCase("sessions-revoked")]
    [TestCase("disabled")]
    public async Task Refresh_tokens_from_before_are_refused(string what)
    {
        var record = await OneScenario.PlayAsync(Start + $$"""
              - account: { user: bob, event: {{what}} }
              - refresh: groceries
              - account: { user: alice, event: {{what}} }
              - refresh: groceries
                expect: { error: invalid_grant }
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
    }

    [Test]
    public async Task A_closed_account_is_not_signed_in_to()
    {
        var record = await OneScenario.PlayAsync(Start + """
              - account: { user: alice, event: disabled }
              - wait: 2 minutes
              - open: groceries
                expect: prompt
              - sign-in: { user: alice, app: groceries }
                expect: rejected
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
    }
}
