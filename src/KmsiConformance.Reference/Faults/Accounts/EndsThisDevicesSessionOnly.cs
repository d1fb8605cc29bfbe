using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Accounts;

internal class EndsThisDevicesSessionOnly : AccountRules, IFault
{
    public static string Does => "Signing out everywhere ends the session that was used last, and those on other devices go on.";

    public static IReadOnlyList<string> Violates => ["R-140", "W-24"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.AzureAd or LoginProduct.OpenIdConnect;

    public override IReadOnlyList<Session> Ended(AccountEvent happened, IReadOnlyList<Session> ofUser) =>
        happened == AccountEvent.SessionsRevoked
            ? [.. base.Ended(happened, ofUser).OrderByDescending(session => session.UsedAt).Take(1)]
            : base.Ended(happened, ofUser);
}
