using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner.Steps;

internal sealed class SignOutAtTests
{
    private const string Cast = """
        title: Left at the provider
        requirements: [R-011]
        profiles: [b2c-2020-12]
        identity-providers: { contoso: {}, fabrikam: {} }
        steps:
          - sign-in: { user: alice, app: groceries, with: contoso }

        """;

    [Test]
    public async Task Whoever_signs_out_at_the_provider_is_signed_out_there()
    {
        var played = await OneScenario.PlayAsync(Cast + """
              - sign-out-at: { provider: contoso }
              - expect-no-cookie: { role: provider-session, provider: contoso }
              - expect-cookie: { role: sso }
              - expect-asked: { provider: contoso, for: sign-out, times: 0 }
            """);
        Assert.That(played.Verdict, Is.EqualTo(Verdict.Passed), played.Reason);
    }

    // Without a session that ended, what follows would say nothing about a sign-out.
    [TestCase("sign-out-at: { provider: fabrikam }")]
    [TestCase("sign-out-at: { provider: contoso }\n  - sign-out-at: { provider: contoso }")]
    [TestCase("forget-app: contoso\n  - sign-out-at: { provider: contoso }")]
    public async Task Where_nobody_is_signed_in_nobody_signs_out(string steps)
    {
        var played = await OneScenario.PlayAsync(Cast + $"  - {steps}\n  - open: groceries\n    expect: app-session\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(played.Verdict, Is.EqualTo(Verdict.CantTell));
            Assert.That(played.Reason, Does.Contain("ended no session"));
        }
    }
}
