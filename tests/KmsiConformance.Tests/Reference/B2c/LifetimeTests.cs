using KmsiConformance.Policies;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

/// <summary>How long sessions last, over real HTTP, for each dated reading.</summary>
public sealed class LifetimeTests
{
    private const string TwoGates = B2cProfile.August2018;

    // Seven days are 10080 minutes, 1200 seconds are 20.
    [TestCase("plain wait:19 open wait:1 open", "silent prompt",
        TestName = "Without the box an absolute session ends when its seconds are over")]
    [TestCase("plain cookie close open", "session-cookie prompt", TestName = "Without the box the session ends with the browser")]
    [TestCase("tick cookie close wait:10079 open wait:1 open", "10080min-cookie silent prompt",
        TestName = "With the box the session lasts until the last minute of the last day")]
    [TestCase("tick copy wait:10080 paste open", "prompt", TestName = "A copied cookie does not outlive the kept session")]
    [TestCase("plain copy wait:20 paste open", "prompt", TestName = "A copied cookie does not outlive the session")]
    [TestCase("plain wait:5 open wait:5 open wait:5 open wait:6 open", "silent silent silent prompt",
        TestName = "Use does not extend an absolute session")]
    [TestCase("tick wait:1440 open cookie", "silent 8640min-cookie", TestName = "Use does not renew the cookie of an absolute session")]
    [TestCase("plain wait:20 plain wait:19 open", "silent", TestName = "Signing in again begins a new period")]
    [TestCase("tick wait:5 again cookie close open", "session-cookie prompt",
        TestName = "Signing in again without the box gives up persistence")]
    public async Task In_2020_and_2018_12_and_2016(string story, string seen)
    {
        foreach (var profile in B2cProfile.All.Where(p => p != TwoGates))
        {
            await using var world = await B2cWorld.StartAsync(B2cWorld.SevenDays, profile);
            Assert.That(await new Story(world).TellAsync(story), Is.EqualTo(seen), profile);
        }
    }

    [TestCase("tick cookie wait:19 close open wait:1 open", "10080min-cookie silent prompt",
        TestName = "Both gates: the session ends although the cookie is there")]
    [TestCase("plain wait:19 open wait:1 open", "silent prompt", TestName = "Both gates: without the box nothing changes")]
    public async Task In_2018_08(string story, string seen)
    {
        await using var world = await B2cWorld.StartAsync(B2cWorld.SevenDays, TwoGates);
        Assert.That(await new Story(world).TellAsync(story), Is.EqualTo(seen));
    }

    [Test]
    public async Task Both_gates_and_equal_lengths_give_the_whole_week()
    {
        await using var world = await B2cWorld.StartAsync(B2cWorld.SevenDays with { SessionExpiryInSeconds = 604_800 }, TwoGates);
        Assert.That(await new Story(world).TellAsync("tick close wait:10079 open wait:1 open"), Is.EqualTo("silent prompt"));
    }

    [TestCase("plain wait:19 open wait:19 open wait:20 open", "silent silent prompt")]
    [TestCase("tick wait:10079 open cookie wait:10079 open wait:10080 open", "silent 10080min-cookie silent prompt")]
    public async Task A_rolling_session_is_extended_by_every_use(string story, string seen)
    {
        await using var world = await B2cWorld.StartAsync(B2cWorld.SevenDays with { SessionExpiryType = null });
        Assert.That(await new Story(world).TellAsync(story), Is.EqualTo(seen));
    }

    [Test]
    public async Task Absent_seconds_mean_a_day()
    {
        await using var world = await B2cWorld.StartAsync(new SessionSettings(SessionExpiryType: ExpiryType.Absolute));
        Assert.That(await new Story(world).TellAsync("plain wait:1439 open wait:1 open"), Is.EqualTo("silent prompt"));
    }

    [TestCase(0), TestCase(null), TestCase(-3)]
    public async Task A_tick_without_days_has_no_effect(int? days)
    {
        await using var world = await B2cWorld.StartAsync(B2cWorld.SevenDays with { KeepAliveInDays = days });
        Assert.That(await new Story(world).TellAsync("tick cookie wait:20 open"), Is.EqualTo("session-cookie prompt"));
    }

    [Test]
    public async Task A_forged_tick_has_no_effect_where_the_box_is_not_offered()
    {
        await using var world = await B2cWorld.StartAsync(offered: false);
        Assert.That(await new Story(world).TellAsync("box tick cookie close open"), Is.EqualTo("no-box session-cookie prompt"));
    }

    [Test]
    public async Task A_suppressed_session_never_answers_and_sets_no_cookie()
    {
        await using var world = await B2cWorld.StartAsync(B2cWorld.SevenDays with { Scope = SsoScope.Suppressed });
        Assert.That(await new Story(world).TellAsync("tick cookie open prompt-none"), Is.EqualTo("no-cookie prompt interaction_required"));
    }

    [TestCase(SsoScope.Tenant, "silent silent silent")]
    [TestCase(SsoScope.TrustFramework, "silent silent silent")]
    [TestCase(SsoScope.Application, "silent prompt silent")]
    [TestCase(SsoScope.Policy, "silent silent prompt")]
    public async Task The_scope_decides_who_shares_the_session(SsoScope scope, string seen)
    {
        var settings = B2cWorld.SevenDays with { Scope = scope };
        await using var world = await B2cWorld.StartAsync([B2cWorld.Written(settings), B2cWorld.Written(settings, id: "B2C_1A_other")]);
        Assert.That(await new Story(world).TellAsync("plain open pharmacy other-policy"), Is.EqualTo(seen));
    }

    [Test]
    public async Task Sessions_of_two_applications_live_beside_each_other()
    {
        await using var world = await B2cWorld.StartAsync(B2cWorld.SevenDays with { Scope = SsoScope.Application });
        await world.SignInAsync(user: "alice");
        await world.SignInAsync(app: B2cWorld.Pharmacy, user: "bob");
        Assert.That(await new Story(world).TellAsync("open pharmacy"), Is.EqualTo("silent silent"));
    }

    [Test]
    public async Task Max_age_asks_again_when_credentials_are_older()
    {
        await using var world = await B2cWorld.StartAsync();
        await world.SignInAsync();
        world.Clock.Move(TimeSpan.FromMinutes(10));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await world.OpenAsync(more: "&max_age=600")).IsSilent, Is.True);
            Assert.That((await world.OpenAsync(more: "&max_age=599")).AsksForCredentials, Is.True);
        }
    }

    [Test]
    public async Task The_handle_changes_with_every_sign_in_and_the_old_one_is_dead()
    {
        await using var world = await B2cWorld.StartAsync();
        Assert.That(await new Story(world).TellAsync("plain copy again open paste open"), Is.EqualTo("silent prompt"));
    }
}
