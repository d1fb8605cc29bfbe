using System.Security.Cryptography.X509Certificates;

namespace KmsiConformance.Apps;

/// <summary>An app as the world runs it.</summary>
/// <param name="Name">Its name and host: <c>groceries</c> lives on <c>groceries.localhost</c>.</param>
/// <param name="ClientId">Its id at the login endpoint; of a SAML app its entity id.</param>
/// <param name="Session">Life of the app's own session.</param>
/// <param name="Persistent">Whether its session cookie has a Max-Age.</param>
/// <param name="ResponseMode"><c>query</c>, <c>fragment</c> or <c>form_post</c>.</param>
public sealed record AppOptions(string Name, string ClientId, TimeSpan Session, bool Persistent, string ResponseMode)
{
    /// <summary>The secret by which its server proves who it is; null for a public client.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>With whose key a SAML app signs; null for the one that all SAML apps of this process share.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary><c>web</c>, <c>spa</c>, <c>native</c>, <c>saml</c> or <c>site</c>.</summary>
    public string Kind { get; init; } = "web";

    /// <summary>Whether it has a LogoutUrl, and what becomes of calls to it.</summary>
    public LogoutUrlBehaviour LogoutUrl { get; init; } = LogoutUrlBehaviour.None;

    /// <summary>Whether its server is told of sign-outs by the login endpoint's.</summary>
    public bool BackChannel { get; init; }

    /// <summary>What becomes of it when that server is told: <c>error</c> or <c>hangs</c>; null where it does its part.</summary>
    public string? BackChannelTrouble { get; init; }

    /// <summary>Whether each use of the app's own session makes it last its full time again.</summary>
    public bool Rolling { get; init; }

    /// <summary>Whether its session is more than one cookie can hold, and comes in several.</summary>
    public bool Chunked { get; init; }

    /// <summary><c>strict</c>, <c>lax</c> or <c>none</c> for the session's cookie; null leaves it to <see cref="LogoutUrl"/>.</summary>
    public string? SameSite { get; init; }

    /// <summary>Where its pages stand.</summary>
    public AppPlace Place { get; init; } = new();

    /// <summary>By how much the times in what the login endpoint signs may be off.</summary>
    public TimeSpan Leeway { get; init; } = NoLeeway;

    /// <summary>What libraries allow for clocks that are off: RFC 7519 (4.1.4) speaks of a few minutes.</summary>
    public static readonly TimeSpan UsualLeeway = TimeSpan.FromMinutes(5);

    /// <summary>Enough where all have the same clock.</summary>
    public static readonly TimeSpan NoLeeway = TimeSpan.FromSeconds(10);

    /// <summary>Never shows the secret.</summary>
    public override string ToString() => Name;

    /// <summary>The scheme of a native app's own addresses.</summary>
    public string Scheme => $"com.example.{Name}";

    /// <summary>Whether it asks for a refresh token.</summary>
    public bool OfflineAccess { get; init; }

    /// <summary>Path of the app's sign-out.</summary>
    public const string SignOutPath = "/sign-out";

    /// <summary>Path of the page shown right after a sign-in.</summary>
    public const string WelcomePath = "/welcome";

    /// <summary>Path of a public page that leads to the protected one by a navigation of the app's own.</summary>
    public const string PublicPath = "/start";
}
