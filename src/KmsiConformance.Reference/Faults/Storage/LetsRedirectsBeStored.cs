using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Storage;

internal class LetsRedirectsBeStored : StorageRules, IFault
{
    public static string Does => "The redirect with a code says that it stays good for five minutes.";

    public static IReadOnlyList<string> Violates => ["N-45"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override bool KeepsRedirectsFromStores => false;
}
