namespace KmsiConformance.Reference;

/// <summary>A request that forbids pages gets the sign-in page instead of an error.</summary>
internal sealed class ShowsPageForPromptNone : Conduct, IFault
{
    public static string Does => "A request that forbids pages gets the sign-in page instead of an error.";

    public static IReadOnlyList<string> Violates => ["N-01"];

    public override bool ForbidsPages(IReadOnlyCollection<string> prompt) => false;
}
