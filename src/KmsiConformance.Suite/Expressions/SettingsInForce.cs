namespace KmsiConformance.Suite.Expressions;

/// <summary>What the names in expressions stand for: <c>session</c> and <c>keep-alive</c>.</summary>
/// <param name="Session">How long a session lasts that is not kept.</param>
/// <param name="KeepAlive">How long a kept session lasts; null as at <see cref="Policies.SessionSettings.KeepAlive"/>.</param>
public record SettingsInForce(TimeSpan Session, TimeSpan? KeepAlive);
