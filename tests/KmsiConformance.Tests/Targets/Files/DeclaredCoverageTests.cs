using KmsiConformance.Suite;
using KmsiConformance.Suite.Names;
using KmsiConformance.Targets.Files;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Targets.Files;

/// <summary>How much of the catalogue runs at a login endpoint that is as its file says and cannot be configured.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DeclaredCoverageTests : IDisposable
{
    // What a setting has to be, and not how long something lasts.
    private static readonly string[] Choices = ["expiry", "scope", "keep-me-signed-in", "second-factor", "require-id-token-hint"];

    private readonly TargetText _text = new();

    public void Dispose() => _text.Dispose();

    [TestCase("b2c-2016-09")]
    [TestCase("b2c-2018-08")]
    [TestCase("b2c-2018-12")]
    [TestCase("b2c-2020-12")]
    [TestCase("oidc")]
    public async Task Most_scenarios_that_need_no_other_setting_run(string profile)
    {
        var target = _text.Read(TargetText.Everything) with { Profile = profile };
        var scenarios = RealBrowser.Suite.Select(profile, []);
        List<Scenario> fitting = [.. scenarios.Where(scenario => NeedsNoOtherSetting(target, scenario))];
        var running = fitting.Count(scenario => Fitness.WhyNot(target, scenario) is null);
        await TestContext.Progress.WriteLineAsync(
            $"{profile}: {running} run of {fitting.Count} that need no other setting, of {scenarios.Count} in all");
        Assert.That(running * 3, Is.GreaterThanOrEqualTo(fitting.Count * 2), $"{running} of {fitting.Count}");
    }

    private static bool NeedsNoOtherSetting(TargetFile target, Scenario scenario) =>
        scenario.Policy is { File: null, Other: null, TokenIssuer: "remembers-apps", WithoutKmsi: "cookie-stays" }
        && scenario.Policy.Tenant == TenantRequest.Default
        && scenario.Providers.Count == 0
        && scenario.Apps.All(app => app.Value.Kind is "web" or "spa" && target.Apps.ContainsKey(app.Key))
        && scenario.Steps.SelectMany(step => step.Names).All(name => name.Name != UsedName.OtherPolicy)
        && scenario.Needs.All(need => !Choices.Contains(need.Setting) || need.WhyNot(target.Policy, target.Profile) is null);
}
