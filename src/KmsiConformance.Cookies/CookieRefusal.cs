namespace KmsiConformance.Cookies;

/// <summary>Why a <c>Set-Cookie</c> header was ignored. The numbers are steps of RFC 6265bis, 5.6 and 5.7.</summary>
public enum CookieRefusal
{
    /// <summary>It was not ignored.</summary>
    None,

    /// <summary>5.6, step 1: a control character other than the tab.</summary>
    ControlCharacter,

    /// <summary>5.7, step 2: neither name nor value.</summary>
    Empty,

    /// <summary>5.6, step 5: name and value together exceed 4096 octets.</summary>
    TooLarge,

    /// <summary>5.7, step 8.</summary>
    DomainNotAscii,

    /// <summary>5.7, step 9.</summary>
    PublicSuffix,

    /// <summary>5.7, step 10: the host does not belong to the domain.</summary>
    ForeignDomain,

    /// <summary>5.7, step 13.</summary>
    SecureOverInsecure,

    /// <summary>5.7, step 16: an insecure site may not hide a secure cookie.</summary>
    OverlaysSecure,

    /// <summary>5.7, step 18: set by an embedded cross-site answer without <c>SameSite=None</c>.</summary>
    CrossSiteEmbedded,

    /// <summary>5.7, step 19.</summary>
    NoneWithoutSecure,

    /// <summary>5.7, step 20.</summary>
    SecurePrefix,

    /// <summary>5.7, step 21.</summary>
    HostPrefix,

    /// <summary>5.7, step 22: a value that would look like a prefixed name when sent without one.</summary>
    HiddenPrefix,

    /// <summary>A name that promises HttpOnly, without it; in no numbered step (<see cref="CookiePolicy.KnowsHttpPrefixes"/>).</summary>
    HttpPrefix,

    /// <summary>
    /// A value without a name that would look like a name with a value; in no step
    /// (<see cref="CookiePolicy.NamelessMayHaveEquals"/>).
    /// </summary>
    HiddenName,

    /// <summary>CHIPS: <c>Partitioned</c> needs <c>Secure</c>.</summary>
    PartitionedWithoutSecure,

    /// <summary>Third-party cookies are blocked.</summary>
    ThirdParty,
}
