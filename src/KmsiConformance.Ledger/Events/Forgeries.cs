using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>Requests that a stranger's page makes this browser send.</content>
[JsonDerivedType(typeof(RequestForged), "request-forged")]
public abstract partial record Event;

/// <summary>A page of a stranger makes the browser send what somebody else was shown or given.</summary>
/// <param name="What">One of <see cref="Forged"/>.</param>
/// <param name="User">Whose it is.</param>
/// <param name="Site">The role of the site to which it goes.</param>
public sealed record RequestForged(string What, string User, string Method, string Url, string Site) : Event;
