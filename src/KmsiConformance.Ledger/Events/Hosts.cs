using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>Where the browser did not go.</content>
[JsonDerivedType(typeof(HostNotVisited), "host-not-visited")]
public abstract partial record Event;

/// <summary>The browser wanted something of a host that the target has not declared, and was not let: once for each kind.</summary>
/// <param name="Host">The host.</param>
/// <param name="Context"><c>top-level</c>, <c>frame</c> or <c>subresource</c>.</param>
public sealed record HostNotVisited(string Host, string Context) : Event;
