using KmsiConformance.Ledger;
using KmsiConformance.Policies;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Needs;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>
/// What scenarios say that they need is enough: at a login endpoint that behaves, they pass under every setting that meets
/// it. A need that is too weak turns red here, and so does one that the scenario's own settings do not meet.
/// </summary>
internal sealed class NeedsTests
{
    private static readonly PolicyRequest Plain = PolicyRequest.Default;

    private static readonly PolicyRequest[] WholeSettings =
    [
        Plain with { Session = TimeSpan.FromMinutes(20), KeepAliveInDays = 14, Expiry = "rolling" },
        Plain with { Session = TimeSpan.FromHours(1), KeepAliveInDays = 30 },
        Plain with
        {
            Session = TimeSpan.FromHours(12), KeepAliveInDays = 2, Expiry = "rolling", Scope = "application", RequireIdTokenHint = true,
        },
        Plain with { Session = TimeSpan.FromMinutes(15), OffersKeepMeSignedIn = false },
        Plain with { Session = TimeSpan.FromHours(10), KeepAliveInDays = 90, Expiry = "rolling" },
        Plain with { Session = TimeSpan.FromDays(15), KeepAliveInDays = 14, Scope = "policy", SecondFactor = true },
        Plain with { Session = TimeSpan.FromDays(21), KeepAliveInDays = 21, Expiry = "rolling", RequireIdTokenHint = true },
        Plain with { Session = TimeSpan.FromMinutes(25), Expiry = "rolling" },
        Plain with { Session = TimeSpan.FromMinutes(40), KeepAliveInDays = 10, Scope = "suppressed" },
        Plain with { Session = TimeSpan.FromHours(3), KeepAliveInDays = 1, Scope = "application", SecondFactor = true },
        Plain with
        {
            Session = TimeSpan.FromHours(1), KeepAliveInDays = 3, Expiry = "rolling", Maximum = TimeSpan.FromHours(10),
            KeepAliveMaximum = TimeSpan.FromDays(30),
        },
        Plain with
        {
            Session = TimeSpan.FromHours(2), KeepAliveInDays = 14, Expiry = "rolling", Maximum = TimeSpan.FromHours(3),
            KeepAliveMaximum = TimeSpan.FromDays(15),
        },
    ];

    // Its settings are not ours to choose: the documents of Azure AD name them.
    private static readonly PolicyRequest AzureAd = Plain with
    {
        Session = TimeSpan.FromHours(24), KeepAliveInDays = 90, Expiry = "rolling",
    };

    private static IEnumerable<string> Profiles => RealBrowser.Suite.Profiles.Select(profile => profile.Id);

    [TestCaseSource(nameof(Profiles))]
    public void A_scenario_needs_nothing_that_its_own_settings_lack(string profile)
    {
        var isAzure = RealBrowser.Suite.ReadingsOf(profile).Product == LoginProduct.AzureAd;
        var missing = from scenario in RealBrowser.Suite.Select(profile, [])
                      where scenario.Policy.File is null
                      from need in scenario.Needs
                      let whyNot = need.WhyNot(new Own(isAzure ? AzureAd : scenario.Policy), profile)
                      where whyNot is not null
                      select $"{scenario.Id} {whyNot}";
        Assert.That(missing, Is.Empty);
    }

    [TestCaseSource(nameof(Profiles))]
    public Task A_scenario_passes_under_other_settings_that_meet_its_needs(string profile) => PlayAsync(profile, rounds: 1);

    [TestCaseSource(nameof(Profiles))]
    [Explicit("takes minutes; for whoever changes needs")]
    public Task A_scenario_passes_under_all_settings_that_meet_its_needs(string profile) => PlayAsync(profile, WholeSettings.Length);

    // In each round a scenario is played under one of the settings that meet its needs.
    private static async Task PlayAsync(string profile, int rounds)
    {
        var readings = RealBrowser.Suite.ReadingsOf(profile);
        if (readings.Product == LoginProduct.AzureAd) Assert.Ignore("the settings of an Azure AD tenant cannot be chosen");
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(), new ReferenceTargetKind(readings, null, RealBrowser.Suite.Folder),
            RealBrowser.Suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));

        // What documents fix holds under the settings that conform to them, and no others.
        List<Scenario> candidates = [.. RealBrowser.Suite.Select(profile, [])
            .Where(scenario => scenario.Policy.File is null && !scenario.Id.StartsWith("assurance/", StringComparison.Ordinal)
                && worlds.WhyInapplicable(scenario) is null)];
        var played = new HashSet<string>(StringComparer.Ordinal);
        var wrong = new List<string>();
        for (var round = 0; round < rounds; round++)
        {
            List<Scenario> plan =
                [.. candidates.Select((scenario, index) => Under(worlds, scenario, profile, index, round)).OfType<Scenario>()];
            var run = await new SuiteRunner(
                new RunOptions(RealBrowser.Suite, plan, profile, worlds, 2, RunOptions.StandardStepLimit, null, []), new NoProgress())
                .RunAsync(CancellationToken.None);
            played.UnionWith(plan.Select(scenario => scenario.Id));
            wrong.AddRange(run.Scenarios.Where(record => record.Verdict != Verdict.Passed)
                .Select(record => $"{record.Id} under {record.Policy}: {record.Verdict.Text()} {record.Reason}"));
        }

        await TestContext.Progress.WriteLineAsync($"{profile}: {played.Count} of {candidates.Count} were played under other settings");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wrong, Is.Empty, "their needs are too weak:\n" + string.Join('\n', wrong));
            Assert.That(played, Has.Count.GreaterThan(candidates.Count * 9 / 10), "needs that nothing meets prove nothing");
        }
    }

    // Neighbours begin with different settings, so that each is used by many.
    private static Scenario? Under(IWorldFactory worlds, Scenario scenario, string profile, int index, int round)
    {
        List<Scenario> meeting = [.. WholeSettings
            .Where(settings => scenario.Needs.All(need => need.WhyNot(Declared(settings), profile) is null)
                && Outlasting.Reason(Declared(settings), profile, scenario) is null)
            .Select(settings => scenario with { Policy = settings with { Other = scenario.Policy.Other, Site = scenario.Policy.Site } })
            .Where(changed => worlds.WhyInapplicable(changed) is null)];
        return round < meeting.Count ? meeting[(index + round) % meeting.Count] : null;
    }

    private static TargetPolicy Declared(PolicyRequest settings) => new(
        settings.Session, settings.Lengths.KeepAlive, Enum.Parse<ExpiryType>(settings.Expiry, ignoreCase: true),
        Enum.Parse<SsoScope>(settings.Scope, ignoreCase: true), settings.RequireIdTokenHint, settings.OffersKeepMeSignedIn, "")
    {
        SecondFactor = settings.SecondFactor, Maximum = settings.Maximum, KeepAliveMaximum = settings.KeepAliveMaximum,
    };

    private sealed record Own(PolicyRequest Settings) : IKnownSettings
    {
        public SettingsInForce Lengths => Settings.Lengths;

        public string? Word(string setting) => setting switch
        {
            "expiry" => Settings.Expiry,
            "token-issuer" => Settings.TokenIssuer,
            "without-kmsi" => Settings.WithoutKmsi,

            // The reference claims whatever level a scenario is about, with settings that conform to it.
            "assurance" => "3",
            _ => Declared(Settings with { Expiry = "rolling" }).Word(setting),
        };
    }
}
