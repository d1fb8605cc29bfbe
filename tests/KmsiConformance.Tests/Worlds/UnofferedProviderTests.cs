using KmsiConformance.Policies;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>
/// A target that takes a scenario with identity providers and then cannot offer them gets no verdict: what it does without
/// them would be blamed on it.
/// </summary>
internal sealed class UnofferedProviderTests
{
    [Test]
    public async Task A_world_is_refused_and_the_target_and_the_provider_are_named()
    {
        var scenario = RealBrowser.Suite.Scenarios.First(known => known.Providers.Count > 0);
        var kind = new ForgetfulKind();

        Assert.That(
            async () => await WorldsOf(kind, await RealBrowser.SimulatedAsync()).CreateAsync(scenario, _ => { }, CancellationToken.None),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains(kind.Name)
                .And.Message.Contains(scenario.Providers.Keys.First()));
        Assert.That(kind.Started.Disposed, Is.True, "what was started for the world ends with it");
    }

    [Test]
    public async Task A_scenario_without_providers_asks_for_none()
    {
        var scenario = RealBrowser.Suite.Scenarios.First(known => known.Providers.Count == 0 && !known.RealTime);
        var kind = new ForgetfulKind();
        await using var world = await WorldsOf(kind, await RealBrowser.SimulatedAsync())
            .CreateAsync(scenario, _ => { }, CancellationToken.None);
        Assert.That(world.Target, Is.SameAs(kind.Started));
    }

    private static WorldFactory WorldsOf(ITargetKind kind, ReadyBrowser ready) =>
        new(ready, kind, RealBrowser.Suite.RecipeOf(RealBrowser.DefaultProfile), null, TimeSpan.FromSeconds(20));

    /// <summary>Says that it can be anything, and offers no identity providers.</summary>
    private sealed class ForgetfulKind : ITargetKind, ITargetPlace
    {
        public ForgetfulTarget Started { get; } = new();

        public string Name => "forgetful";

        public string Kind => "remote";

        public string? Behaves => null;

        public string? Fault => null;

        public Recipe? Recipe => null;

        public SignInCare Care { get; } = SignInCare.None();

        public TimeSpan Ahead => TimeSpan.Zero;

        public IReadOnlyDictionary<string, KmsiConformance.Apps.AppPlace>? Apps => null;

        public IReadOnlyList<string> NotPlayed(IEnumerable<Scenario> scenarios) => [];

        public string? WhyNot(Scenario scenario) => null;

        public AppCredentials CredentialsOf(string app) => new(app, null);

        public Task PrepareAsync(string? evidence, Action<string> say, CancellationToken cancellation) => Task.CompletedTask;

        public Task<ITargetPlace> TakeAsync(Scenario scenario, CancellationToken cancellation) => Task.FromResult<ITargetPlace>(this);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public Task<ITarget> StartAsync(TargetRequest asked, CancellationToken cancellation) => Task.FromResult<ITarget>(Started);
    }

    private sealed class ForgetfulTarget : ITarget
    {
        public bool Disposed { get; private set; }

        public IReadOnlyList<string> LoginSites => ["login.localhost:443"];

        public TargetPolicy Policy { get; } = new(
            TimeSpan.FromHours(1), null, ExpiryType.Rolling, null, RequiresIdTokenHint: false, PromisesBox: false, "");

        public IClockFacet? Clock => null;

        public string? Gone => null;

        public bool MayHavePasswords(Uri page) => true;

        public OpenIdConnectFacet? OpenIdConnect => null;

        public SamlFacet? Saml => null;

        public ISignInLogFacet? SignInLog => null;

        public IIdentityProvidersFacet? IdentityProviders => null;

        public TargetUser User(string name) => throw new UnknownUserException(name, []);

        public ValueTask DisposeAsync()
        {
            Disposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
