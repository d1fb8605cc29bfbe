namespace KmsiConformance.Cookies.Matching;

/// <summary>Knows under which domains strangers register names of their own.</summary>
public interface IPublicSuffixes
{
    /// <summary>Whether everybody may have names below it, so that no cookie may belong to it.</summary>
    bool IsPublicSuffix(string domain);

    /// <summary>The part of a host that belongs to one owner; null for a public suffix and for an address.</summary>
    string? RegistrableDomain(string host);
}
