using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner.Steps;

/// <summary>What follows is done and looked at on the device in use.</summary>
internal sealed class UseDeviceTests
{
    private const string Start = """
        title: It works as it should on two devices
        requirements: [R-005]
        profiles: [b2c-2020-12]
        devices: [laptop, phone]
        steps:
          - sign-in: { user: alice, app: groceries }
          - use-device: phone

        """;

    [Test]
    public async Task Each_step_is_done_on_the_device_in_use_and_says_which()
    {
        var record = await PlayAsync("""
              - expect-no-cookie: { role: sso }
              - open: groceries
                expect: prompt
              - use-device: laptop
              - expect-cookie: { role: sso }
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
        Assert.That(record.Steps.Select(step => step.Device),
            Is.EqualTo(new[] { "laptop", "phone", "phone", "phone", "laptop", "laptop" }));
    }

    [TestCase("expect-token: { app: groceries, auth-time: sign-in }")]
    [TestCase("expect-page: { second-factor: not-asked }")]
    public async Task What_was_seen_on_one_device_is_no_evidence_of_another(string step)
    {
        var record = await PlayAsync($"  - {step}");
        Assert.That(record.Verdict, Is.EqualTo(Verdict.CantTell), record.Reason);
    }

    private static Task<ScenarioRecord> PlayAsync(string steps) => OneScenario.PlayAsync(Start + steps);
}
