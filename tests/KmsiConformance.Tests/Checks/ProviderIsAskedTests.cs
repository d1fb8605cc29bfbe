using KmsiConformance.Checks;
using KmsiConformance.Checks.Federation;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Checks;

/// <summary>What reached a provider counts in the last step that used the browser, and in no other.</summary>
internal sealed class ProviderIsAskedTests
{
    private static readonly RequestCompleted Browsed = new(1, "GET", "https://login.localhost/", "login", "top-level", 200, null, null);
    private static readonly ProviderAsked SignIn = new("contoso", "sign-in", "authorize");

    [Test]
    public void Once_is_once() => Assert.That(Judge(1, Browsed with { Step = 1 }, SignIn with { Step = 1 }), Is.EqualTo(Verdict.Passed));

    [Test]
    public void Twice_is_not_once() => Assert.That(Judge(1, Browsed with { Step = 1 }, SignIn with { Step = 1 }, SignIn with { Step = 1 }), Is.EqualTo(Verdict.Failed));

    [Test]
    public void An_earlier_step_does_not_count() =>
        Assert.That(Judge(0, Browsed with { Step = 1 }, SignIn with { Step = 1 }, Browsed with { Step = 2 }), Is.EqualTo(Verdict.Passed));

    [Test]
    public void Another_provider_or_purpose_does_not_count() => Assert.That(
        Judge(0, Browsed with { Step = 1 }, SignIn with { Step = 1, Provider = "fabrikam" }, SignIn with { Step = 1, For = "sign-out" }), Is.EqualTo(Verdict.Passed));

    [Test]
    public void Without_a_browser_nobody_can_tell() => Assert.That(Judge(0), Is.EqualTo(Verdict.CantTell));

    private static Verdict Judge(int times, params Event[] happened) => new ProviderIsAsked("contoso", "sign-in", times)
        .Judge(new Evidence([.. happened, new StepStarted("judge") { Step = 3 }], [], default)).Verdict;
}
