using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>What a verdict needs besides what was seen: enough to judge again from the events alone.</content>
[JsonDerivedType(typeof(WorldReady), "world-ready")]
[JsonDerivedType(typeof(StepEnded), "step-ended")]
[JsonDerivedType(typeof(StepWithdrawn), "step-withdrawn")]
[JsonDerivedType(typeof(ScenarioEnded), "scenario-ended")]
[JsonDerivedType(typeof(ResultRefused), "result-refused")]
public abstract partial record Event;

/// <summary>The world of a scenario is set up, or goes on after it was parked; this is what checks are told of it.</summary>
/// <param name="Policy">The session settings in force, in words.</param>
/// <param name="Settings">The same, as far as expectations speak of them.</param>
public sealed record WorldReady(string Policy, WorldSettings Settings) : Event
{
    /// <summary>Which attempt at the scenario it is, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>What the cast is called at the target, by the scenario's names.</summary>
    public IReadOnlyDictionary<string, string> Users { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>By which parameter an app on the target's own site says where a sign-in is to lead, by app.</summary>
    public IReadOnlyDictionary<string, string> ReturnParameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>How long sessions last, and who shares them.</summary>
/// <param name="Session">How long a session lasts that is not kept.</param>
/// <param name="KeepAlive">How long a kept session lasts; null where nobody can be kept signed in.</param>
/// <param name="Maximum">How long a session that is not kept lasts at most; null for no limit.</param>
/// <param name="KeepAliveMaximum">The same of a kept session.</param>
/// <param name="Scope">Who shares a session, as policies write it; null where the target cannot say.</param>
public sealed record WorldSettings(
    TimeSpan Session, TimeSpan? KeepAlive = null, TimeSpan? Maximum = null, TimeSpan? KeepAliveMaximum = null, string? Scope = null);

/// <summary>
/// A step was done, or could not be; <see cref="Event.At"/>, <see cref="Event.Device"/> and <see cref="Event.Tab"/> are the moment
/// and the place at which it is judged.
/// </summary>
/// <param name="DurationMs">Real duration in milliseconds.</param>
public sealed record StepEnded(long DurationMs) : Event
{
    /// <summary>What is said of a step that nobody can judge, because it could not be done; null for one that was done.</summary>
    public Unjudged? Unjudged { get; init; }

    /// <summary>Whether a keep-me-signed-in box was promised and to be used, and is not there.</summary>
    public bool BoxIsMissing { get; init; }
}

/// <summary>What a step has seen counts for nothing, as came out after it was judged.</summary>
public sealed record StepWithdrawn(Unjudged Because) : Event;

/// <summary>A scenario ended by something else than one of its steps, or never began.</summary>
/// <param name="Reason">In a sentence, as results give it.</param>
/// <param name="ParkedUntil">When it goes on, where it was parked in the middle of a long wait.</param>
public sealed record ScenarioEnded(Verdict Verdict, string Reason, DateTimeOffset? ParkedUntil = null) : Event;

/// <summary>
/// All that was seen of the scenario up to here counts for nothing: another worker of the queue had a result first. It is an event of
/// no attempt.
/// </summary>
public sealed record ResultRefused : Event;

/// <summary>A verdict without a check.</summary>
/// <param name="Expected">What should have been possible.</param>
/// <param name="Actual">What came instead.</param>
public sealed record Unjudged(Verdict Verdict, string Expected, string Actual);
