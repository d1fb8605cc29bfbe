using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>The session cookie has the path of the policy that set it.</summary>
internal sealed class LimitsCookieToOnePolicy : Conduct, IFault
{
    public static string Does => "The session cookie has the path of the policy that set it.";

    public static IReadOnlyList<string> Violates => ["R-062"];

    public static IReadOnlyList<string> Profiles => [B2cProfile.December2020];

    public override CookieAttributes SessionCookieUnder(string policyPath) => SessionCookie with { Path = policyPath };
}
