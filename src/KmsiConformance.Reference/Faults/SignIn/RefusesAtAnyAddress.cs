using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class RefusesAtAnyAddress : AuthorizeRules, IFault
{
    public static string Does =>
        "A sign-in request whose address for the answer is not registered is refused by a redirect to that address.";

    public static IReadOnlyList<string> Violates => ["N-46"];

    public override bool TellsStrangersOfErrors => true;
}
