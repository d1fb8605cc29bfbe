namespace KmsiConformance.Reference;

/// <summary>A request that demands credentials is answered out of the session.</summary>
internal sealed class IgnoresPromptLogin : Conduct, IFault
{
    public static string Does => "A request that demands credentials is answered out of the session.";

    public static IReadOnlyList<string> Violates => ["N-04"];

    public override bool DemandsCredentials(IReadOnlyCollection<string> prompt) => false;
}
