using System.Text.Json.Serialization;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Ledger;

/// <content>What the browser did not let happen, and by which rule.</content>
[JsonDerivedType(typeof(FrameBlocked), "frame-blocked")]
[JsonDerivedType(typeof(CookieWithheld), "cookie-withheld")]
[JsonDerivedType(typeof(CookieRefused), "cookie-refused")]
public abstract partial record Event;

/// <summary>A frame was not loaded, or its document not shown.</summary>
/// <param name="Site">The role of the framed site.</param>
/// <param name="PageSite">The role of the site whose page the frame stands in.</param>
/// <param name="Rule">In the words of <see cref="FramingRules"/>.</param>
public sealed record FrameBlocked(string Site, string PageSite, string Rule) : Event;

/// <summary>A stored cookie that fits a request by domain and path did not go with it.</summary>
/// <param name="Context"><c>top-level</c>, <c>frame</c> or <c>subresource</c>.</param>
/// <param name="Site">The role of the site that was asked.</param>
/// <param name="Role">As in <see cref="CookieChanged"/>.</param>
/// <param name="Rule">In the words of <see cref="CookieRules"/>.</param>
public sealed record CookieWithheld(string Context, string Site, string? Role, string Name, string Rule) : Event;

/// <summary>A <c>Set-Cookie</c> header was not followed.</summary>
/// <param name="Context"><c>top-level</c>, <c>frame</c> or <c>subresource</c>.</param>
/// <param name="Site">The role of the site that sent it.</param>
/// <param name="Role">As in <see cref="CookieChanged"/>.</param>
/// <param name="Rule">In the words of <see cref="CookieRules"/>.</param>
public sealed record CookieRefused(string Context, string Site, string? Role, string Name, string Rule) : Event;
