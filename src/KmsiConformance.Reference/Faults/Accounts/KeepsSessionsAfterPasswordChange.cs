using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Accounts;

internal class KeepsSessionsAfterPasswordChange : AccountRules, IFault
{
    public static string Does => "Sessions that were begun with the old password go on after it was changed.";

    public static IReadOnlyList<string> Violates => ["R-139", "W-23"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.AzureAd or LoginProduct.OpenIdConnect;

    public override IReadOnlyList<Session> Ended(AccountEvent happened, IReadOnlyList<Session> ofUser) =>
        happened == AccountEvent.PasswordChanged ? [] : base.Ended(happened, ofUser);
}
