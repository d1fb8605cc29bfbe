using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

[JsonDerivedType(typeof(UserNamePosted), "user-name-posted")]
[JsonDerivedType(typeof(InterruptAnswered), "interrupt-answered")]
[JsonDerivedType(typeof(InterruptAbandoned), "interrupt-abandoned")]
[JsonDerivedType(typeof(SignInLogRead), "sign-in-log-read")]
public abstract partial record Event;

/// <summary>The harness filled in and submitted a page that asks for the user name alone.</summary>
public sealed record UserNamePosted(string Site, string User) : Event;

/// <summary>The harness answered a page that came between, such as the question whether to stay signed in.</summary>
/// <param name="Interrupt">Its name; <see cref="PageShown.Kind"/> of the page is the same.</param>
/// <param name="Answer">The answer's name, for example <c>yes</c>.</param>
/// <param name="BoxTicked">What its box was set to; null when it was left as it was.</param>
/// <param name="Unasked">Whether the scenario names no answer, so that the harness took the one that changes nothing.</param>
public sealed record InterruptAnswered(string Site, string Interrupt, string Answer, bool? BoxTicked, bool Unasked) : Event;

/// <summary>The harness left the page that came between without an answer.</summary>
public sealed record InterruptAbandoned(string Site, string Interrupt) : Event;

/// <summary>The target's sign-in log was read.</summary>
/// <param name="Rows">Its rows since the scenario began.</param>
public sealed record SignInLogRead(IReadOnlyList<LoggedSignInRow> Rows) : Event;

/// <summary>One row of a sign-in log.</summary>
/// <param name="Code">0 for success.</param>
public sealed record LoggedSignInRow(DateTimeOffset LoggedAt, string User, string App, int Code, string? Reason);
