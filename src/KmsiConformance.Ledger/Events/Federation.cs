using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>What identity providers see, and what the harness does on their behalf.</content>
[JsonDerivedType(typeof(ProviderChosen), "provider-chosen")]
[JsonDerivedType(typeof(ProviderAsked), "provider-asked")]
[JsonDerivedType(typeof(ProviderPrompted), "provider-prompted")]
[JsonDerivedType(typeof(ProviderSessionStarted), "provider-session-started")]
[JsonDerivedType(typeof(ProviderSessionEnded), "provider-session-ended")]
public abstract partial record Event;

/// <summary>The harness pressed the button of an identity provider on the login endpoint's page.</summary>
public sealed record ProviderChosen(string Provider) : Event;

/// <summary>A request of the login endpoint reached an identity provider.</summary>
/// <param name="For"><c>sign-in</c> or <c>sign-out</c>.</param>
/// <param name="How">The kind of request, for example <c>authorize</c>, <c>end_session</c> or <c>LogoutRequest</c>.</param>
public sealed record ProviderAsked(string Provider, string For, string How) : Event;

/// <summary>An identity provider's own page asked for credentials.</summary>
public sealed record ProviderPrompted(string Provider) : Event;

/// <summary>An identity provider accepted credentials and began a session of its own.</summary>
public sealed record ProviderSessionStarted(string Provider, string User) : Event;

/// <summary>A session of an identity provider ended. <paramref name="Reason"/> is <c>sign-out</c> or <c>replaced</c>.</summary>
public sealed record ProviderSessionEnded(string Provider, string Reason) : Event;
