using KmsiConformance.Cookies;

namespace KmsiConformance.Browsers;

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

    /// <summary>The name of the cookie that a <c>Set-Cookie</c> header is about; empty where it has none.</summary>
    internal static string NameIn(string header)
    {
        var pair = header.Split(';', 2)[0].Split('=', 2);
        return pair.Length == 2 ? pair[0].Trim() : "";
    }

    /// <summary>The rule behind Chromium's reasons; null where the cookie is simply another site's or path's.</summary>
    internal static string? OfChromium(IReadOnlyList<string> reasons)
    {
        // Where several hold, the one that the site can do least about.
        var rules = reasons.Select(reason => reason.Replace("Schemeful", "", StringComparison.Ordinal) switch
        {
            "UserPreferences" or "ThirdPartyPhaseout" or "ThirdPartyBlockedInFirstPartySet" => ThirdParty,
            "SecureOnly" or "OverwriteSecure" => Secure,
            "SameSiteStrict" => SameSiteStrict,
            "SameSiteLax" or "SameSiteUnspecifiedTreatedAsLax" => SameSiteLax,
            "SameSiteNoneInsecure" => NoneWithoutSecure,
            "InvalidPrefix" => Prefix,
            "NameValuePairExceedsMaxSize" => Size,
            "InvalidDomain" => Domain,
            "SyntaxError" or "DisallowedCharacter" or "NoCookieContent" => Syntax,
            "NotOnPath" or "DomainMismatch" => null,
            var other => other,
        }).OfType<string>().ToList();
        return rules.Contains(ThirdParty, StringComparer.Ordinal) ? ThirdParty : rules.FirstOrDefault();
    }

    internal static string Of(CookieWithholding why) => why switch
    {
        CookieWithholding.NotSecure => Secure,
        CookieWithholding.ThirdParty => ThirdParty,
        CookieWithholding.OtherPartition => Partition,
        CookieWithholding.SameSiteStrict => SameSiteStrict,
        CookieWithholding.SameSiteLax => SameSiteLax,
        _ => throw new ArgumentException($"{why} withholds nothing.", nameof(why)),
    };

    internal static string Of(CookieRefusal why) => why switch
    {
        CookieRefusal.TooLarge => Size,
        CookieRefusal.DomainNotAscii or CookieRefusal.PublicSuffix or CookieRefusal.ForeignDomain => Domain,
        CookieRefusal.SecureOverInsecure or CookieRefusal.OverlaysSecure or CookieRefusal.PartitionedWithoutSecure => Secure,
        CookieRefusal.CrossSiteEmbedded => SameSiteLax,
        CookieRefusal.NoneWithoutSecure => NoneWithoutSecure,
        CookieRefusal.SecurePrefix or CookieRefusal.HostPrefix or CookieRefusal.HttpPrefix or CookieRefusal.HiddenPrefix => Prefix,
        CookieRefusal.ThirdParty => ThirdParty,
        CookieRefusal.ControlCharacter or CookieRefusal.Empty or CookieRefusal.HiddenName => Syntax,
        _ => throw new ArgumentException($"{why} refuses nothing.", nameof(why)),
    };
}
