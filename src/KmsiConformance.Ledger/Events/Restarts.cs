using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>What a restart of the browser shows.</content>
[JsonDerivedType(typeof(CookiesFoundAtStart), "cookies-found-at-start")]
public abstract partial record Event;

/// <summary>
/// The cookies that a new browser process listed before it had opened any page: what the last process left on disk, as
/// the browser itself reads it. Evidence; whether a session was kept is judged by what the browser then sends.
/// </summary>
public sealed record CookiesFoundAtStart(IReadOnlyList<FoundCookie> Cookies) : Event;

/// <summary>A stored cookie.</summary>
/// <param name="Site">The role of the site it belongs to.</param>
/// <param name="Role"><c>sso</c>, <c>app-session</c> or another role of the recipe; null when it has none.</param>
/// <param name="Domain">Its domain as stored; a leading dot means that it is not host-only.</param>
/// <param name="ExpiresAt">World time of the stored expiry; null for a session cookie that was brought back.</param>
/// <param name="ValueFingerprint">A fingerprint that is equal for equal values within a run and does not reveal the value.</param>
public sealed record FoundCookie(string Site, string? Role, string Name, string Domain, DateTimeOffset? ExpiresAt, string ValueFingerprint)
{
    /// <summary>The partition it lives in; null for a cookie of the common store.</summary>
    public CookiePartition? Partition { get; init; }
}
