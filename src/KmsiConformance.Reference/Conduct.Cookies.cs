namespace KmsiConformance.Reference;

/// <content>Decisions about the session cookie.</content>
public partial class Conduct
{
    /// <summary>The attributes of the session cookie under the policy that has this path: the same under all.</summary>
    public virtual CookieAttributes SessionCookieUnder(string policyPath) => SessionCookie;
}
