using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Browsers;

/// <summary>Something that a browser was seen to do, or to refuse.</summary>
public abstract record BrowserSight
{
    /// <summary>The name of the tab in which it was seen; null for the one with which the browser started.</summary>
    public string? Tab { get; init; }
}

/// <summary>One HTTP exchange as the browser saw it; handed to the observer when the answer's headers have come, or it failed.</summary>
/// <param name="Number">From 1, in the order in which requests were sent.</param>
/// <param name="Context"><c>top-level</c>, <c>frame</c> or <c>subresource</c>.</param>
/// <param name="Status">0 when no answer came.</param>
/// <param name="RedirectedFrom">Number of the exchange that redirected here.</param>
public sealed record BrowserExchange(
    int Number, string Method, string Url, string Context, int Status, int? RedirectedFrom, string? Location) : BrowserSight
{
    /// <summary>The answer's <c>Cache-Control</c>; null where it has none.</summary>
    public string? CacheControl { get; init; }

    /// <summary>The answer's <c>Expires</c>; null where it has none.</summary>
    public string? Expires { get; init; }

    /// <summary>What the answer says of who may frame it; null where it says nothing.</summary>
    public FramingHeaders? Framing { get; init; }
}

/// <summary>A frame that the browser did not load, or whose document it did not show.</summary>
/// <param name="Url">The frame's address.</param>
/// <param name="Page">The page that the frame stands in.</param>
/// <param name="Rule">In the words of <see cref="FramingRules"/>.</param>
public sealed record BlockedFrame(string Url, string Page, string Rule) : BrowserSight;

/// <summary>A stored cookie that fits a request by domain and path, and did not go with it.</summary>
/// <param name="Url">The request's address.</param>
/// <param name="Context"><c>top-level</c>, <c>frame</c> or <c>subresource</c>.</param>
/// <param name="Domain">The cookie's domain; without a dot in front where it is host-only.</param>
/// <param name="Rule">In the words of <see cref="CookieRules"/>.</param>
public sealed record WithheldCookie(string Url, string Context, string Name, string Domain, string Rule) : BrowserSight;

/// <summary>A <c>Set-Cookie</c> header that the browser did not follow.</summary>
/// <param name="Url">Where it came from.</param>
/// <param name="Context"><c>top-level</c>, <c>frame</c> or <c>subresource</c>.</param>
/// <param name="Name">The cookie's name; empty where it has none.</param>
/// <param name="Domain">Its domain; without a dot in front where it is host-only.</param>
/// <param name="Rule">In the words of <see cref="CookieRules"/>.</param>
public sealed record RefusedCookie(string Url, string Context, string Name, string Domain, string Rule) : BrowserSight;
