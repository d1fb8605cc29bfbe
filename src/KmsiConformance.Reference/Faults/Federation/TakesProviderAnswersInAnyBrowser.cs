using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class TakesProviderAnswersInAnyBrowser : FederationRules, IFault
{
    public static string Does => "A provider's answer is taken wherever its state is known, also in a browser that was never sent there.";

    public static IReadOnlyList<string> Violates => ["N-99"];

    public override bool BindsAnswersToTheBrowser => false;
}
