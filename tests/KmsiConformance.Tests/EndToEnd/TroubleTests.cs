using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>Trouble of the harness is an ERROR of the scenario it hits and of no other, and never says PASSED or FAILED.</summary>
/// <remarks>Counts the browsers of this process, so no other test may have one at the same time.</remarks>
[Category("Browser")]
[NonParallelizable]
internal sealed class TroubleTests
{
    private static readonly string[] Two = ["sign-in/a-live-session-asks-for-nothing", "sign-in/a-wrong-password-creates-no-session"];

    [Test]
    public async Task A_browser_that_dies_in_a_step_is_an_error_of_its_scenario_only()
    {
        var ready = await RealBrowser.ReadyAsync();
        var first = true;
        var fragile = ready with
        {
            MakeBrowser = (environment, observer, conditions) =>
            {
                var browser = ready.MakeBrowser(environment, observer, conditions);
                if (!first) return browser;
                first = false;
                return new MortalBrowser(browser);
            },
        };

        var run = await RunAsync(fragile, new ReferenceTargetKind(KnownProfiles.Readings(RealBrowser.DefaultProfile), null,
            RealBrowser.Suite.Folder), RunOptions.StandardStepLimit, Two);

        var verdicts = run.Scenarios.Select(scenario => scenario.Verdict).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(verdicts, Is.EquivalentTo(new[] { Verdict.Error, Verdict.Passed }));
            Assert.That(run.Scenarios.Single(scenario => scenario.Verdict == Verdict.Error).Reason, Does.Contain("gone"));
            Assert.That(BrowserProcesses.Count, Is.Zero);
        });
    }

    [Test]
    public async Task A_step_that_hangs_is_an_error_after_its_limit()
    {
        var ready = await RealBrowser.ReadyAsync();
        var target = new HangingTargetKind(new ReferenceTargetKind(KnownProfiles.Readings(RealBrowser.DefaultProfile), null,
            RealBrowser.Suite.Folder));

        var run = await RunAsync(ready, target, TimeSpan.FromSeconds(1), Two[..1]);

        Assert.That(run.Scenarios.Single().Verdict, Is.EqualTo(Verdict.Error));
        Assert.That(run.Scenarios.Single().DurationMs, Is.LessThan(20_000));
        Assert.That(BrowserProcesses.Count, Is.Zero);
    }

    [Test]
    public async Task An_interrupted_run_has_no_result_and_leaves_no_browser()
    {
        using var interruption = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var options = new RunOptions(
            RealBrowser.Suite, RealBrowser.Suite.Select(RealBrowser.DefaultProfile, []), RealBrowser.DefaultProfile,
            await RealBrowser.WorldsAsync(), 2, RunOptions.StandardStepLimit, null, []);

        await Assert.CatchAsync<OperationCanceledException>(() => new SuiteRunner(options, new NoProgress()).RunAsync(interruption.Token));
        Assert.That(BrowserProcesses.Count, Is.Zero);
    }

    [Test]
    public async Task An_unknown_user_is_an_error_that_names_the_known_ones()
    {
        var ready = await RealBrowser.ReadyAsync();
        var scenario = RealBrowser.Suite.Scenarios.Single(scenario => scenario.Id == Two[0]);
        var stranger = scenario with
        {
            Steps = [.. scenario.Steps.Select(step => step is SignInStep signIn ? signIn with { User = "mallory" } : step)],
        };
        var worlds = await RealBrowser.WorldsAsync();
        var options = new RunOptions(RealBrowser.Suite, [stranger], RealBrowser.DefaultProfile, worlds, 1,
            RunOptions.StandardStepLimit, null, []);

        var run = await new SuiteRunner(options, new NoProgress()).RunAsync(CancellationToken.None);

        Assert.That(run.Scenarios.Single().Verdict, Is.EqualTo(Verdict.Error));
        Assert.That(run.Scenarios.Single().Reason, Does.Contain("mallory").And.Contain("alice"));
        Assert.That(ready.Browser.Name, Is.EqualTo("chromium"));
    }

    [Test]
    public async Task What_a_target_cannot_be_told_is_inapplicable_and_no_verdict_on_it()
    {
        var ready = await RealBrowser.SimulatedAsync();
        var reference = new ReferenceTargetKind(KnownProfiles.Readings(RealBrowser.DefaultProfile), null, RealBrowser.Suite.Folder);

        var run = await RunAsync(ready, new HangingTargetKind(reference), TimeSpan.FromSeconds(5),
            ["federation/the-ticked-box-has-no-effect"]);
        var entra = await RunAsync(
            ready, new ReferenceTargetKind(KnownProfiles.Readings("aad-2020-06"), null, RealBrowser.Suite.Folder), TimeSpan.FromSeconds(5),
            ["federation/the-ticked-box-has-no-effect", "saml/a-saml-app-signs-everybody-out"]);

        Assert.That(run.Scenarios.Single(), Has.Property("Verdict").EqualTo(Verdict.Inapplicable)
            .And.Property("Reason").Contains("hanging").And.Property("Reason").Contains("identity providers"));
        Assert.That(entra.Scenarios, Has.All.Property("Verdict").EqualTo(Verdict.Inapplicable)
            .And.All.Property("Reason").Contains("aad-2020-06"));
    }

    private static async Task<RunRecord> RunAsync(ReadyBrowser ready, ITargetKind target, TimeSpan limit, IReadOnlyList<string> only)
    {
        var worlds = new WorldFactory(ready, target, RealBrowser.Suite.RecipeOf(RealBrowser.DefaultProfile), null, limit * 2);
        var options = new RunOptions(RealBrowser.Suite, RealBrowser.Suite.Select(RealBrowser.DefaultProfile, only),
            RealBrowser.DefaultProfile, worlds, 1, limit, null, []);
        return await new SuiteRunner(options, new NoProgress()).RunAsync(CancellationToken.None);
    }

    /// <summary>Its process is killed from outside just before the first page is opened.</summary>
    private sealed class MortalBrowser(IBrowser inner) : IBrowser
    {
        public string Name => inner.Name;

        public string Version => inner.Version;

        public int? ProcessId => inner.ProcessId;

        public bool TellsPartitions => inner.TellsPartitions;

        public Task StartAsync(StartKind kind, CancellationToken cancellation) => inner.StartAsync(kind, cancellation);

        public Task StopAsync(StopKind kind, CancellationToken cancellation) => inner.StopAsync(kind, cancellation);

        public async Task<PageSnapshot> OpenAsync(string url, PageSigns signs, TimeSpan limit, CancellationToken cancellation)
        {
            using var process = System.Diagnostics.Process.GetProcessById(inner.ProcessId!.Value);
            process.Kill();
            return await inner.OpenAsync(url, signs, limit, cancellation);
        }

        public Task<PageSnapshot> SubmitAsync(PageEntry entry, PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
            inner.SubmitAsync(entry, signs, limit, cancellation);

        public Task<PageSnapshot?> GoBackAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
            inner.GoBackAsync(signs, limit, cancellation);

        public Task<PageSnapshot> ReloadAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
            inner.ReloadAsync(signs, limit, cancellation);

        public Task<IReadOnlyList<ControlFound?>> FindAsync(
            IReadOnlyList<Control> controls, PageSigns signs, CancellationToken cancellation) =>
            inner.FindAsync(controls, signs, cancellation);

        public Task<IReadOnlyList<StoredCookie>> CookiesAsync(CancellationToken cancellation) => inner.CookiesAsync(cancellation);

        public Task SetCookieAsync(StoredCookie cookie, CancellationToken cancellation) => inner.SetCookieAsync(cookie, cancellation);

        public Task DeleteCookieAsync(StoredCookie cookie, CancellationToken cancellation) => inner.DeleteCookieAsync(cookie, cancellation);

        public Task<DateTimeOffset> NowAsync(CancellationToken cancellation) => inner.NowAsync(cancellation);

        public Task<byte[]?> ScreenshotAsync(CancellationToken cancellation) => inner.ScreenshotAsync(cancellation);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    /// <summary>A login endpoint that accepts connections and never answers.</summary>
    private sealed class HangingTargetKind(ITargetKind inner) : ITargetKind
    {
        public string Name => "hanging";

        public string Kind => "remote";

        public string? Behaves => null;

        public string? Fault => null;

        public Recipe? Recipe => null;

        public SignInCare Care { get; } = SignInCare.None();

        public IReadOnlyList<string> NotPlayed(IEnumerable<Scenario> scenarios) => [];

        public string? WhyNot(Scenario scenario) =>
            scenario.Providers.Count == 0 ? null : $"The target {Name} cannot be told which identity providers to offer.";

        public Task PrepareAsync(string? evidence, Action<string> say, CancellationToken cancellation) =>
            inner.PrepareAsync(evidence, say, cancellation);

        public async Task<ITargetPlace> TakeAsync(Scenario scenario, CancellationToken cancellation) =>
            new HangingPlace(await inner.TakeAsync(scenario, cancellation));

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        private sealed class HangingPlace(ITargetPlace place) : ITargetPlace
        {
            public TimeSpan Ahead => place.Ahead;

            public IReadOnlyDictionary<string, KmsiConformance.Apps.AppPlace>? Apps => place.Apps;

            public AppCredentials CredentialsOf(string app) => place.CredentialsOf(app);

            public async Task<ITarget> StartAsync(TargetRequest asked, CancellationToken cancellation) =>
                new Hanging(await place.StartAsync(asked, cancellation));

            public ValueTask DisposeAsync() => place.DisposeAsync();
        }

        private sealed class Hanging : ITarget
        {
            private readonly ITarget _inner;
            private readonly System.Net.Sockets.TcpListener _deaf = new(System.Net.IPAddress.Loopback, 0);

            public Hanging(ITarget inner)
            {
                _inner = inner;
                _deaf.Start();
            }

            public IReadOnlyList<string> LoginSites => [$"login.localhost:{((System.Net.IPEndPoint)_deaf.LocalEndpoint).Port}"];

            public OpenIdConnectFacet OpenIdConnect => new($"https://{LoginSites[0]}/metadata", null);

            public SamlFacet? Saml => null;

            public ISignInLogFacet? SignInLog => null;

            public IIdentityProvidersFacet? IdentityProviders => null;

            public IClockFacet? Clock => _inner.Clock;

            public string? Gone => _inner.Gone;

            public bool MayHavePasswords(Uri page) => _inner.MayHavePasswords(page);

            public TargetPolicy Policy => _inner.Policy;

            public TargetUser User(string name) => _inner.User(name);

            public ValueTask DisposeAsync()
            {
                _deaf.Dispose();
                return _inner.DisposeAsync();
            }
        }
    }
}
