using KmsiConformance.Policies;
using KmsiConformance.Reference.Faults;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

/// <summary>Every fault, seen from outside: the same story, told to a service without and with the fault.</summary>
public sealed class FaultTests
{
    private static readonly SessionSettings Days = B2cWorld.SevenDays;
    private static readonly SessionSettings RollingDays = Days with { SessionExpiryType = ExpiryType.Rolling };

    private static readonly (string Fault, SessionSettings Settings, string Story, string Right, string Wrong)[] Table =
    [
        ("persists-without-tick", Days, "plain cookie close open", "session-cookie prompt", "10080min-cookie silent"),
        ("forgets-ticked-box", Days, "tick cookie close open", "10080min-cookie silent", "session-cookie prompt"),
        ("keeps-on-the-server-only", Days, "tick cookie wait:21 open close open", "10080min-cookie silent silent",
            "session-cookie silent prompt"),
        ("keeps-when-switched-off", Days with { KeepAliveInDays = 0 }, "tick cookie wait:21 open", "session-cookie prompt",
            "20160min-cookie silent"),
        ("keeps-when-switched-off", Days with { KeepAliveInDays = null }, "tick close open", "prompt", "silent"),
        ("keeps-twice-as-long", Days, "tick cookie wait:10081 open", "10080min-cookie prompt", "20160min-cookie silent"),
        ("cookie-outlives-kept-session", Days, "tick cookie wait:10081 open", "10080min-cookie prompt", "20160min-cookie prompt"),
        ("lets-keep-alive-override-the-session", Days, "tick cookie wait:21 open", "10080min-cookie prompt", "10080min-cookie silent"),
        ("lets-the-session-end-keep-alive", Days, "tick cookie wait:21 open", "10080min-cookie silent", "10080min-cookie prompt"),
        ("hides-box", Days, "box", "box", "no-box"),
        ("rolls-only-in-the-second-half", RollingDays, "plain wait:5 open wait:16 open", "silent silent", "silent prompt"),
        ("cookie-clock-is-ahead", Days, "tick cookie", "10080min-cookie", "10200min-cookie"),
        ("cookie-clock-is-behind", Days, "tick cookie wait:9990 open", "10080min-cookie silent", "9960min-cookie prompt"),
        ("remembers-the-tick", Days, "tick again cookie", "session-cookie", "10080min-cookie"),
        ("keeps-the-handle-at-sign-in", Days, "plain copy again paste open", "prompt", "silent"),
        ("never-extends-sessions", RollingDays, "plain wait:15 open wait:15 open", "silent silent", "silent prompt"),
        ("never-extends-kept-sessions", RollingDays, "tick wait:9000 open wait:9000 open", "silent silent", "silent prompt"),
        ("always-extends-sessions", Days, "plain wait:15 open wait:15 open", "silent prompt", "silent silent"),
        ("always-extends-kept-sessions", Days, "tick wait:9000 open wait:9000 open", "silent prompt", "silent silent"),
        ("leaves-cookie-of-rolling-session", RollingDays, "tick wait:80 open cookie", "silent 10080min-cookie", "silent 10000min-cookie"),
        ("expires-sessions-late", Days, "plain wait:21 open", "prompt", "silent"),
        ("expires-sessions-early", Days, "plain wait:19 open", "silent", "prompt"),
        ("expires-kept-sessions-late", Days, "tick wait:10081 open", "prompt", "silent"),
        ("expires-kept-sessions-early", Days, "tick wait:10079 open", "silent", "prompt"),
        ("never-expires-on-the-server", Days, "plain copy wait:21 paste open", "prompt", "silent"),
        ("sign-in-again-keeps-the-old-period", Days, "plain wait:15 again wait:10 open", "silent", "prompt"),
        ("sign-in-again-keeps-the-old-period", Days, "plain wait:21 plain open", "silent", "prompt"),
        ("signs-in-when-suppressed", Days with { Scope = SsoScope.Suppressed }, "tick open", "prompt", "silent"),
        ("shares-sessions-across-applications", Days with { Scope = SsoScope.Application }, "plain open pharmacy", "silent prompt",
            "silent silent"),
        ("shares-sessions-across-policies", Days with { Scope = SsoScope.Policy }, "plain pharmacy other-policy", "silent prompt",
            "silent silent"),
        ("separates-applications-of-a-tenant", Days, "plain open pharmacy other-policy", "silent silent silent", "silent prompt silent"),
        ("begins-session-on-wrong-password", Days, "wrong cookie open", "no-cookie prompt", "session-cookie silent"),
        ("ignores-prompt-login", Days, "plain prompt-login", "prompt", "silent"),
        ("shows-page-for-prompt-none", Days, "prompt-none", "interaction_required", "prompt"),
        ("drops-state", Days, "plain state", "state", "no-state"),
        ("accepts-code-twice", Days, "plain redeem-twice", "invalid_grant", "tokens"),
        ("accepts-tampered-cookie", Days, "plain tamper open", "prompt", "silent"),
        ("lets-scripts-read-cookie", Days, "plain cookie", "session-cookie", "session-cookie-for-scripts"),
        ("sends-cookie-in-the-clear", Days, "plain cookie", "session-cookie", "session-cookie-in-the-clear"),
        ("withholds-cookie-from-applications", Days, "plain cookie", "session-cookie", "session-cookie-withheld"),
        ("shares-cookie-with-subdomains", Days, "plain cookie", "session-cookie", "session-cookie-for-subdomains"),
        ("keeps-session-after-sign-out", Days, "tick copy sign-out cookie open paste open", "signed-out no-cookie prompt prompt",
            "signed-out no-cookie prompt silent"),
        ("ignores-sign-out", Days, "plain sign-out cookie open", "signed-out no-cookie prompt", "signed-out session-cookie silent"),
        ("keeps-kept-session-after-sign-out", Days, "tick sign-out close open", "signed-out prompt", "signed-out silent"),
        ("leaves-cookie-after-sign-out", Days, "tick sign-out cookie open", "signed-out no-cookie prompt",
            "signed-out 10080min-cookie prompt"),
        ("follows-unregistered-sign-out-address", Days with { EnforceIdTokenHintOnLogout = true }, "plain sign-out-elsewhere", "error",
            "signing-out"),
        ("signs-out-without-hint", Days with { EnforceIdTokenHintOnLogout = true }, "plain sign-out", "error", "signed-out"),
        ("sends-another-nonce", Days, "plain token", "good", "nonce"),
        ("names-another-audience", Days, "plain token", "good", "aud"),
        ("names-another-issuer", Days, "plain token", "good", "iss"),
        ("gives-expired-tokens", Days, "plain token", "good", "the"),
        ("leaves-tokens-unsigned", Days, "plain token", "good", "the"),
        ("signs-with-another-key", Days, "plain token", "good", "signature"),
        ("moves-auth-time", Days, "plain wait:10 auth-time", "before", "now"),
        ("gives-codes-to-any-client", Days, "plain other-client", "invalid_grant", "tokens"),
        ("gives-codes-to-any-address", Days, "plain other-address", "invalid_grant", "tokens"),
        ("gives-codes-under-any-policy", Days, "plain other-token-endpoint", "invalid_grant", "tokens"),
        ("ignores-verifiers", Days, "plain wrong-verifier", "invalid_grant", "tokens"),
        ("refresh-extends-the-session", RollingDays, "offline wait:15 refresh wait:6 open", "offline tokens prompt",
            "offline tokens silent"),
        ("takes-refresh-tokens-forever", Days, "offline wait:20160 refresh", "offline invalid_grant", "offline tokens"),
        ("ends-refresh-tokens-with-the-session", Days, "offline wait:19 refresh wait:2 refresh", "offline tokens tokens",
            "offline tokens invalid_grant"),
        ("answers-for-the-last-user", Days with { Scope = SsoScope.Application }, "plain wait:1 bob whoami", "bob Alice", "bob Bob"),
        ("limits-cookie-to-one-policy", Days, "plain cookie", "session-cookie", "session-cookie-for-one-policy"),
        ("sets-cookie-for-another-domain", Days, "plain cookie", "session-cookie", "session-cookie-for-subdomains"),
    ];

    private static IEnumerable<TestCaseData> Rows => Table.Select(row =>
        new TestCaseData(row.Fault, row.Settings, row.Story, row.Right, row.Wrong).SetArgDisplayNames(row.Fault, row.Story));

    [TestCaseSource(nameof(Rows))]
    public async Task Every_fault_is_seen_from_outside(string fault, SessionSettings settings, string story, string right, string wrong)
    {
        var profile = KnownProfiles.B2c.Last(FaultList.Named(fault).ActsUnder).Profile;
        CustomPolicy[] policies = [B2cWorld.Written(settings, profile), B2cWorld.Written(settings, profile, "B2C_1A_other")];
        await using var sound = await B2cWorld.StartAsync(policies, profile);
        await using var faulty = await B2cWorld.StartAsync(policies, profile, fault);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await new Story(sound).TellAsync(story), Is.EqualTo(right), "without the fault");
            Assert.That(await new Story(faulty).TellAsync(story), Is.EqualTo(wrong), "with the fault");
        }
    }

    [Test]
    public async Task The_box_is_offered_unasked_by_that_fault_only()
    {
        await using var sound = await B2cWorld.StartAsync(offered: false);
        await using var faulty = await B2cWorld.StartAsync(offered: false, fault: "offers-box-unasked");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await new Story(sound).TellAsync("box tick cookie"), Is.EqualTo("no-box session-cookie"));
            Assert.That(await new Story(faulty).TellAsync("box tick cookie"), Is.EqualTo("box 10080min-cookie"));
        }
    }

    [Test]
    public async Task Any_password_is_accepted_by_that_fault_only()
    {
        await using var faulty = await B2cWorld.StartAsync(fault: "accepts-any-password");
        var said = await faulty.Visitor.TypeAsync(faulty.Server.Origin, await faulty.OpenAsync(), "alice", "wrong");
        Assert.That(said.GetProperty("status").GetString(), Is.EqualTo("200"));
    }

    // That every fault is caught, whether it has a story or not, is what the kill matrix proves.
    [Test]
    public async Task A_policy_without_days_ends_the_kept_session_by_that_fault_only()
    {
        CustomPolicy[] policies = [B2cWorld.Written(Days), B2cWorld.Written(Days with { KeepAliveInDays = null }, id: "B2C_1A_other")];
        await using var sound = await B2cWorld.StartAsync(policies);
        await using var faulty = await B2cWorld.StartAsync(policies, fault: "other-policies-end-kept-sessions");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await new Story(sound).TellAsync("tick wait:30 other-policy cookie open"),
                Is.EqualTo("silent 10050min-cookie silent"));
            Assert.That(await new Story(faulty).TellAsync("tick copy wait:30 other-policy cookie paste open"),
                Is.EqualTo("silent no-cookie prompt"));
        }
    }

    [Test]
    public void Every_story_is_about_a_fault_that_exists() =>
        Assert.That(FaultList.All.Select(f => f.Name), Is.SupersetOf(Table.Select(r => r.Fault).Concat(SignOutFaultTests.Told)
            .Concat(Federation.FederationFaultTests.Told).Distinct(StringComparer.Ordinal)));

    [Test]
    public void Every_fault_says_what_it_does_and_names_requirements()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FaultList.All.Select(f => f.Does), Has.All.EndsWith("."));
            Assert.That(FaultList.All.Select(f => f.Name), Is.Unique.And.All.Match("^[a-z]+(-[a-z]+)+$"));
            Assert.That(FaultList.All.SelectMany(f => f.Violates), Has.All.Match("^[RNDWG]-[0-9]{2,3}$"));
            Assert.That(FaultList.All.Where(f => f.Violates.Count == 0).Select(f => f.Name), Is.Empty);
        }
    }

    [Test]
    public void An_unknown_fault_is_answered_with_the_known_ones() =>
        Assert.That(() => FaultList.Named("nonsense"), Throws.ArgumentException.With.Message.Contains("keeps-session-after-sign-out"));
}
