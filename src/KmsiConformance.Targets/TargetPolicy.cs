namespace KmsiConformance.Targets;

/// <summary>The session settings in force at a target.</summary>
/// <param name="KeepAlive">Null where nobody can be kept signed in.</param>
/// <param name="PromisesBox">Whether the policy promises a keep-me-signed-in box that has an effect.</param>
/// <param name="Words">The settings in the words of the policy file.</param>
public sealed record TargetPolicy(TimeSpan Session, TimeSpan? KeepAlive, bool PromisesBox, string Words);
