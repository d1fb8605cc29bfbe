using KmsiConformance.Cookies.Requests;

namespace KmsiConformance.Cookies.Storing;

/// <summary>In which partition a new cookie lives, if it may live at all (N-81; not part of the draft).</summary>
internal static class ThirdPartyStoring
{
    /// <summary>Decides, and names the partition; null is the common store.</summary>
    /// <param name="asksForPartition">Whether the cookie has the attribute <c>Partitioned</c> (CHIPS).</param>
    public static CookieRefusal Check(
        bool asksForPartition, bool secure, CookieRequest request, CookiePolicy policy, out PartitionKey? partition)
    {
        partition = null;
        if (asksForPartition)
        {
            if (!secure) return CookieRefusal.PartitionedWithoutSecure;
            partition = PartitionKey.Of(request, policy.PublicSuffixes);
            return CookieRefusal.None;
        }

        if (policy.ThirdParty == ThirdPartyCookies.Allowed || !PartitionKey.IsThirdParty(request, policy.PublicSuffixes))
            return CookieRefusal.None;
        if (policy.ThirdParty == ThirdPartyCookies.Blocked) return CookieRefusal.ThirdParty;
        partition = PartitionKey.Of(request, policy.PublicSuffixes);
        return CookieRefusal.None;
    }
}
