namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>Rules by which browsers withhold or refuse cookies, by one name each, whichever browser told.</summary>
public static class CookieRules
{
    /// <summary>Third-party cookies are blocked.</summary>
    public const string ThirdParty = "third-party";

    /// <summary>It belongs to another partition.</summary>
    public const string Partition = "partition";

    /// <summary>SameSite=Strict in a cross-site request.</summary>
    public const string SameSiteStrict = "SameSite=Strict";

    /// <summary>SameSite=Lax, said or assumed, in a cross-site request that is no plain top-level navigation.</summary>
    public const string SameSiteLax = "SameSite=Lax";

    /// <summary>SameSite=None without Secure.</summary>
    public const string NoneWithoutSecure = "SameSite=None without Secure";

    /// <summary>Secure, and the connection is not.</summary>
    public const string Secure = "Secure";

    /// <summary>A name with a prefix whose promise is not kept.</summary>
    public const string Prefix = "prefix";

    /// <summary>Too large.</summary>
    public const string Size = "size";

    /// <summary>A domain that is not the site's to use.</summary>
    public const string Domain = "Domain";

    /// <summary>Not readable as a cookie.</summary>
    public const string Syntax = "syntax";

    /// <summary>Whether no site can help it: whatever its attributes, the cookie does not go.</summary>
    public static bool IsTheBrowsersAlone(string rule) => rule is ThirdParty or Partition;
}
