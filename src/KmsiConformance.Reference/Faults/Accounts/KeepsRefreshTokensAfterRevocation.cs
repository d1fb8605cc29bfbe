using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Accounts;

internal class KeepsRefreshTokensAfterRevocation : AccountRules, IFault
{
    public static string Does => "Refresh tokens are taken although the user signed out everywhere since.";

    public static IReadOnlyList<string> Violates => ["N-14", "R-141"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override bool RevokesRefreshTokens(AccountEvent happened) =>
        happened != AccountEvent.SessionsRevoked && base.RevokesRefreshTokens(happened);
}
