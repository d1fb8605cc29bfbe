using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>What is seen of codes and tokens between an app and the login endpoint, besides sign-ins.</content>
[JsonDerivedType(typeof(CodeMisused), "code-misused")]
[JsonDerivedType(typeof(AppRefreshed), "app-refreshed")]
[JsonDerivedType(typeof(RefreshMisused), "refresh-misused")]
[JsonDerivedType(typeof(TokensReceived), "tokens-received")]
[JsonDerivedType(typeof(ExchangedByBasic), "exchanged-by-basic")]
[JsonDerivedType(typeof(UserInfoAnswered), "user-info-answered")]
[JsonDerivedType(typeof(KeysRead), "keys-read")]
public abstract partial record Event;

/// <summary>A fresh code was tried by somebody, or in a way, that it was not given for.</summary>
/// <param name="With">What was not right about it, for example <c>wrong-verifier</c>.</param>
/// <param name="Accepted">Whether tokens were given for it.</param>
/// <param name="Error">The error that came instead.</param>
public sealed record CodeMisused(string App, string With, bool Accepted, string? Error) : Event
{
    /// <summary>The status code of the answer; 0 in records from before it was looked at.</summary>
    public int Status { get; init; }
}

/// <summary>The app exchanged its code and showed who it is by HTTP Basic.</summary>
/// <param name="NamesClient">Whether its client id was in the body too.</param>
/// <param name="Accepted">Whether tokens were given.</param>
/// <param name="Error">The error that came instead.</param>
public sealed record ExchangedByBasic(string App, bool NamesClient, bool Accepted, string? Error) : Event;

/// <summary>The userinfo endpoint answered an app.</summary>
/// <param name="With">Which token the app showed: <c>access-token</c> or <c>id-token</c>.</param>
/// <param name="Status">The answer's status code.</param>
/// <param name="Subject">Whom it names; null where it names nobody.</param>
public sealed record UserInfoAnswered(string App, string With, int Status, string? Subject) : Event
{
    /// <summary>Whether it is a signed answer, in which nobody has read.</summary>
    public bool IsSigned { get; init; }
}

/// <summary>The app read the keys that the login endpoint publishes, for the first time.</summary>
/// <param name="Misspelt">The numbers of keys that are not written in base64url without padding, such as <c>n</c>.</param>
public sealed record KeysRead(string App, IReadOnlyList<string> Misspelt) : Event;

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
public sealed record RefreshMisused(string App, string With, bool Accepted, string? Error) : Event
{
    /// <summary>The scope that was asked for; null where none was.</summary>
    public string? AskedScope { get; init; }

    /// <summary>The scope that the answer says was given; null where it does not say.</summary>
    public string? GivenScope { get; init; }

    /// <summary>Whether a page of the app's own origin may read the answer; null where no page asked.</summary>
    public bool? IsReadByPages { get; init; }
}

/// <summary>The app's server got tokens from the token endpoint, whatever they are worth.</summary>
/// <param name="CacheControl">The answer's <c>Cache-Control</c>; null where it has none.</param>
public sealed record TokensReceived(string App, string? CacheControl) : Event
{
    /// <summary>The answer's <c>expires_in</c>, in seconds; null where it says nothing of the access token's life.</summary>
    public double? ExpiresIn { get; init; }

    /// <summary>Whether there is a refresh token among them.</summary>
    public bool HasRefreshToken { get; init; }
}
