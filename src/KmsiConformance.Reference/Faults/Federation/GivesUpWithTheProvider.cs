using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class GivesUpWithTheProvider : FederationRules, IFault
{
    public static string Does => "A living session ends as soon as its identity provider does not vouch for the user once more.";

    public static IReadOnlyList<string> Violates => ["R-001", "R-010"];

    public override bool UnansweredQuestionEndsSession => true;
}
