using System.Globalization;

namespace KmsiConformance.Apps.SinglePage;

/// <summary>
/// What a single-page app keeps in the browser's storage: until when it is signed in, the id_token, and the refresh token if it has
/// one.
/// </summary>
internal static class StoredTokens
{
    /// <summary>As it is stored.</summary>
    public static string Write(AppSession session, string? refreshToken) => string.Create(
        CultureInfo.InvariantCulture, $"{session.ExpiresAt.ToUnixTimeMilliseconds()} {session.IdToken} {refreshToken}").TrimEnd();

    /// <summary>The session that is stored, expired or not; null where nothing is.</summary>
    public static AppSession? Read(string stored, LoginEndpoint login) =>
        stored.Split(' ') is [var until, var idToken, ..]
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? new AppSession("", idToken, login, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
            : null;

    /// <summary>The refresh token that is stored; null where none is.</summary>
    public static string? RefreshToken(string stored) => stored.Split(' ') is [_, _, var token] ? token : null;
}
