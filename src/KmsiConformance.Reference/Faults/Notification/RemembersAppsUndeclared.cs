using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>Applications are told although the token issuer is not declared for it.</summary>
internal sealed class RemembersAppsUndeclared : Conduct, IFault
{
    public static string Does => "Applications are told although the token issuer is not declared for it.";

    public static IReadOnlyList<string> Violates => ["R-101"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool RemembersApps(CustomPolicy policy) => true;
}
