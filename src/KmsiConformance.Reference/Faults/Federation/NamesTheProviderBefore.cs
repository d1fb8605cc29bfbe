using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Federation;

internal class NamesTheProviderBefore : SessionRules, IFault
{
    public static string Does =>
        "Whoever signs in with a local account where a federated one was signed in is said to come from its identity provider.";

    public static IReadOnlyList<string> Violates => ["R-145"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override string? ProviderOf(Session? before, string? vouching) => vouching ?? before?.Provider;
}
