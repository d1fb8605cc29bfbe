namespace KmsiConformance.Reference.Kernel.Cookies;

/// <summary>Why the session cookie is written.</summary>
public enum CookieUse
{
    /// <summary>A session began that ends with the browser.</summary>
    Begun,

    /// <summary>A session began that is kept.</summary>
    BegunKept,

    /// <summary>The cookie of a session that goes on is set anew.</summary>
    Renewed,

    /// <summary>It is deleted.</summary>
    Deleted,
}
