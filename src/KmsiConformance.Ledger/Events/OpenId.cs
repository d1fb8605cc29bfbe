using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>What the OpenID Connect specifications add to answers and sign-outs.</content>
[JsonDerivedType(typeof(SessionStateReceived), "session-state-received")]
[JsonDerivedType(typeof(LogoutTokenReceived), "logout-token-received")]
public abstract partial record Event;

/// <summary>The login endpoint's answer carried a session_state; appended just before the <see cref="AppAnswered"/>.</summary>
/// <param name="Fingerprint">A fingerprint of it, equal for equal ones.</param>
/// <param name="HasSpace">Whether it contains a space, which it must not.</param>
public sealed record SessionStateReceived(string App, string Fingerprint, bool HasSpace) : Event;

/// <summary>The login endpoint told the app's server of a sign-out.</summary>
/// <param name="Problem">Why the app refused the token; null when it was in order.</param>
/// <param name="EndedSessions">How many sessions of its own the app ended because of it.</param>
/// <param name="Status">What the app answered.</param>
public sealed record LogoutTokenReceived(string App, string? Problem, int EndedSessions, int Status) : Event;
