namespace KmsiConformance.Model;

/// <summary>The session settings that a journey is played under.</summary>
/// <param name="Session">How long a session lasts that is not kept.</param>
/// <param name="KeepAlive">How long a kept one lasts; null where nobody can be kept signed in.</param>
/// <param name="Rolling">Whether use extends a session.</param>
/// <param name="Sharing">Who shares a session.</param>
/// <param name="AppSession">How long the apps' own sessions last.</param>
public sealed record Settings(TimeSpan Session, TimeSpan? KeepAlive, bool Rolling, Sharing Sharing, TimeSpan AppSession)
{
    /// <summary>How long a session that is not kept lasts at most, however much it is used; null for no limit.</summary>
    public TimeSpan? Maximum { get; init; }

    /// <summary>The same of a kept session.</summary>
    public TimeSpan? KeepAliveMaximum { get; init; }

    /// <summary>Whether a sign-out must carry an id_token_hint.</summary>
    public bool RequiresHint { get; init; }

    /// <summary>Whether a one-time code is asked for after the password.</summary>
    public bool SecondFactor { get; init; }

    /// <summary>Whether the apps have refresh tokens.</summary>
    public bool RefreshTokens { get; init; }

    /// <summary>Whether the apps have an address that is called when the user signs out elsewhere.</summary>
    public bool AppsAreTold { get; init; }
}

/// <summary>Who shares a session of the login endpoint.</summary>
public enum Sharing
{
    /// <summary>All apps under all policies.</summary>
    Everybody,

    /// <summary>All policies of one app.</summary>
    OneApp,

    /// <summary>All apps under one policy.</summary>
    OnePolicy,

    /// <summary>Nobody: each request asks.</summary>
    Nobody,
}
