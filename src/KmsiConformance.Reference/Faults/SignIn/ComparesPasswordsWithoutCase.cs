using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class ComparesPasswordsWithoutCase : SignInRules, IFault
{
    public static string Does => "A password is taken whose capitals are small letters, as where a database compares it.";

    public static IReadOnlyList<string> Violates => ["D-10", "W-11"];

    public static bool ActsOnSites => true;

    public override bool AcceptsPassword(ReferenceUser user, string password) =>
        string.Equals(user.Password, password, StringComparison.OrdinalIgnoreCase);
}
