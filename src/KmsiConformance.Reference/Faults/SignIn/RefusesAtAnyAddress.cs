using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class RefusesAtAnyAddress : AuthorizeRules, IFault
{
    public static string Does =>
        "A sign-in request that wants its answer at an address which is not registered is refused by a redirect there.";

    public static IReadOnlyList<string> Violates => ["N-46"];

    public override bool TellsStrangersOfErrors => true;
}
