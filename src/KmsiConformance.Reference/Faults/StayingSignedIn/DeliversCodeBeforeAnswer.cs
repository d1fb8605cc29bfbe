namespace KmsiConformance.Reference;

/// <summary>The application gets its code while the question still waits for an answer.</summary>
internal sealed class DeliversCodeBeforeAnswer : Conduct, IFault
{
    public static string Does => "The application gets its code while the question still waits for an answer.";

    public static IReadOnlyList<string> Violates => ["R-128"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool DeliversCodeBeforeTheAnswer => true;
}
