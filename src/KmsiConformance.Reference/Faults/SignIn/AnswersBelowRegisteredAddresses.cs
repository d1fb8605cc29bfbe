using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class AnswersBelowRegisteredAddresses : AuthorizeRules, IFault
{
    public static string Does => "A sign-in is answered at any address that begins with a registered one.";

    public static IReadOnlyList<string> Violates => ["N-46"];

    public override bool IsRegistered(AppRegistration app, string redirectUri) =>
        app.RedirectUris.Any(known => redirectUri.StartsWith(known, StringComparison.Ordinal));
}
