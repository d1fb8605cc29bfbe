using System.Security.Cryptography.X509Certificates;
using KmsiConformance.Suite;

namespace KmsiConformance.Targets;

/// <summary>A way to get a target: one per run, from which each world takes its own.</summary>
public interface ITargetKind : IAsyncDisposable
{
    /// <summary>Its name on the command line and in reports.</summary>
    string Name { get; }

    /// <summary><c>reference</c>, <c>process</c> or <c>remote</c>.</summary>
    string Kind { get; }

    /// <summary>The profile that it behaves by; null where that is not known.</summary>
    string? Behaves { get; }

    /// <summary>The fault it was started with, or several with commas between them; null for none.</summary>
    string? Fault { get; }

    /// <summary>What a reader of a report should know of it; complete once it was prepared.</summary>
    TargetFacts Facts => TargetFacts.None;

    /// <summary>Keeps its accounts from harm.</summary>
    SignInCare Care { get; }

    /// <summary>How its pages are operated; null for the recipe of the profile that it behaves by.</summary>
    Recipe? Recipe { get; }

    /// <summary>
    /// What the target does not play of the policies that these scenarios ask for, in words; empty where it is not
    /// known.
    /// </summary>
    IReadOnlyList<string> NotPlayed(IEnumerable<Scenario> scenarios);

    /// <summary>
    /// Why this target cannot be what a scenario needs: its policy, its apps, its providers and services; null when it can.
    /// </summary>
    string? WhyNot(Scenario scenario);

    /// <summary>Does once what every world needs, before the first: starts, looks, asks.</summary>
    /// <param name="evidence">The folder for what the target itself says while it runs; null keeps nothing.</param>
    /// <param name="say">Told each step, for people who wait.</param>
    /// <exception cref="TargetException">No scenario can be judged at this target as it is.</exception>
    Task PrepareAsync(string? evidence, Action<string> say, CancellationToken cancellation);

    /// <summary>A place for one world; waits until one is free.</summary>
    /// <param name="scenario">What will be played there.</param>
    /// <exception cref="TargetException">None can be had.</exception>
    Task<ITargetPlace> TakeAsync(Scenario scenario, CancellationToken cancellation);
}

/// <summary>What a world asks of its target.</summary>
/// <param name="Clock">The world's clock.</param>
/// <param name="Policy">The settings that the scenario needs.</param>
/// <param name="Apps">The apps to register.</param>
/// <param name="Providers">The identity providers to offer.</param>
public sealed record TargetRequest(
    TimeProvider Clock, PolicyRequest Policy, IReadOnlyList<Apps.RegisteredApp> Apps, IReadOnlyList<OfferedProvider> Providers)
{
    /// <summary>Origins of those who answer in place of the policy's RESTful services, by the id of the technical profile.</summary>
    public IReadOnlyDictionary<string, string> Services { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>An answer that takes so long is none. Of real time.</summary>
    public static readonly TimeSpan NoAnswer = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Whether somebody on whom it depends does not answer: then it is of no use to wait longer than <see cref="NoAnswer"/>.
    /// </summary>
    public bool WaitsInVain { get; init; }
}

/// <summary>An app's credentials at the login endpoint.</summary>
/// <param name="ClientId">Its client id; of a SAML app its entity id.</param>
/// <param name="ClientSecret">Its secret; null for a public client.</param>
public sealed record AppCredentials(string ClientId, string? ClientSecret)
{
    /// <summary>With whose key a SAML app signs; null for the one that all SAML apps of this process share.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Never shows the secret.</summary>
    public override string ToString() => ClientId;
}
