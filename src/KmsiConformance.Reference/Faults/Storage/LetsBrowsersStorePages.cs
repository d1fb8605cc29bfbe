using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Storage;

internal class LetsBrowsersStorePages : StorageRules, IFault
{
    public static string Does => "Pages do not say that nobody may store them, not even the one that hands an answer to an application.";

    public static IReadOnlyList<string> Violates => ["N-18", "N-97", "W-13"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.AzureAd;

    public override bool KeepsPagesFromStores => false;
}
