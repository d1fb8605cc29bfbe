namespace KmsiConformance.Reference.Kernel.Cookies;

/// <summary>Why the session cookie is written.</summary>
public enum CookieUse
{
    /// <summary>A session began.</summary>
    Begun,

    /// <summary>The cookie of a session that goes on is set anew.</summary>
    Renewed,

    /// <summary>It is deleted.</summary>
    Deleted,
}
