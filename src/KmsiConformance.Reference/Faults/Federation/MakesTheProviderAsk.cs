namespace KmsiConformance.Reference;

/// <summary>The identity provider is told to ask for credentials although it has a session.</summary>
internal sealed class MakesTheProviderAsk : Conduct, IFault
{
    public static string Does => "The identity provider is told to ask for credentials although it has a session.";

    public static IReadOnlyList<string> Violates => ["R-010", "R-014"];

    public override bool DemandsCredentialsAtProvider(bool demandedByApplication) => true;
}
