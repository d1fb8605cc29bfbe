using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class MakesTheProviderAsk : FederationRules, IFault
{
    public static string Does => "The identity provider is told to ask for credentials although it has a session.";

    public static IReadOnlyList<string> Violates => ["R-010", "R-014"];

    public override bool DemandsCredentialsAtProvider(bool demandedByApplication) => true;
}
