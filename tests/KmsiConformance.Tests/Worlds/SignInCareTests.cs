using KmsiConformance.Apps;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>Accounts that others use too are not tried until they are locked.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SignInCareTests
{
    // A profile whose sign-in page is sent as it stands, and comes again with a message.
    private const string PlainForm = "oidc";

    [Test]
    public async Task The_right_password_is_tried_twice_and_then_no_sign_in_at_all()
    {
        var care = new SignInCare(null, isShared: true, TimeProvider.System, RealTime.Delay);
        await RefusedAsync(care);
        Assert.That(care.Stopped, Is.Null, "once may be the finding that a scenario looks for");
        Assert.That(async () => await RefusedAsync(care), Throws.TypeOf<SignInWithheldException>());
        Assert.That(care.Stopped, Does.Contain("alice").And.Contain("2 times in a row"));
        Assert.That(
            async () => await care.TurnAsync("bob", false, _ => { }, CancellationToken.None), Throws.TypeOf<SignInWithheldException>());
    }

    [Test]
    public async Task A_page_that_takes_no_more_sign_ins_stops_all_of_them()
    {
        var care = new SignInCare(null, isShared: true, TimeProvider.System, RealTime.Delay);
        var recipe = RealBrowser.Suite.RecipeOf(PlainForm);
        recipe = recipe with
        {
            Interrupts = [new Interrupt("throttled", recipe.Signs["message"], new Dictionary<string, IReadOnlyList<string>>(), [])],
        };
        Assert.That(
            async () => await SignInAsync(care, user => user with { Password = "not-it-at-all" }, PlainForm, recipe),
            Throws.TypeOf<SignInWithheldException>());
        Assert.That(care.Stopped, Does.Contain("takes no more sign-ins of alice"));
    }

    [Test]
    public async Task A_step_is_given_the_time_that_it_had_to_wait()
    {
        using var budget = new StepBudget(TimeSpan.FromMilliseconds(50), TimeSpan.Zero, CancellationToken.None);
        budget.Extend(TimeSpan.FromHours(1));
        await RealTime.Delay(TimeSpan.FromMilliseconds(200));
        Assert.That(budget.Token.IsCancellationRequested, Is.False);
        Assert.That(budget.Time, Is.InRange(TimeSpan.FromHours(1) + TimeSpan.FromMilliseconds(50), TimeSpan.FromHours(1.01)));
    }

    [Test]
    public async Task A_one_time_code_is_typed_once()
    {
        var shown = new Queue<string>(["111111", "111111", "111111", "222222"]);
        var waited = TimeSpan.Zero;
        var care = new SignInCare(null, isShared: false, TimeProvider.System, (_, _) => Task.CompletedTask);
        Task<string> CodeAsync(string user, Func<string> app) => care.CodeAsync(user, app, wait => waited += wait, CancellationToken.None);
        Assert.That(await CodeAsync("alice", shown.Dequeue), Is.EqualTo("111111"));
        Assert.That(await CodeAsync("bob", () => "111111"), Is.EqualTo("111111"), "another account");
        Assert.That(waited, Is.EqualTo(TimeSpan.Zero));
        Assert.That(await CodeAsync("alice", shown.Dequeue), Is.EqualTo("222222"));
        Assert.That(waited, Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public async Task Accounts_that_nobody_else_uses_are_tried_on()
    {
        var care = new SignInCare(null, isShared: false, TimeProvider.System, RealTime.Delay);
        for (var i = 0; i < 3; i++) await RefusedAsync(care);
        Assert.That(care.Stopped, Is.Null);
    }

    [Test]
    public async Task A_sign_in_between_two_refusals_makes_good_for_the_first()
    {
        var care = new SignInCare(null, isShared: true, TimeProvider.System, RealTime.Delay);
        await RefusedAsync(care);
        await SignInAsync(care, user => user);
        await RefusedAsync(care);
        Assert.That(care.Stopped, Is.Null);
    }

    [Test]
    public void Wrong_passwords_are_numbered_too()
    {
        var care = new SignInCare(null, isShared: true, TimeProvider.System, RealTime.Delay);
        for (var i = 0; i < SignInCare.WrongPasswords; i++) care.Rejected("alice", wrongPassword: true);
        Assert.That(
            async () => await care.TurnAsync("alice", true, _ => { }, CancellationToken.None),
            Throws.TypeOf<SignInWithheldException>().With.Message.Contains("lock the account"));
        Assert.That(async () => await care.TurnAsync("alice", false, _ => { }, CancellationToken.None), Throws.Nothing);
    }

    [Test]
    public async Task More_sign_ins_than_a_minute_may_have_wait_for_the_next()
    {
        var time = new HandClock();
        var care = new SignInCare(2, isShared: true, time, time.WaitAsync);
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 5; i++)
        {
            await care.TurnAsync("alice", false, waits.Add, CancellationToken.None);
            time.Now += TimeSpan.FromSeconds(10);
        }

        // At 0 and 10 s; the third at 60 s, the fourth at 70 s, the fifth at 120 s.
        Assert.That(waits.Select(wait => wait.TotalSeconds), Is.EqualTo(new[] { 40.0, 40.0 }));
        await care.RoomAsync(2, CancellationToken.None);
        Assert.That(time.Now, Is.EqualTo(HandClock.Start + TimeSpan.FromSeconds(180)), "room for both at once");
    }

    [Test]
    public void After_a_pause_it_goes_on_where_the_target_had_too_many_sign_ins_and_not_where_it_locked_an_account()
    {
        var care = new SignInCare(null, isShared: true, TimeProvider.System, RealTime.Delay);
        Assert.That(care.Throttled("alice", "HTTP 429", passes: true).Passes, Is.True);
        Assert.That(care.Stopped, Is.Not.Null);
        care.GoOn();
        Assert.That(care.Stopped, Is.Null);
        Assert.That(care.Throttled("alice", "HTTP 423").Passes, Is.False);
        care.GoOn();
        Assert.That(care.Stopped, Does.Contain("HTTP 423"));
    }

    [Test]
    public async Task A_run_that_was_stopped_is_no_result_and_says_why()
    {
        var care = new SignInCare(null, isShared: true, TimeProvider.System, RealTime.Delay);
        care.Throttled("alice", "HTTP 429");
        var run = await RealBrowser.RunAsync(
            await WorldsAsync(care, RealBrowser.DefaultProfile), RealBrowser.DefaultProfile, null, "prompt/none-with*");
        Assert.Multiple(() =>
        {
            Assert.That(run.Scenarios, Is.Not.Empty.And.All.Property(nameof(ScenarioRecord.Verdict)).EqualTo(Verdict.Skipped));
            Assert.That(run.Stopped, Does.Contain("HTTP 429"));
            Assert.That(KmsiConformance.Cli.ExitCodes.Of(run), Is.EqualTo(3));
        });
    }

    private static Task RefusedAsync(SignInCare care) => SignInAsync(care, user => user with { Password = "not-it-at-all" });

    private static async Task SignInAsync(
        SignInCare care, Func<TargetUser, TargetUser> changed, string? profile = null, Recipe? recipe = null)
    {
        var worlds = await WorldsAsync(care, profile ?? RealBrowser.DefaultProfile, recipe);
        var scenario = RealBrowser.Suite.Scenarios.First(known => known.Id == "prompt/none-with-a-session-is-silent");
        await using var world = await worlds.CreateAsync(scenario, _ => { }, CancellationToken.None);
        await world.OpenAsync(world.App("groceries").ProtectedPage(new AppVisit()), CancellationToken.None);
        await world.SignInAsync(new SignInEntry(changed(world.Target.User("alice"))), CancellationToken.None);
    }

    private static async Task<IWorldFactory> WorldsAsync(SignInCare care, string profile, Recipe? recipe = null) => new WorldFactory(
        await RealBrowser.SimulatedAsync(),
        new WaryKind(new ReferenceTargetKind(KnownProfiles.Readings(profile), null, RealBrowser.Suite.Folder)) { Care = care },
        recipe ?? RealBrowser.Suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));

    // A clock that is moved by waiting.
    private sealed class HandClock : TimeProvider
    {
        public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

        public DateTimeOffset Now { get; set; } = Start;

        public override DateTimeOffset GetUtcNow() => Now;

        public Task WaitAsync(TimeSpan wait, CancellationToken cancellation)
        {
            Now += wait;
            return Task.CompletedTask;
        }
    }
}
