using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>Clocks that are wrong.</content>
[JsonDerivedType(typeof(ClockPutOff), "clock-put-off")]
public abstract partial record Event;

/// <summary>From now on somebody's clock is off; <see cref="Event.At"/> stays the world's time, which is right.</summary>
/// <param name="Whose">One of <c>ClockOwners</c>.</param>
/// <param name="Ahead">How far it is ahead of the world's; negative for behind, zero for right.</param>
public sealed record ClockPutOff(string Whose, TimeSpan Ahead) : Event;
