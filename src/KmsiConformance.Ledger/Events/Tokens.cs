using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>What is seen of codes and tokens between an app and the login endpoint, besides sign-ins.</content>
[JsonDerivedType(typeof(CodeMisused), "code-misused")]
[JsonDerivedType(typeof(AppRefreshed), "app-refreshed")]
[JsonDerivedType(typeof(RefreshMisused), "refresh-misused")]
[JsonDerivedType(typeof(TokensReceived), "tokens-received")]
public abstract partial record Event;

/// <summary>A fresh code was tried by somebody, or in a way, that it was not given for.</summary>
/// <param name="With">What was not right about it, for example <c>wrong-verifier</c>.</param>
/// <param name="Accepted">Whether tokens were given for it.</param>
/// <param name="Error">The error that came instead.</param>
public sealed record CodeMisused(string App, string With, bool Accepted, string? Error) : Event;

/// <summary>The app used its refresh token.</summary>
/// <param name="Accepted">Whether it got new tokens that it can accept.</param>
/// <param name="Error">The error that came instead.</param>
/// <param name="Subject">Whom the new id_token names; null where none came.</param>
/// <param name="AuthTime">Its auth_time, in seconds since 1970; null where it has none.</param>
public sealed record AppRefreshed(string App, bool Accepted, string? Error, string? Subject, long? AuthTime) : Event
{
    /// <summary>What the new id_token says of the box (kmsi); null where it says nothing.</summary>
    public string? Box { get; init; }
}

/// <summary>A refresh token was tried by somebody, or at a time, that it was not good for.</summary>
/// <param name="App">The app whose token it is.</param>
/// <param name="With">What was not right about it, for example <c>as pharmacy</c>.</param>
/// <param name="Accepted">Whether tokens were given for it.</param>
/// <param name="Error">The error that came instead.</param>
public sealed record RefreshMisused(string App, string With, bool Accepted, string? Error) : Event;

/// <summary>The app's server got tokens from the token endpoint, whatever they are worth.</summary>
/// <param name="CacheControl">The answer's <c>Cache-Control</c>; null where it has none.</param>
public sealed record TokensReceived(string App, string? CacheControl) : Event
{
    /// <summary>The answer's <c>expires_in</c>, in seconds; null where it says nothing of the access token's life.</summary>
    public double? ExpiresIn { get; init; }

    /// <summary>Whether there is a refresh token among them.</summary>
    public bool HasRefreshToken { get; init; }
}
