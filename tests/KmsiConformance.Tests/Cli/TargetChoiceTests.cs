using KmsiConformance.Cli;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Tests.Targets.Files;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>What becomes of a target file and the profile that judges.</summary>
internal sealed class TargetChoiceTests
{
    // Under the two gates of August 2018 a kept session ends with the short one, which this target declares.
    [TestCase("b2c-2018-12", null)]
    [TestCase("b2c-2018-08", "needs session longer than 1 day, the target has 20 minutes")]
    public async Task What_scenarios_need_is_asked_under_the_profile_that_judges(string judges, string? reason)
    {
        using var text = new TargetText();
        var file = text.Read(TargetText.Everything);
        await using var target = TargetChoice.Choose(file.Path, file, judges, [], RealBrowser.Suite);
        var scenario = RealBrowser.Suite.Select(judges, ["sign-out/a-kept-session-ends-too"]).Single();
        Assert.That(file.Profile, Is.EqualTo("b2c-2020-12"));
        Assert.That(target.WhyNot(scenario), reason is null ? Is.Null : Does.Contain(reason));
    }
}
