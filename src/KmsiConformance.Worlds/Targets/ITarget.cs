using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;
using KmsiConformance.Reference.Faults;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Suite;
using KmsiConformance.Worlds.Providers;

namespace KmsiConformance.Worlds.Targets;

/// <summary>A login endpoint under test, as one world uses it.</summary>
public interface ITarget : IAsyncDisposable
{
    /// <summary>Host and port of its pages, for example <c>login.localhost:4711</c>.</summary>
    string Authority { get; }

    /// <summary>Address of its OpenID Connect discovery document.</summary>
    string MetadataAddress { get; }

    /// <summary>The same for a second policy with the same settings, to see whether sessions are shared between policies.</summary>
    string OtherMetadataAddress { get; }

    /// <summary>The settings in force, which expressions such as <c>keep-alive</c> stand for.</summary>
    TargetPolicy Policy { get; }

    /// <summary>Address of its metadata for SAML apps; null where it speaks no SAML.</summary>
    string? SamlMetadataAddress => null;

    /// <summary>How the login endpoint is registered at an identity provider that it was started with: once for each policy.</summary>
    /// <exception cref="NotSupportedException">The target knows no identity providers.</exception>
    IReadOnlyList<ProviderClient> ClientsAt(OfferedProvider provider) => throw new NotSupportedException($"This target was not started with the identity provider {provider.Name}.");

    /// <summary>A user by the name that scenarios use.</summary>
    /// <exception cref="UnknownUserException">The target has no such user.</exception>
    TargetUser User(string name);

    /// <summary>The sign-in log, for targets whose log can be read; null otherwise.</summary>
    Task<IReadOnlyList<LoggedSignInRow>?> SignInLogAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<LoggedSignInRow>?>(null);
}

/// <summary>A way to get a target: one per run, from which each world takes its own.</summary>
public interface ITargetKind
{
    /// <summary>Its name on the command line and in reports.</summary>
    string Name { get; }

    /// <summary><c>reference</c>, <c>process</c> or <c>remote</c>.</summary>
    string Kind { get; }

    /// <summary>The profile that it behaves by, where that is known.</summary>
    string? Behaves { get; }

    /// <summary>The fault it was started with; null for none.</summary>
    string? Fault { get; }

    /// <summary>What the target leaves out of the policies that these scenarios ask for, in words; empty where it is not known.</summary>
    IReadOnlyList<string> LeftOut(IEnumerable<Scenario> scenarios);

    /// <summary>Why this target cannot be what a scenario needs; null when it can.</summary>
    string? WhyNot(Scenario scenario) =>
        scenario.Providers.Count == 0 ? null : $"The target {Name} cannot be told which identity providers to offer.";

    /// <summary>Starts a target for one world.</summary>
    /// <param name="clock">The world's clock.</param>
    /// <param name="policy">The settings that the scenario needs.</param>
    /// <param name="apps">The apps to register.</param>
    Task<ITarget> StartAsync(TimeProvider clock, PolicyRequest policy, IReadOnlyList<RegisteredApp> apps, CancellationToken cancellation);

    /// <summary>Starts a target whose sign-in page offers identity providers.</summary>
    /// <exception cref="NotSupportedException">The target cannot be told to.</exception>
    Task<ITarget> StartAsync(
        TimeProvider clock, PolicyRequest policy, IReadOnlyList<RegisteredApp> apps, IReadOnlyList<OfferedProvider> providers, CancellationToken cancellation) =>
        providers.Count == 0
            ? StartAsync(clock, policy, apps, cancellation)
            : throw new NotSupportedException($"The target {Name} cannot be told which identity providers to offer; ask {nameof(WhyNot)} first.");
}

/// <summary>An app as it is registered at the login endpoint.</summary>
/// <param name="LogoutUrl">What is called when the user signs out elsewhere; null for none.</param>
public sealed record RegisteredApp(string Name, string ClientId, IReadOnlyList<string> RedirectUris, string? LogoutUrl = null)
{
    /// <summary>Where the login endpoint tells the app's server of sign-outs; null for an app that is not told that way.</summary>
    public string? BackChannelLogoutUri { get; init; }

    /// <summary>For a SAML app, whose client id is its entity id: where its metadata is found. Null for every other.</summary>
    public string? SamlMetadata { get; init; }
}

/// <summary>A user's credentials at the target.</summary>
public sealed record TargetUser(string UserName, string Password)
{
    /// <summary>The code that the user's authenticator app shows at a moment; null for a user who has none.</summary>
    public Func<DateTimeOffset, string>? OneTimeCode { get; init; }

    /// <summary>Never shows the password.</summary>
    public override string ToString() => UserName;
}

/// <summary>The session settings in force at a target.</summary>
/// <param name="KeepAlive">Null where the policy has no KeepAliveInDays.</param>
/// <param name="PromisesBox">Whether the policy promises a keep-me-signed-in box that has an effect.</param>
/// <param name="Words">The settings in the words of the policy file.</param>
public sealed record TargetPolicy(TimeSpan Session, TimeSpan? KeepAlive, bool PromisesBox, string Words);

/// <summary>A scenario names a user whom the target does not have.</summary>
public sealed class UnknownUserException(string user, IEnumerable<string> known)
    : Exception($"The target has no user '{user}'. Known: {string.Join(", ", known)}.");
