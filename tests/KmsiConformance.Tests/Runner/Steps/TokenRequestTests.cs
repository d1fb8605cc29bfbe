using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner.Steps;

internal sealed class TokenRequestTests
{
    [Test]
    public async Task An_app_that_shows_its_secret_by_HTTP_Basic_is_signed_in_afterwards()
    {
        var played = await OneScenario.PlayAsync("""
            title: The app has a session of its own
            requirements: [{ own: "It gets its tokens.", level: MUST }]
            profiles: [b2c-2020-12]
            apps: { groceries: { confidential: true } }
            steps:
              - sign-in: { user: alice, app: groceries }
              - wait: 2 minutes
              - exchange-code: { app: groceries, by: basic-with-client-id }
              - open: groceries
                expect: app-session
            """);
        Assert.That(played.Verdict, Is.EqualTo(Verdict.Passed), played.Reason);
    }

    [Test]
    public async Task Nothing_is_said_of_a_login_endpoint_that_names_no_userinfo_endpoint()
    {
        var played = await OneScenario.PlayAsync("""
            title: Nobody knows
            requirements: [{ own: "The user is named.", level: MUST }]
            profiles: [b2c-2020-12]
            steps:
              - sign-in: { user: alice, app: groceries }
              - userinfo: groceries
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(played.Verdict, Is.EqualTo(Verdict.CantTell));
            Assert.That(played.Reason, Does.Contain("names no userinfo_endpoint"));
        }
    }
}
