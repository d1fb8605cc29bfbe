using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class AnswersAnywhere : AuthorizeRules, IFault
{
    public static string Does => "A sign-in is answered at whatever address the request names.";

    public static IReadOnlyList<string> Violates => ["N-46"];

    public override bool IsRegistered(AppRegistration app, string redirectUri) => true;
}
