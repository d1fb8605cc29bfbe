using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class NamesSessionsByTheirUser : SessionRules, IFault
{
    public static string Does => "All sessions of a user have the same sid.";

    public static IReadOnlyList<string> Violates => ["N-42"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override string SessionName(string subject, string random) => subject;
}
