using KmsiConformance.Apps;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Parking;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Targets.Processes;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Parking;

/// <summary>
/// Journeys of two weeks in real time, at a product that nobody here wrote: parked at each long wait, and taken up by another
/// run when they are due. Only the days are made to pass faster, for the product and for everybody.
/// </summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FastClockTests
{
    private const string Ends = "declared-policy/a-kept-session-ends";
    private const string Outlives = "declared-policy/a-ticked-box-outlives-the-browser";

    [TestCase(Ends)]
    [TestCase(Outlives)]
    [CancelAfter(300_000)]
    public async Task A_journey_of_days_is_judged_as_if_it_had_been_sat_out(string scenario, CancellationToken cancellation)
    {
        await using var days = await Days.BeginAsync(cancellation);
        var record = await days.RunAsync(scenario, null);
        var parked = 0;
        while (record.ParkedUntil is { } due)
        {
            parked++;
            Assert.That(record.Verdict, Is.EqualTo(Verdict.Skipped));
            await days.PassAsync(due, cancellation);
            record = await days.RunAsync(scenario, days.Lot.Of("oidc-provider").Single());
        }

        Assert.Multiple(() =>
        {
            Assert.That(parked, Is.Positive);
            Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
            Assert.That(record.Steps, Has.All.Property(nameof(StepRecord.Verdict)).EqualTo(Verdict.Passed));
            Assert.That(days.Lot.Of("oidc-provider"), Is.Empty);
        });
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task A_session_that_lives_on_fails()
    {
        await using var days = await Days.BeginAsync(CancellationToken.None);
        var record = await days.RunAsync(Ends, null);

        // The days pass for everybody but the product.
        days.Ahead = record.ParkedUntil!.Value - TimeProvider.System.GetUtcNow();
        record = await days.RunAsync(Ends, days.Lot.Of("oidc-provider").Single());
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Failed), record.Reason);
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task Who_comes_too_late_cannot_tell(CancellationToken cancellation)
    {
        await using var days = await Days.BeginAsync(cancellation);
        var record = await days.RunAsync(Ends, null);
        await days.PassAsync(record.ParkedUntil!.Value.AddHours(3), cancellation);
        record = await days.RunAsync(Ends, days.Lot.Of("oidc-provider").Single());
        Assert.That(record.Verdict, Is.EqualTo(Verdict.CantTell));
        Assert.That(record.Reason, Does.Contain("180 minutes later"));
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task A_scenario_that_was_changed_meanwhile_begins_anew(CancellationToken cancellation)
    {
        await using var days = await Days.BeginAsync(cancellation);
        await days.RunAsync(Ends, null);
        var record = await days.RunAsync(Ends, days.Lot.Of("oidc-provider").Single(), scenario => scenario with
        {
            Steps = [.. scenario.Steps.Skip(1)],
        });
        Assert.That(record.Verdict, Is.EqualTo(Verdict.CantTell));
        Assert.That(record.Reason, Does.Contain("was changed while it was parked"));
    }

    // The product, and how far everybody's time is ahead.
    private sealed class Days(RunningProduct product, ReadyBrowser ready, DirectoryInfo folder) : IAsyncDisposable
    {
        private readonly TargetFile _file = new TargetFileReader(RealBrowser.Suite).Read(RemoteFile.Shipped);

        public TimeSpan Ahead { get; set; }

        public ParkingLot Lot { get; } = new(folder.FullName, ParkingKey.Of("a phrase of sufficient length"));

        public static async Task<Days> BeginAsync(CancellationToken cancellation)
        {
            var file = new TargetFileReader(RealBrowser.Suite).Read(RemoteFile.Shipped);
            await ProductSetup.RunAsync(file, TestContext.Progress.WriteLine, cancellation);
            var product = await RunningProduct.StartAsync(file, ClockChoice.Providers[0].Make, null, cancellation);
            var ready = await RealBrowser.SimulatedAsync() with { MakeClock = clock => new RealBrowserClock(clock) };
            return new Days(product, ready, Directory.CreateTempSubdirectory("kmsi-parked-"));
        }

        public async Task PassAsync(DateTimeOffset until, CancellationToken cancellation)
        {
            Ahead = until - TimeProvider.System.GetUtcNow();
            await product.Clock!.FollowAsync(Ahead, cancellation);
        }

        public async Task<ScenarioRecord> RunAsync(string id, ParkedLabel? resumed, Func<Scenario, Scenario>? changed = null)
        {
            var scenario = RealBrowser.Suite.Scenarios.Single(known => known.Id == id);
            await using var kind = new LivingOn(_file, product, Ahead);
            var worlds = new WorldFactory(ready, kind, _file.Recipe, null, TimeSpan.FromSeconds(20));
            var rules = new ParkingRules(Lot, TimeSpan.FromMinutes(1));
            var options = new RunOptions(
                RealBrowser.Suite, [changed?.Invoke(scenario) ?? scenario], _file.Profile, worlds, 1, RunOptions.StandardStepLimit,
                null, [])
            {
                Parking = resumed is null ? rules : rules with
                {
                    Resumed = new Dictionary<string, ParkedLabel>(StringComparer.Ordinal) { [id] = resumed },
                },
            };
            return (await new SuiteRunner(options, new NoProgress()).RunAsync(CancellationToken.None)).Scenarios.Single();
        }

        public async ValueTask DisposeAsync()
        {
            await product.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    // The instance that runs, at the time that it has by now.
    private sealed class LivingOn(TargetFile file, RunningProduct product, TimeSpan ahead) : DeclaredTargetKind(file), ITargetPlace
    {
        public override string Kind => "remote";

        public TimeSpan Ahead => ahead;

        public IReadOnlyDictionary<string, AppPlace> Apps => DeclaredTarget.AppsOf(File, product.Places);

        public override Task PrepareAsync(string? evidence, Action<string> say, CancellationToken cancellation) => Task.CompletedTask;

        public override Task<ITargetPlace> TakeAsync(Scenario scenario, CancellationToken cancellation) =>
            Task.FromResult<ITargetPlace>(this);

        public AppCredentials CredentialsOf(string app) => DeclaredTarget.CredentialsOf(File, product.Places, app);

        public Task<ITarget> StartAsync(TargetRequest asked, CancellationToken cancellation) =>
            Task.FromResult<ITarget>(new DeclaredTarget(File, product.Places, null, () => product.Gone));

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
