using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Storage;

internal class LetsTokensBeStored : StorageRules, IFault
{
    public static string Does => "The answers of the token endpoint do not say that nobody may store them.";

    public static IReadOnlyList<string> Violates => ["N-17"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect;

    public override bool KeepsTokensFromStores => false;
}
