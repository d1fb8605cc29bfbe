using KmsiConformance.Apps;
using KmsiConformance.Suite;
using KmsiConformance.Targets;

namespace KmsiConformance.Tests.Worlds;

/// <summary>Another target, wary of passwords or with care of its own for its accounts.</summary>
internal sealed class WaryKind(ITargetKind inner) : ITargetKind
{
    private int _starts;

    public bool MayHavePasswords { get; init; } = true;

    public IReadOnlyList<string>? OnlyHosts { get; init; }

    /// <summary>Where all apps are told of sign-outs in the browser; null leaves each its own address.</summary>
    public string? LogoutUrl { get; init; }

    /// <summary>Happens before each start, with its number from 1.</summary>
    public Func<int, Task> BeforeStart { get; init; } = _ => Task.CompletedTask;

    public SignInCare Care { get; init; } = SignInCare.None();

    public string Name => inner.Name;

    public string Kind => inner.Kind;

    public string? Behaves => inner.Behaves;

    public string? Fault => inner.Fault;

    public Recipe? Recipe => inner.Recipe;

    public IReadOnlyList<string> NotPlayed(IEnumerable<Scenario> scenarios) => inner.NotPlayed(scenarios);

    public string? WhyNot(Scenario scenario) => inner.WhyNot(scenario);

    public Task PrepareAsync(string? evidence, Action<string> say, CancellationToken cancellation) =>
        inner.PrepareAsync(evidence, say, cancellation);

    public async Task<ITargetPlace> TakeAsync(Scenario scenario, CancellationToken cancellation) =>
        new WaryPlace(await inner.TakeAsync(scenario, cancellation), this);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private sealed class WaryPlace(ITargetPlace inner, WaryKind kind) : ITargetPlace
    {
        public TimeSpan Ahead => inner.Ahead;

        public IReadOnlyDictionary<string, AppPlace>? Apps => inner.Apps;

        public AppCredentials CredentialsOf(string app) => inner.CredentialsOf(app);

        public async Task<ITarget> StartAsync(TargetRequest asked, CancellationToken cancellation)
        {
            await kind.BeforeStart(Interlocked.Increment(ref kind._starts));
            return new WaryTarget(
                await inner.StartAsync(
                    asked with { Apps = [.. asked.Apps.Select(app => app with { LogoutUrl = kind.LogoutUrl ?? app.LogoutUrl })] },
                    cancellation),
                kind);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class WaryTarget(ITarget inner, WaryKind kind) : ITarget
    {
        public IReadOnlyList<string> LoginSites => inner.LoginSites;

        public TargetPolicy Policy => inner.Policy;

        public OpenIdConnectFacet? OpenIdConnect => inner.OpenIdConnect;

        public SamlFacet? Saml => inner.Saml;

        public ISignInLogFacet? SignInLog => inner.SignInLog;

        public IIdentityProvidersFacet? IdentityProviders => inner.IdentityProviders;

        public IReadOnlyList<string>? OnlyHosts => kind.OnlyHosts;

        public IClockFacet? Clock => inner.Clock;

        public string? Gone => inner.Gone;

        public bool MayHavePasswords(Uri page) => kind.MayHavePasswords;

        public TargetUser User(string name) => inner.User(name);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
