using KmsiConformance.Cookies;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Browsers;

/// <summary>What browsers say of cookies that they withhold or refuse, in the words of <see cref="CookieRules"/>.</summary>
internal static class ToldRules
{
    /// <summary>The name of the cookie that a <c>Set-Cookie</c> header is about; empty where it has none.</summary>
    public static string NameIn(string header)
    {
        var pair = header.Split(';', 2)[0].Split('=', 2);
        return pair.Length == 2 ? pair[0].Trim() : "";
    }

    /// <summary>The rule behind Chromium's reasons; null where the cookie is simply another site's or path's.</summary>
    public static string? OfChromium(IReadOnlyList<string> reasons)
    {
        // Where several hold, the one that the site can do least about.
        var rules = reasons.Select(reason => reason.Replace("Schemeful", "", StringComparison.Ordinal) switch
        {
            "UserPreferences" or "ThirdPartyPhaseout" or "ThirdPartyBlockedInFirstPartySet" => CookieRules.ThirdParty,
            "SecureOnly" or "OverwriteSecure" => CookieRules.Secure,
            "SameSiteStrict" => CookieRules.SameSiteStrict,
            "SameSiteLax" or "SameSiteUnspecifiedTreatedAsLax" => CookieRules.SameSiteLax,
            "SameSiteNoneInsecure" => CookieRules.NoneWithoutSecure,
            "InvalidPrefix" => CookieRules.Prefix,
            "NameValuePairExceedsMaxSize" => CookieRules.Size,
            "InvalidDomain" => CookieRules.Domain,
            "SyntaxError" or "DisallowedCharacter" or "NoCookieContent" => CookieRules.Syntax,
            "NotOnPath" or "DomainMismatch" => null,
            var other => other,
        }).OfType<string>().ToList();
        return rules.Contains(CookieRules.ThirdParty, StringComparer.Ordinal) ? CookieRules.ThirdParty : rules.FirstOrDefault();
    }

    /// <summary>The rule behind the simulated browser's reason to keep a cookie back.</summary>
    public static string Of(CookieWithholding why) => why switch
    {
        CookieWithholding.NotSecure => CookieRules.Secure,
        CookieWithholding.ThirdParty => CookieRules.ThirdParty,
        CookieWithholding.OtherPartition => CookieRules.Partition,
        CookieWithholding.SameSiteStrict => CookieRules.SameSiteStrict,
        CookieWithholding.SameSiteLax => CookieRules.SameSiteLax,
        _ => throw new ArgumentException($"{why} withholds nothing.", nameof(why)),
    };

    /// <summary>The rule behind its reason not to store one.</summary>
    public static string Of(CookieRefusal why) => why switch
    {
        CookieRefusal.TooLarge => CookieRules.Size,
        CookieRefusal.DomainNotAscii or CookieRefusal.PublicSuffix or CookieRefusal.ForeignDomain => CookieRules.Domain,
        CookieRefusal.SecureOverInsecure or CookieRefusal.OverlaysSecure or CookieRefusal.PartitionedWithoutSecure => CookieRules.Secure,
        CookieRefusal.CrossSiteEmbedded => CookieRules.SameSiteLax,
        CookieRefusal.NoneWithoutSecure => CookieRules.NoneWithoutSecure,
        CookieRefusal.SecurePrefix or CookieRefusal.HostPrefix or CookieRefusal.HttpPrefix or CookieRefusal.HiddenPrefix =>
            CookieRules.Prefix,
        CookieRefusal.ThirdParty => CookieRules.ThirdParty,
        CookieRefusal.ControlCharacter or CookieRefusal.Empty or CookieRefusal.HiddenName => CookieRules.Syntax,
        _ => throw new ArgumentException($"{why} refuses nothing.", nameof(why)),
    };
}
