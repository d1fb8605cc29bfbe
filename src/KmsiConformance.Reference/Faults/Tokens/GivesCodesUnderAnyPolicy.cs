namespace KmsiConformance.Reference;

/// <summary>A code of one policy can be exchanged under another.</summary>
internal sealed class GivesCodesUnderAnyPolicy : Conduct, IFault
{
    public static string Does => "A code of one policy can be exchanged under another.";

    public static IReadOnlyList<string> Violates => ["N-12"];

    public override bool BindsCodesToPolicies => false;
}
