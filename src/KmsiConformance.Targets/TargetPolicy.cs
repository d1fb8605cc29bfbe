using KmsiConformance.Policies;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Needs;

namespace KmsiConformance.Targets;

/// <summary>The session settings in force at a target.</summary>
/// <param name="Session">How long a session lasts that is not kept.</param>
/// <param name="KeepAlive">How long a kept session lasts; null as at <see cref="SessionSettings.KeepAlive"/>.</param>
/// <param name="Expiry">Whether use extends a session.</param>
/// <param name="Scope">Who shares a session; null where the target cannot say.</param>
/// <param name="RequiresIdTokenHint">Whether a sign-out request must carry a valid id_token_hint.</param>
/// <param name="PromisesBox">Whether the policy promises a keep-me-signed-in box that has an effect.</param>
/// <param name="Words">The settings in the target's own words, for reports.</param>
public sealed record TargetPolicy(
    TimeSpan Session, TimeSpan? KeepAlive, ExpiryType Expiry, SsoScope? Scope, bool RequiresIdTokenHint, bool PromisesBox,
    string Words) : SettingsInForce(Session, KeepAlive), IKnownSettings
{
    /// <summary>How the place that settings come from begins in a target file while nobody has said them.</summary>
    public const string NotSaid = "not said yet";

    // One for all, so that equal policies are equal.
    private static readonly HashSet<string> Nothing = new(StringComparer.Ordinal);

    /// <summary>
    /// The settings of which nothing is declared, by their names in scenarios: nobody is held to what they did not promise, and
    /// the values here mean nothing.
    /// </summary>
    public IReadOnlySet<string> Unsaid { get; init; } = Nothing;

    /// <inheritdoc/>
    public bool Says(string setting) => !Unsaid.Contains(setting);

    /// <summary>Whether nobody has said these settings yet: they are only what a first look made likely.</summary>
    public bool IsGuess { get; init; }

    /// <summary>Whether users are asked for a second factor; null where that is not known.</summary>
    public bool? SecondFactor { get; init; }

    /// <summary>The level of assurance (1, 2 or 3) that its owner claims for it; null where none is claimed.</summary>
    public int? Assurance { get; init; }

    /// <summary>Whether a sign-in ends all other sessions of its user.</summary>
    public bool HasOneSession { get; init; }

    /// <inheritdoc/>
    public SettingsInForce Lengths => this;

    /// <inheritdoc/>
    public string? Word(string setting) => setting switch
    {
        _ when !Says(setting) => null,
        "expiry" => Expiry.ToString().ToLowerInvariant(),
        "scope" => Scope?.ToString().ToLowerInvariant(),
        "keep-me-signed-in" => PromisesBox ? "offered" : "hidden",
        "require-id-token-hint" => Of(RequiresIdTokenHint),
        "assurance" => Assurance?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "second-factor" => SecondFactor is { } asks ? Of(asks) : null,
        _ => null,
    };

    private static string Of(bool truth) => truth ? "true" : "false";
}
