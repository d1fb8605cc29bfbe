namespace KmsiConformance.Apps;

/// <summary>
/// What an app remembers from one request to the next, as it is put away while nobody visits for days. All of it is secret.
/// </summary>
/// <param name="Sessions">Its sessions, by the handle in its cookie.</param>
/// <param name="LastIdToken">The id_token of its last sign-in; null before.</param>
/// <param name="RefreshToken">Its refresh token; null where it has none.</param>
/// <param name="SeenLogoutTokens">Ids of the logout tokens that came.</param>
public sealed record AppState(
    IReadOnlyDictionary<string, AppSessionState> Sessions, string? LastIdToken, string? RefreshToken,
    IReadOnlyList<string> SeenLogoutTokens)
{
    /// <summary>Shows nothing.</summary>
    public override string ToString() => nameof(AppState);
}

/// <summary>One session of an app's own.</summary>
public sealed record AppSessionState(
    string Subject, string IdToken, DateTimeOffset ExpiresAt, string? Sid, IReadOnlyDictionary<string, string> Claims)
{
    /// <summary>Shows nothing.</summary>
    public override string ToString() => nameof(AppSessionState);
}
