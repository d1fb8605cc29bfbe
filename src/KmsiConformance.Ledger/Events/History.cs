using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>Pages that are shown again.</content>
[JsonDerivedType(typeof(WentBack), "went-back")]
[JsonDerivedType(typeof(Reloaded), "reloaded")]
public abstract partial record Event;

/// <summary>The user went back one page in the history of the browser's window.</summary>
public sealed record WentBack : Event;

/// <summary>The user had the browser ask again for the page that is shown.</summary>
public sealed record Reloaded : Event;
