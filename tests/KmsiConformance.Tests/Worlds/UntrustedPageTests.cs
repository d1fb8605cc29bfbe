using KmsiConformance.Apps;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>A page that is not the target's asks for a password, and gets none.</summary>
internal sealed class UntrustedPageTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_password_is_typed_only_where_the_target_says_that_the_page_is_its_own(bool isItsOwn)
    {
        var scenario = RealBrowser.Suite.Scenarios.First(known => known.Id == "prompt/none-with-a-session-is-silent");
        var reference = new ReferenceTargetKind(KnownProfiles.Readings(RealBrowser.DefaultProfile), null, RealBrowser.Suite.Folder);
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(), new WaryKind(reference, isItsOwn), RealBrowser.Suite.RecipeOf(RealBrowser.DefaultProfile),
            null, TimeSpan.FromSeconds(20));
        await using var world = await worlds.CreateAsync(scenario, _ => { }, CancellationToken.None);
        await world.OpenAsync(world.App("groceries").ProtectedPage(new AppVisit()), CancellationToken.None);

        async Task SignInAsync() => await world.SignInAsync(new SignInEntry(world.Target.User("alice")), CancellationToken.None);
        if (isItsOwn) await SignInAsync();
        else Assert.That(SignInAsync, Throws.TypeOf<UntrustedPageException>().With.Message.Contains("nothing was typed"));
        Assert.That(world.Ledger.Since(0).OfType<CredentialsPosted>().Any(), Is.EqualTo(isItsOwn));
    }

    private sealed class WaryKind(ITargetKind inner, bool isItsOwn) : ITargetKind
    {
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
            new WaryPlace(await inner.TakeAsync(scenario, cancellation), isItsOwn);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class WaryPlace(ITargetPlace inner, bool isItsOwn) : ITargetPlace
    {
        public TimeSpan Ahead => inner.Ahead;

        public IReadOnlyDictionary<string, AppPlace>? Apps => inner.Apps;

        public AppCredentials CredentialsOf(string app) => inner.CredentialsOf(app);

        public async Task<ITarget> StartAsync(TargetRequest asked, CancellationToken cancellation) =>
            new WaryTarget(await inner.StartAsync(asked, cancellation), isItsOwn);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class WaryTarget(ITarget inner, bool isItsOwn) : ITarget
    {
        public IReadOnlyList<string> LoginSites => inner.LoginSites;

        public TargetPolicy Policy => inner.Policy;

        public OpenIdConnectFacet? OpenIdConnect => inner.OpenIdConnect;

        public SamlFacet? Saml => inner.Saml;

        public ISignInLogFacet? SignInLog => inner.SignInLog;

        public IIdentityProvidersFacet? IdentityProviders => inner.IdentityProviders;

        public IClockFacet? Clock => inner.Clock;

        public string? Gone => inner.Gone;

        public bool MayHavePasswords(Uri page) => isItsOwn;

        public TargetUser User(string name) => inner.User(name);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
