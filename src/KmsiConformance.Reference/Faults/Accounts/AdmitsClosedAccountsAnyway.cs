using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Accounts;

internal class AdmitsClosedAccountsAnyway : AccountRules, IFault
{
    public static string Does => "An account that an administrator has closed is signed in to as before.";

    public static IReadOnlyList<string> Violates => ["R-142", "W-22"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool AdmitsClosedAccounts => true;
}
