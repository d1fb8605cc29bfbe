using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class AcceptsAnyPassword : SignInRules, IFault
{
    public static string Does => "Any password will do.";

    public static IReadOnlyList<string> Violates => ["R-005", "R-006", "W-11"];

    public static bool ActsOnSites => true;

    public override bool AcceptsPassword(ReferenceUser user, string password) => true;
}
