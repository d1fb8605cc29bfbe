namespace KmsiConformance.Reference;

/// <summary>A sign-in that is abandoned at the question leaves no trace in the log.</summary>
internal sealed class LogsNoInterrupt : Conduct, IFault
{
    public static string Does => "A sign-in that is abandoned at the question leaves no trace in the log.";

    public static IReadOnlyList<string> Violates => ["R-128"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool LogsTheInterrupt => false;
}
