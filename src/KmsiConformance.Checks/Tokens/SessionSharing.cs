namespace KmsiConformance.Checks.Tokens;

/// <summary>Who shares a session at the login endpoint.</summary>
public enum SessionSharing
{
    /// <summary>All apps.</summary>
    Everybody,

    /// <summary>Whoever signs in under the same policy.</summary>
    OnePolicy,

    /// <summary>Nobody: each app has its own.</summary>
    OneApp,
}
