using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class NotifiesUnderAnotherIssuer : NotificationRules, IFault
{
    public static string Does => "Notifications say that they are from the issuer of the tokens with a slash at its end.";

    public static IReadOnlyList<string> Violates => ["N-104", "N-51"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override string NotifyingIssuer(string issuer) => issuer + "/";
}
