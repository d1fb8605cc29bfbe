using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class AnswersInAnyCase : AuthorizeRules, IFault
{
    public static string Does => "A sign-in is answered at an address that differs from a registered one by capital letters.";

    public static IReadOnlyList<string> Violates => ["N-46"];

    public override bool IsRegistered(AppRegistration app, string redirectUri) =>
        app.RedirectUris.Contains(redirectUri, StringComparer.OrdinalIgnoreCase);
}
